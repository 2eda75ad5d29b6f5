// Learns the tables of the ranking from labelled queries: reads {index, rows, folds, learn} as JSON and writes
// {step, tables, judgements}.
// A row has `q`, `want` (paths, as `Expectation` spells them), where fewer are learned from `learned`, `weight` and
// `thread`, by which rows are kept together.
// `judgements` holds for each row how it is answered by whole tables that were learned without its fold; a row of no fold
// is learned from in every one.
import { readFileSync } from "node:fs";
import { createResolver } from "../../docs/scripts/lookup/resolver.js";
import { BASE, createSpelling, cuesOf, marksOf, typedCodes } from "../../docs/scripts/lookup/ranking.js";

const { index, rows, folds, learn: forUse } = JSON.parse(readFileSync(0, "utf8"));
const ROUNDS = 16; // in which each query is learned from
const RATE = 0.2;
/** The share of its cues that a query is learned from without, others in each round: so no cue relies on another. */
const DROPPED = 0.3;
/** What a large weight costs, as a belief that weights are near nought, of marks and of cues. */
const EVEN = [0.3, 1];
/** What any weight costs, of marks and of cues: a cue that tells little has none. */
const SPARSE = [0.05, 10];
/** The same for the table of the first answer, which has room for few, and for none of single libraries and services. */
const SPARSE_FIRST = [0.05, 140];
const SINGLE = /^(?:libraries|services)\//;
const LEAST_THREADS = 3; // in which a cue must occur
const STEP = 0.2; // a weight is a whole number of it
const SLIGHT = 1e-4; // an error that is not worth learning from

