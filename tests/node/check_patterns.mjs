// Which regular expressions could take more than linear time: reads {files, patterns} as JSON, where `files` are scripts and
// `patterns` are {place, source, flags} from elsewhere; writes one {place, pattern, status, complexity, attack} for each pattern.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ts from "typescript";

process.env.RECHECK_SYNC_BACKEND = "pure"; // neither Java nor a binary
const { checkSync } = createRequire(import.meta.url)("recheck");
// Nothing is bounded by time, so that the verdict does not depend on how busy the machine is.
const OPTIONS = { timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null, randomSeed: 1006 };

const { files, patterns } = JSON.parse(readFileSync(0, "utf8"));

/** The text of an expression that is a string or pattern, or put together from those that the script names; else null. */
function constant(node, names) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isRegularExpressionLiteral(node)) return node.text.slice(1, node.text.lastIndexOf("/"));
  if (ts.isParenthesizedExpression(node)) return constant(node.expression, names);
  if (ts.isIdentifier(node)) return names.get(node.text) ?? null;
  const joined = (...parts) => (parts.includes(null) ? null : parts.join(""));
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return joined(constant(node.left, names), constant(node.right, names));
  if (!ts.isTemplateExpression(node)) return null;
  const spans = node.templateSpans.flatMap((span) => [constant(span.expression, names), span.literal.text]);
  return joined(node.head.text, ...spans);
}

/** The patterns of a script; one that is put together while it runs has no source. */
function patternsIn(file) {
  const found = [];
  const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const placeOf = (node) => `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const names = new Map();
  const visit = (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer)
      names.set(node.name.getText(), constant(node.initializer, names));
    if (ts.isRegularExpressionLiteral(node)) {
      const flags = node.text.slice(node.text.lastIndexOf("/") + 1);
      found.push({ place: placeOf(node), source: constant(node, names), flags });
    } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp") {
      const [source, flags] = (node.arguments ?? []).map((part) => constant(part, names));
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
