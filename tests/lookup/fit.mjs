// Learns the tables of the ranking from labelled queries: reads {index, rows, folds, learn} as JSON and writes
// {step, tables, judgements}.
// A row has `q`, `want` (paths, as `Expectation` spells them), where fewer are learned from `learned`, `weight` and
// `thread`, by which rows are kept together.
// `judgements` holds for each row how it is answered by whole tables that were learned without its fold; a row of no fold
// is learned from in every one.
import { readFileSync } from "node:fs";
import { createResolver } from "../../docs/scripts/lookup/resolver.js";
import { BASE, cuesOf, marksOf, typedCodes } from "../../docs/scripts/lookup/ranking.js";

const { index, rows, folds, learn: forUse } = JSON.parse(readFileSync(0, "utf8"));
const ROUNDS = 80; // after which little changes
const RATE = 0.3;
/** What a large weight costs, as a belief that weights are near nought, of marks and of cues. */
const EVEN = [0.3, 1];
/** What any weight costs, of marks and of cues: a cue that tells little has none. */
const SPARSE = [0.05, 0.6];
/** The same for the table of the first answer, which has room for few, and for none of single libraries and services. */
const SPARSE_FIRST = [0.05, 5];
const SINGLE = /\n(?:libraries|services)\//;
const LEAST_THREADS = 3; // in which a cue must occur
const STEP = 0.2; // a weight is a whole number of it