const resolver = createResolver(index);
Object.entries(index.parts).forEach(([name, part]) => resolver.addPart(name, part));
// a weight is one of a cue for a kind of page, or, in the row of no cue, of a mark by itself
const rowsOfCues = new Map([[BASE, 0]]);
const columns = new Map();
const placeIn = (places, name) => places.get(name) ?? places.set(name, places.size).get(name);
const examples = rows.flatMap((row, place) => {
  const { query, certain, candidates } = resolver.candidates(row.q);
  if (!candidates.length) return [];
  const typed = typedCodes(query.text);
  const most = Math.max(...candidates.map(({ answer }) => answer.score));
  const pages = candidates.map(({ answer }) => answer.path.replace(/[?#].*/, ""));
  const learned = row.learned ?? row.want;
  const told = candidates.map((candidate) => marksOf(candidate, most, typed));
  const kinds = [...new Set(told.flatMap((one) => one.kinds))];
  return {
    ...row,
    place,
    certain,
    cues: cuesOf(query, candidates),
    kinds: Int32Array.from(kinds, (kind) => placeIn(columns, kind)),
    given: candidates.map(({ answer }, i) => ({
      wanted: row.want.includes(pages[i]),
      right: learned.includes(pages[i]),
      score: answer.score,
      path: answer.path,
      kinds: told[i].kinds.map((kind) => kinds.indexOf(kind)),
      marks: told[i].marks.filter(([, value]) => value).map(([mark, value]) => [placeIn(columns, mark), value]),
    })),
  };
});
const ranked = examples.filter(({ certain, given }) => !certain && given.some(({ right }) => right));
const threadsOf = new Map();
for (const { cues, thread } of ranked)
  for (const cue of cues) threadsOf.set(cue, (threadsOf.get(cue) ?? new Set()).add(thread));
const frequent = new Set([...threadsOf.keys()].filter((cue) => threadsOf.get(cue).size >= LEAST_THREADS));
const spelling = createSpelling(frequent);
for (const example of examples) {
  const cues = new Set(example.cues.map(spelling).filter((cue) => frequent.has(cue)));
  example.cues = Int32Array.from([BASE, ...cues], (cue) => placeIn(rowsOfCues, cue));
}
const width = columns.size;
const size = rowsOfCues.size * width;

/** What each weight costs, by its place. */
function costsOf([mark, cue], single) {
  const costs = new Float64Array(size).fill(cue);
  for (const [name, column] of columns) {
    costs[column] = mark;
    if (SINGLE.test(name)) for (let place = column; place < size; place += width) costs[place] += single;
  }
  return costs;
}

/**
 * The sum of each candidate.
 * @param rows    of the cues that count, the one of no cue first
 * @param factor  by which the others count
 */
function sumsOf({ kinds, given }, weights, rows, factor) {
  const ofKinds = new Float64Array(kinds.length);
  rows.forEach((row, i) => {
    for (let k = 0; k < kinds.length; k += 1) ofKinds[k] += weights[row * width + kinds[k]] * (i ? factor : 1);
  });
  return given.map((one) => {
    const ofMarks = one.marks.reduce((sum, [column, value]) => sum + weights[column] * value, 0);
    return one.kinds.reduce((sum, k) => sum + ofKinds[k], ofMarks);
  });
}

/** How far the likelihood of each candidate is above what it is when one of the right ones is known to be meant. */
function errorsOf({ given, weight }, sums) {
  const highest = sums.reduce((a, b) => Math.max(a, b));
  const odds = sums.map((sum) => Math.exp(sum - highest));
  let all = 0;
  let right = 0;
  odds.forEach((own, i) => ((all += own), given[i].right && (right += own)));
  return odds.map((own, i) => weight * (own / all - (given[i].right ? own / right : 0)));
}

/** Numbers from 0 to 1, the same in every run: the generator of Numerical Recipes. */
function createRandom() {
  let state = 1;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/**
 * A multinomial logistic regression over the candidates of each query (conditional logit), by FTRL-Proximal [McMahan and
 * others, "Ad Click Prediction: a View from the Trenches", 2013].
 */
function learn(chosen, costs) {
  const weights = new Float64Array(size);
  const leaning = new Float64Array(size);
  const squares = new Float64Array(size);
  const random = createRandom();
  const add = (place, gradient) => {
    const before = Math.sqrt(squares[place]);
    squares[place] += gradient * gradient;
    const root = Math.sqrt(squares[place]);
    leaning[place] += gradient - ((root - before) / RATE) * weights[place];
    const beyond = Math.max(0, Math.abs(leaning[place]) - costs[place]);
    weights[place] = (-Math.sign(leaning[place]) * beyond) / ((1 + root) / RATE + EVEN[place < width ? 0 : 1]);
  };
  const factor = 1 / (1 - DROPPED);
  const order = [...chosen];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const other = Math.floor(random() * (i + 1));
      [order[i], order[other]] = [order[other], order[i]];
    }
    for (const example of order) {
      const kept = example.cues.filter((row) => row === 0 || random() >= DROPPED);
      const errors = errorsOf(example, sumsOf(example, weights, kept, factor));
      const ofKinds = new Float64Array(example.kinds.length);
      errors.forEach((error, i) => {
        if (Math.abs(error) < SLIGHT) return;
        for (const k of example.given[i].kinds) ofKinds[k] += error;
        for (const [column, value] of example.given[i].marks) add(column, error * value);
      });
      kept.forEach((row, i) => {
        for (let k = 0; k < ofKinds.length; k += 1)
          if (Math.abs(ofKinds[k]) > SLIGHT) add(row * width + example.kinds[k], ofKinds[k] * (i ? factor : 1));
      });
    }
  }
  return weights.map((weight) => Math.round(weight / STEP) * STEP);
}

/** The place of the first right page, and the pages that come first. */
function judged(example, weights) {
  const { certain, given, cues } = example;
  const sums = certain ? given.map(({ score }) => score) : sumsOf(example, weights, cues, 1);
  const order = [...sums.keys()].sort((a, b) => sums[b] - sums[a]);
  return { rank: order.findIndex((i) => given[i].wanted) + 1, given: order.slice(0, 3).map((i) => given[i].path) };
}

const costs = costsOf(SPARSE, 0);
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
  for (const [cue, row] of [...rowsOfCues].sort())
    for (const [kind, column] of [...columns].sort()) {
      const steps = Math.round(weights[row * width + column] / STEP);
      if (steps) (table[cue] ??= {})[kind] = steps;
    }
  return table;
}
const tables = forUse
  ? { first: tableOf(learn(ranked, costsOf(SPARSE_FIRST, Infinity))), whole: tableOf(learn(ranked, costs)) }
  : {};
process.stdout.write(JSON.stringify({ step: STEP, tables, judgements }));
