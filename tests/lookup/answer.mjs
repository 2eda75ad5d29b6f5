// Answers queries with the real modules, as a page does once the parts that a query needs have come: reads
// {index, parts, queries, changed} as JSON, writes one list of answers per query, and how long each took.
import { readFileSync } from "node:fs";
import { SETTINGS } from "../../docs/scripts/lookup/confidence.js";
import { createResolver } from "../../docs/scripts/lookup/resolver.js";

const { index, parts, queries, changed } = JSON.parse(readFileSync(0, "utf8"));
const started = performance.now();
const settings = { ...SETTINGS, confidence: { ...SETTINGS.confidence, ...changed } };
const resolver = createResolver(index, settings);
const setUp = performance.now() - started;
const took = [];
const spent = [];
const first = []; // the page that comes first before any part has come
const answers = queries.map((query) => {
  const before = performance.now();
  const used = process.cpuUsage();
  const answered = resolver.resolve(query);
  const { user, system } = process.cpuUsage(used);
  took.push(performance.now() - before);
  spent.push((user + system) / 1000); // what a busy machine does not stretch
  first.push(answered.answers[0]?.path ?? "");
  return answered.answers;
});
// The parts change what is known, never what was asked: they are loaded once all first answers are given.
Object.entries(parts).forEach(([name, part]) => resolver.addPart(name, part));
const again = []; // how long each took with all parts
queries.forEach((query, i) => {
  const before = performance.now();
  answers[i] = resolver.resolve(query).answers;
  again.push(performance.now() - before);
});
process.stdout.write(JSON.stringify({ answers, setUp, took, spent, again, first }));
