// Answers queries with the real modules: reads {index, queries} as JSON, writes one list of answers per query.
import { readFileSync } from "node:fs";
import { createResolver } from "../../docs/scripts/lookup/resolver.js";

const { index, queries } = JSON.parse(readFileSync(0, "utf8"));
const started = performance.now();
const resolve = createResolver(index);
const setUp = performance.now() - started;
const took = [];
const spent = [];
const answers = queries.map((query) => {
  const before = performance.now();
  const used = process.cpuUsage();
  const answered = resolve(query);
  const { user, system } = process.cpuUsage(used);
  took.push(performance.now() - before);
  spent.push((user + system) / 1000); // what a busy machine does not stretch
  return answered;
});
process.stdout.write(JSON.stringify({ answers, setUp, took, spent }));
