/** @import {Answer, Finding, LookupIndex} from "./types.js" */
/** @import {Catalogue} from "./catalogue.js" */
/** @import {Candidate} from "./ranking.js" */
/** @import {Settings} from "./types.js" */

const ORDER = ["code", "number", "range", "guide", "ends", "service", "library"];
/** How many numbers of a query are looked up with the services that it names, and services for a number alone. */
const MOST_PAIRED = 4;
const MOST_USERS = 5;
/** From here on the words of a query name a service. */
const NAMED_ENOUGH = 36;

/**
 * What findings of different stages say together.
 * @param {Finding[]} findings
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 * @returns {Finding[]}
 */
export function combineFindings(findings, index, catalogue) {
  const texts = findings.filter(({ text, number }) => text !== undefined && number !== undefined);
  const numbers = findings.filter(isNumberFinding);
  const named = findings.filter(
    (finding) =>
      finding.service !== undefined && finding.number === undefined && catalogue.confidence(finding) >= NAMED_ENOUGH,
  );
  const inText = (/** @type {Finding} */ finding) =>
    isNumberFinding(finding) && texts.some((text) => isWithin(finding, text));
  const { insideText } = catalogue.settings.merge;
  return [
    ...findings.map((one) => (inText(one) ? { ...one, share: (one.share ?? 1) * insideText } : one)),
    ...numbers.slice(0, MOST_PAIRED).flatMap((number) => meanings(number, named, index, catalogue)),
  ];
}

/** @param {Finding} finding */
function isNumberFinding({ number, rule }) {
  return (
    number !== undefined && /^(?:number|status|small)/.test(rule) && !/Text$/.test(rule.replace("numberInText", ""))
  );
}

/**
 * A number that belongs to the wording of a known text, such as the limit in an error message.
 * @param {Finding} number
 * @param {Finding} text
 */
function isWithin(number, text) {
  const [from = 0, to = 0] = text.span ?? [];
  const at = number.span?.[0] ?? -1;
  return text.number !== number.number && from <= at && at < to;
}

/**
 * What the services that a query names mean by a number of it; for a number alone, the services that use it.
 * @param {Finding} finding
 * @param {Finding[]} named
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 * @returns {Finding[]}
 */
function meanings(finding, named, index, catalogue) {
  const number = finding.number ?? 0;
  const users = catalogue.users.get(number) ?? [];
  const meant = named.flatMap((one) => meaningAt(finding, one, users, index, catalogue));
  if (meant.length || !finding.sole || catalogue.codes.has(number)) return meant;
  return users.slice(0, MOST_USERS).map((service, i) => {
    const [, name = "", meaning = ""] = catalogue.rowOf(service, number) ?? [];
    const note = name || meaning ? `${name || meaning}.` : "";
    return { service, rule: "numberOfService", share: 1 - i * 0.01, why: `uses ${number}`, note };
  });
}

/**
 * @param {Finding} finding
 * @param {Finding} named
 * @param {number[]} users
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 * @returns {Finding[]}
 */
function meaningAt(finding, named, users, index, catalogue) {
  const { number = 0, span } = finding;
  const service = named.service ?? 0;
  const { t: why, b: bands } = index.services[service];
  const share = 0.96 + (0.04 * catalogue.confidence(named)) / 100;
  if (users.includes(service)) return [{ number, service, rule: "serviceAndNumber", share, why, span }];
  const band = bands.find(([first, last]) => first <= number && number <= last);
  const note = band ? `${why}, ${band[0]}-${band[1]}: ${band[2]}.` : "";
  const meant = band ? [{ number, rule: /** @type {const} */ ("serviceAndNumber"), share, why, note, span }] : [];
  // what is hardly a close code, such as the number of a line, says nothing about a service
  const likely = finding.sole || catalogue.confidence(finding) >= catalogue.settings.merge.least;
  return likely ? [...meant, { service, rule: "serviceWithoutNumber", why }] : meant;
}

/**
 * One candidate per page, with all that leads there.
 * @param {{finding: Finding, answer: Answer}[]} printed
 * @param {number} second  how much surer a second way to a page makes it
 * @returns {Candidate[]}
 */
export function joinPages(printed, second) {
  /** @type {Map<string, Candidate>} */
  const pages = new Map();
  for (const { finding, answer } of printed) {
    const page = answer.path.replace(/[?#].*/, "");
    const known = pages.get(page);
    if (!known) pages.set(page, { answer, findings: [finding], sure: [answer.score] });
    else {
      known.answer = joined(known.answer, answer, second);
      known.findings.push(finding);
      known.sure.push(answer.score);
    }
  }
  return [...pages.values()];
}

/**
 * Best first; what neither is likely nor was found by anything sure is left out.
 * @param {Candidate[]} candidates
 * @param {number[]} scores  how good each is, 0 to 100
 * @param {Settings["merge"]} settings
 * @returns {Answer[]}
 */
export function bestAnswers(candidates, scores, { most, least, near, likely }) {
  const best = Math.max(...scores);
  const surest = Math.max(...candidates.map(({ answer }) => answer.score));
  const shown = candidates
    .map(({ answer }, i) => ({
      ...answer,
      score: Math.max(0.01, Math.round(scores[i] * 100) / 100),
      sure: answer.score,
    }))
    .filter(({ score, sure }) => score >= likely * best || sure >= Math.max(least, near * surest))
    .sort((a, b) => b.score - a.score || b.sure - a.sure || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .map(({ sure, ...answer }) => answer);
  return withRelatives(shown).slice(0, most);
}

/**
 * The services of one family, such as Discord's, stand below the best of them.
 * @param {Answer[]} answers
 * @returns {Answer[]}
 */
function withRelatives(answers) {
  /** @type {Map<string, Answer[]>} */
  const families = new Map();
  for (const answer of answers) {
    const family = answer.kind === "service" ? answer.path.split(/[/.-]/)[1] : answer.path;
    families.set(family, [...(families.get(family) ?? []), answer]);
  }
  return [...families.values()].flatMap(([first, ...rest]) => [
    first,
    ...rest.map((one) => ({ ...one, relative: true })),
  ]);
}

/**
 * Two ways to the same page: the surer one speaks, and a second way makes it a little surer.
 * @param {Answer} a
 * @param {Answer} b
 * @param {number} more  how much surer
 */
function joined(a, b, more) {
  const [first, other] = b.score > a.score ? [b, a] : [a, b];
  const added = other.why === first.why ? 0 : (100 - first.score) * (other.score / 100) * more;
  const path = first.path.includes("#") || !other.path.includes("#") ? first.path : other.path;
  return {
    ...first,
    path,
    score: Math.min(100, first.score + added),
    excerpt: first.excerpt ?? other.excerpt,
    text: first.text ?? other.text,
  };
}
