// @ts-check
import { looksLikeClose } from "./close-reading.js";
import { utf8Bytes } from "./utf8.js";

const FIRST_ESCAPE = /\\x[0-9a-f]{2}|\\u00[0-9a-f]{2}|\\u\{[0-9a-f]{1,2}\}|\\[0-3][0-7]{2}/i;
const PIECES = /\\x([0-9a-f]{2})|\\u00([0-9a-f]{2})|\\u\{([0-9a-f]{1,2})\}|\\([0-3][0-7]{2})|\\([^])|([^])/giu;
const BYTES_LITERAL = /(?:^|[^\w])b(["'])((?:\\[^]|(?!\1)[^\\])*)\1/i;
/** @type {Record<string, number>} */
const NAMED_ESCAPES = { n: 10, r: 13, t: 9, b: 8, f: 12, v: 11, a: 7, e: 27, 0: 0 };

/**
 * `\x03\xeebye`, `b'\x03\xee'`, `"\u0003\u00ee"`, `\003\356`: bytes as Python, C, JavaScript, Rust or Go print them.
 * @param {string} text
 * @returns {import("./notation.js").Reading | null}
 */
export function readEscaped(text) {
  if (/^\\x(?:[0-9a-f]{2}){2,}$/i.test(text)) return null; // PostgreSQL's way to print hex
  const single = escapedOnce(text);
  const literal = BYTES_LITERAL.exec(single)?.[2] ?? quotedPart(single);
  if (literal === null) return null;
  const asUtf8 = literalBytes(literal, utf8Bytes);
  const asLatin1 = literalBytes(literal, (letter) => [letter.charCodeAt(0) & 255]);
  const bytes = !looksLikeClose(asUtf8) && looksLikeClose(asLatin1) ? asLatin1 : asUtf8;
  return { bytes, notation: "escaped bytes" };
}

/**
 * A text that was escaped twice, as bytes inside JSON are: then no escape has an odd number of backslashes.
 * @param {string} text
 */
function escapedOnce(text) {
  const runs = [...text.matchAll(/(?<!\\)(\\+)(?:x[0-9a-f]{2}|u00[0-9a-f]{2})/gi)].map(([, run]) => run.length);
  return runs.length && runs.every((length) => length % 2 === 0) ? text.replace(/\\([\\"'])/g, "$1") : text;
}

/**
 * The quoted text around the first escape, or all from there on.
 * @param {string} text
 */
function quotedPart(text) {
  const first = text.search(FIRST_ESCAPE);
  if (first < 0) return null;
  const opened = Math.max(text.lastIndexOf('"', first), text.lastIndexOf("'", first));
  if (opened < 0) return text.slice(first);
  const inside = text[opened] === '"' ? /^(?:[^\\"]|\\[^])*/ : /^(?:[^\\']|\\[^])*/;
  return inside.exec(text.slice(opened + 1))?.[0] ?? "";
}

/**
 * @param {string} literal
 * @param {(letter: string) => number[]} encode a letter that is not escaped
 */
function literalBytes(literal, encode) {
  return [...literal.matchAll(PIECES)].flatMap(([, hex, unicode, braced, octal, letter, plain]) => {
    const digits = hex ?? unicode ?? braced;
    if (digits !== undefined) return [parseInt(digits, 16)];
    if (octal !== undefined) return [parseInt(octal, 8)];
    if (letter !== undefined) return letter in NAMED_ESCAPES ? [NAMED_ESCAPES[letter]] : encode(letter);
    return encode(plain);
  });
}
