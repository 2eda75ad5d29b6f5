// Answers queries with the real modules: reads {index, queries} as JSON, writes one list of answers per query.
import { readFileSync } from "node:fs";
import { createResolver } from "../../docs/scripts/lookup/resolver.js";

const { index, queries } = JSON.parse(readFileSync(0, "utf8"));
const started = performance.now();
const resolve = createResolver(index);
const setUp = performance.now() - started;
const took = [];
const answers = queries.map((query) => {
  const before = performance.now();
  const answered = resolve(query);
  took.push(performance.now() - before);
  return answered;
});
process.stdout.write(JSON.stringify({ answers, setUp, took }));
