// @ts-check

const MOST_ANSWERS = 8;
const LEAST_SCORE = 36;
const LEAST_SHARE = 0.55;
const ORDER = ["code", "number", "range", "guide", "service", "library", "page"];

/**
 * One answer per page, best first; what is far behind the best is left out.
 * @param {import("./types.js").Answer[]} answers
 * @returns {import("./types.js").Answer[]}
 */
export function mergeAnswers(answers) {
  /** @type {Map<string, import("./types.js").Answer>} */
  const best = new Map();
  for (const answer of answers) {
    const page = answer.path.replace(/[?#].*/, "");
    const known = best.get(page);
    best.set(page, known ? joinedAnswer(known, answer) : answer);
  }
  const sorted = [...best.values()].sort((a, b) => b.score - a.score || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const enough = Math.max(LEAST_SCORE, LEAST_SHARE * (sorted[0]?.score ?? 0));
  return sorted.filter((answer) => answer.score >= enough).slice(0, MOST_ANSWERS);
}

/**
 * Two ways to the same page: the surer one speaks, and a second way makes it a little surer.
 * @param {import("./types.js").Answer} a
 * @param {import("./types.js").Answer} b
 */
function joinedAnswer(a, b) {
  const [first, second] = b.score > a.score ? [b, a] : [a, b];
  const score = Math.min(
    100,
    first.score + (second.why === first.why ? 0 : (100 - first.score) * (second.score / 100) * 0.12),
  );
  return { ...first, score };
}
