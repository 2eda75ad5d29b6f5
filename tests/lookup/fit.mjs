// Fits the numbers of confidence.js to labelled queries, one after the other, as long as an answer gets better: reads
// {index, rows, minutes, only} as JSON and writes the settings.  A row has `q`, `want` (paths, as `Expectation` spells them) and `weight`.
import { readFileSync } from "node:fs";
import { SETTINGS } from "../../docs/scripts/lookup/confidence.js";
import { createResolver } from "../../docs/scripts/lookup/resolver.js";

const { index, rows, minutes, only } = JSON.parse(readFileSync(0, "utf8"));
const until = Date.now() + minutes * 60_000;
const STEPS = [0.94, 1.06, 0.85, 1.15, 0.6, 1.6];
const MOST = { confidence: 100, weight: 1.5, exact: 1, words: 40, form: 1.5, merge: 1 };
const FIXED = new Set([
  "merge.most",
  "merge.least",
  "merge.near",
  "words.section",
  "confidence.frame",
  "confidence.body",
  "confidence.numberAlone",
  "confidence.numberInShortQuery",
  "confidence.textOfCode",
  "confidence.constant",
]);

/** How good the answers are: 1 for a right page first, less below; a little for being first by far. */
function quality(settings, chosen) {
  const resolver = createResolver(index, settings);
  Object.entries(index.parts).forEach(([name, part]) => resolver.addPart(name, part));
  let sum = 0;
  for (const { q, want, weight } of chosen) {
    const { answers } = resolver.resolve(q);
    const rank = answers.findIndex(({ path }) => want.includes(path.replace(/[?#].*/, "")));
    if (rank < 0) continue;
    const other = answers.find((_, i) => i !== rank && !want.includes(answers[i].path.replace(/[?#].*/, "")));
    const ahead = Math.max(-20, Math.min(10, answers[rank].score - (other?.score ?? 0)));
    sum += weight * ([1, 0.4, 0.3][rank] ?? 0.1) + weight * 0.004 * ahead;
  }
  return sum;
}

const settings = structuredClone(SETTINGS);
// what nothing can change is not asked again and again
const decided = createResolver(index, settings);
const chosen = rows.filter(({ q }) => decided.resolve(q).answers[0]?.rule !== "numberAlone");
let best = quality(settings, chosen);
process.stderr.write(`${chosen.length} queries, ${best.toFixed(2)} at first\n`);
// most that decides first
const names = Object.entries(settings).flatMap(([table, values]) =>
  Object.entries(values).flatMap(([name, value]) =>
    Array.isArray(value)
      ? [
          [table, name, 0],
          [table, name, 1],
        ]
      : [[table, name, -1]],
  ),
);
for (let round = 0, better = true; better && Date.now() < until; round += 1) {
  better = false;
  for (const [table, name, place] of names) {
    if (FIXED.has(`${table}.${name}`) || !new RegExp(only).test(`${table}.${name}`)) continue;
    for (const step of STEPS) {
      if (Date.now() > until) break;
      const tried = structuredClone(settings);
      const values = tried[table];
      const value = place < 0 ? values[name] : values[name][place];
      const next = Math.round(Math.min(MOST[table], value * step) * 1000) / 1000;
      if (place < 0) values[name] = next;
      else values[name][place] = next;
      const own = quality(tried, chosen);
      if (own <= best + 0.15) continue; // a change must be worth something: few queries prove little
      process.stderr.write(`${table}.${name} ${value} → ${next}: ${own.toFixed(2)}\n`);
      [best, better] = [own, true];
      settings[table] = values;
      break;
    }
  }
}
process.stdout.write(JSON.stringify(settings));
