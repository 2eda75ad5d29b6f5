// Which regular expressions could take more than linear time: reads {files, patterns} as JSON, where `files` are scripts and
// `patterns` are {place, source, flags} from elsewhere; writes one {place, pattern, status, complexity, attack} for each pattern.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ts from "typescript";

process.env.RECHECK_SYNC_BACKEND = "pure"; // neither Java nor a binary
const { checkSync } = createRequire(import.meta.url)("recheck");
const OPTIONS = { timeout: 60000, randomSeed: 1006 };

const { files, patterns } = JSON.parse(readFileSync(0, "utf8"));

/** The patterns of a script; one that is put together while it runs has no source. */
function patternsIn(file) {
  const found = [];
  const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const placeOf = (node) => `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push({ place: placeOf(node), source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp") {
      const [source, flags] = (node.arguments ?? []).map((part) => (ts.isStringLiteralLike(part) ? part.text : null));
      found.push({ place: placeOf(node), source: source ?? null, flags: flags ?? "" });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const results = [...files.flatMap(patternsIn), ...patterns].map(({ place, source, flags }) => {
  if (source === null) return { place, pattern: "", status: "not a constant" };
  const { status, complexity, attack, error } = checkSync(source, flags.replace(/[dgy]/g, ""), OPTIONS);
  const pattern = `/${source}/${flags}`;
  return { place, pattern, status, complexity: complexity?.summary, attack: attack?.pattern, error: error?.kind };
});
process.stdout.write(JSON.stringify(results));