const resolver = createResolver(index);
Object.entries(index.parts).forEach(([name, part]) => resolver.addPart(name, part));
const examples = rows.flatMap((row, place) => {
  const { query, certain, candidates } = resolver.candidates(row.q);
  if (!candidates.length) return [];
  const typed = typedCodes(query.text);
  const most = Math.max(...candidates.map(({ answer }) => answer.score));
  const pages = candidates.map(({ answer }) => answer.path.replace(/[?#].*/, ""));
  const learned = row.learned ?? row.want;
  const given = candidates.map((candidate, i) => ({
    wanted: row.want.includes(pages[i]),
    right: learned.includes(pages[i]),
    score: candidate.answer.score,
    path: candidate.answer.path,
    ...marksOf(candidate, most, typed),
  }));
  return [{ ...row, place, certain, cues: cuesOf(query, candidates), given }];
});
const ranked = examples.filter(({ certain, given }) => !certain && given.some(({ right }) => right));

// every weight is one of a cue for a kind of page, or of a mark by itself
const threadsOf = new Map();
for (const { cues, thread } of ranked)
  for (const cue of cues) threadsOf.set(cue, (threadsOf.get(cue) ?? new Set()).add(thread));
const names = new Map();
const placeOf = (cue, kind) => {
  const name = `${cue}\n${kind}`;
  if (!names.has(name)) names.set(name, names.size);
  return names.get(name);
};
/** Places of weights with what they are multiplied by, in one array for all lists. */
function listed(lists) {
  const starts = [0];
  for (const list of lists) starts.push(starts[starts.length - 1] + list.length);
  const all = lists.flat();
  return { starts, columns: Int32Array.from(all, ([at]) => at), values: Float64Array.from(all, ([, value]) => value) };
}
for (const example of [...ranked, ...examples.filter((one) => !ranked.includes(one))]) {
  const cues = [BASE, ...example.cues.filter((cue) => (threadsOf.get(cue)?.size ?? 0) >= LEAST_THREADS)];
  const kinds = [...new Set(example.given.flatMap((one) => one.kinds))];
  example.byKind = listed(kinds.map((kind) => cues.map((cue) => [placeOf(cue, kind), 1])));
  example.byMark = listed(
    example.given.map(({ marks }) => marks.filter(([, v]) => v).map(([mark, v]) => [placeOf(BASE, mark), v])),
  );
  example.kindsOf = example.given.map((one) => one.kinds.map((kind) => kinds.indexOf(kind)));
  delete example.cues;
}
const isCue = Uint8Array.from([...names.keys()].map((name) => (name.startsWith(`${BASE}\n`) ? 0 : 1)));
const costs = Float64Array.from(isCue, (cue) => SPARSE[cue]);
const costsFirst = Float64Array.from(
  [...names.keys()].map((name, i) => (SINGLE.test(name) ? Infinity : SPARSE_FIRST[isCue[i]])),
);

function weighed({ starts, columns, values }, weights) {
  const sums = new Float64Array(starts.length - 1);
  for (let i = 0; i < sums.length; i += 1)
    for (let j = starts[i]; j < starts[i + 1]; j += 1) sums[i] += weights[columns[j]] * values[j];
  return sums;
}

function addTo(gradients, { starts, columns, values }, errors) {
  for (let i = 0; i < errors.length; i += 1)
    if (Math.abs(errors[i]) > 1e-6)
      for (let j = starts[i]; j < starts[i + 1]; j += 1) gradients[columns[j]] += errors[i] * values[j];
}

/** The sum of each candidate. */
function sumsOf({ byKind, byMark, kindsOf }, weights) {
  const ofKinds = weighed(byKind, weights);
  return weighed(byMark, weights).map((sum, i) => kindsOf[i].reduce((all, kind) => all + ofKinds[kind], sum));
}

/** The likelihoods of the candidates, and those that they have when it is known that one of the right ones is meant. */
function likelihoodsOf(example, weights) {
  const sums = sumsOf(example, weights);
  const highest = sums.reduce((a, b) => Math.max(a, b));
  const odds = sums.map((sum) => Math.exp(sum - highest));
  let all = 0;
  let right = 0;
  odds.forEach((own, i) => ((all += own), example.given[i].right && (right += own)));
  return [odds.map((own) => own / all), odds.map((own, i) => (example.given[i].right ? own / right : 0))];
}

/** A multinomial logistic regression over the candidates of each query (conditional logit), by AdaGrad with a proximal step. */
function learn(chosen, cost) {
  const weights = new Float64Array(names.size);
  const gradients = new Float64Array(names.size);
  const squares = new Float64Array(names.size);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let i = 0; i < weights.length; i += 1) gradients[i] = weights[i] * EVEN[isCue[i]];
    for (const example of chosen) {
      const [given, known] = likelihoodsOf(example, weights);
      const errors = given.map((own, i) => (own - known[i]) * example.weight);
      const ofKinds = new Float64Array(example.byKind.starts.length - 1);
      errors.forEach((error, i) => example.kindsOf[i].forEach((kind) => (ofKinds[kind] += error)));
      addTo(gradients, example.byMark, errors);
      addTo(gradients, example.byKind, ofKinds);
    }
    for (let i = 0; i < weights.length; i += 1) {
      squares[i] += gradients[i] * gradients[i];
      if (squares[i] === 0) continue;
      const own = RATE / Math.sqrt(squares[i]);
      const next = weights[i] - own * gradients[i];
      weights[i] = Math.sign(next) * Math.max(0, Math.abs(next) - own * cost[i]);
    }
  }
  return weights.map((weight) => Math.round(weight / STEP) * STEP);
}

/** The place of the first right page, and the pages that come first. */
function judged(example, weights) {
  const sums = example.certain ? example.given.map(({ score }) => score) : sumsOf(example, weights);
  const order = [...sums.keys()].sort((a, b) => sums[b] - sums[a]);
  const rank = order.findIndex((i) => example.given[i].wanted) + 1;
  return { rank, given: order.slice(0, 3).map((i) => example.given[i].path) };
}

const judgements = rows.map(() => ({ rank: 0, given: [] }));
for (let fold = 0; fold < folds; fold += 1) {
  const weights = learn(
    ranked.filter((one) => one.fold !== fold),
    costs,
  );
  for (const one of examples) if (one.fold === fold) judgements[one.place] = judged(one, weights);
}
/** cue → kind → weight in steps, of all weights that are not nought. */
function tableOf(weights) {
  const table = {};
  for (const [name, place] of [...names].sort()) {
    const [cue, kind] = name.split("\n");
    const steps = Math.round(weights[place] / STEP);
    if (steps) (table[cue] ??= {})[kind] = steps;
  }
  return table;
}
const tables = forUse ? { first: tableOf(learn(ranked, costsFirst)), whole: tableOf(learn(ranked, costs)) } : {};
process.stdout.write(JSON.stringify({ step: STEP, tables, judgements }));
