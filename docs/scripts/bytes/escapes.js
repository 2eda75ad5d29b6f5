import { looksLikeClose, utf8Bytes } from "./frames.js";

/** @import { Reading } from "./read-bytes.js" */

const FIRST_ESCAPE = /\\x[0-9a-f]{2}|\\u00[0-9a-f]{2}|\\[ux]\{[0-9a-f]{1,2}\}|\\[0-3][0-7]{2}/i;
const ESCAPE_PIECES = /\\(?:x([0-9a-f]{2})|u00([0-9a-f]{2})|[ux]\{([0-9a-f]{1,2})\}|([0-3]?[0-7]{1,2})|([^]))|([^])/giu;
const LISTED = /^\\x[0-9a-f]{2}(?:[\s,]{1,3}\\x[0-9a-f]{2})+/i; // `\x88, \x00`
const BACKSLASHES = /\\+(x[0-9a-f]{2}|u00[0-9a-f]{2})?/gi;
const BYTES_BEFORE = /(?:^|[^\w])b(?:ytes)?$/i;
/** @type {Record<string, number>} */
const NAMED_ESCAPES = { n: 10, r: 13, t: 9, b: 8, f: 12, v: 11, a: 7, e: 27, 0: 0 };

/**
 * `\x03\xeebye`, `b'\x03\xee'`, `"\u0003\u00ee"`, `\003\356`, `"\x{03}\x{ee}"`: bytes as Python, C, JavaScript, Rust, Perl or
 * Go print them.
 * @param {string} text
 * @returns {Reading[]}
 */
export function readEscapes(text) {
  if (/^(?:E')?\\{1,2}x(?:[0-9a-f]{2}){2,}'?$/i.test(text.trim())) return []; // how PostgreSQL prints hex
  const single = escapedOnce(text);
  const { literal, at, length = literal.length } = escapedPart(single) ?? { literal: "", at: 0 };
  if (literal === "") return [];
  const asUtf8 = literalBytes(literal, (letter) => utf8Bytes(letter));
  const asLatin1 = literalBytes(literal, (letter) => [letter.charCodeAt(0) & 255]);
  const bytes = !looksLikeClose(asUtf8) && looksLikeClose(asLatin1) ? asLatin1 : asUtf8;
  // Once a layer of escapes is taken off, places have moved: the whole text then stands for the bytes.
  const place = single === text ? { at, length } : { at: 0, length: text.length };
  return [{ bytes, spelling: "escaped bytes", ...place }];
}

/**
 * A text that was escaped twice, as bytes inside JSON are: then no escape has an odd number of backslashes.
 * @param {string} text
 */
function escapedOnce(text) {
  const runs = [...text.matchAll(BACKSLASHES)].filter(([, escape]) => escape);
  const twice = runs.length && runs.every(([run, escape]) => (run.length - escape.length) % 2 === 0);
  return twice ? text.replace(/\\([\\"'])/g, "$1") : text;
}

/**
 * The quoted text around the first escape, a bytes literal before others, a list of escapes, or all from the escape on.
 * @param {string} text
 * @returns {{literal: string, at: number, length?: number} | null}  with the length that it has in the text, if another
 */
function escapedPart(text) {
  const quoted = quotedParts(text);
  const literal =
    quoted.find(({ isBytes, at, end }) => isBytes && end > at) ??
    quoted.find(({ at, end }) => FIRST_ESCAPE.test(text.slice(at, end)));
  if (literal) return { literal: text.slice(literal.at, literal.end), at: literal.at };
  const first = text.search(FIRST_ESCAPE);
  if (first < 0) return null;
  const at = first - (/(?:\\[0-7]{1,2}){1,4}$/.exec(text.slice(Math.max(0, first - 12), first))?.[0].length ?? 0);
  const rest = text.slice(at).trimEnd();
  const listed = LISTED.exec(rest)?.[0];
  if (listed) return { literal: listed.replace(/[\s,]/g, ""), at, length: listed.length };
  const bare = /^(?:\\[ux]?[0-9a-f{}]{1,4})+(?=[.,;!?]$)/i.exec(rest)?.[0]; // a full stop after escapes is not the reason
  return { literal: bare ?? rest, at };
}

/**
 * The places of all texts in quotes; the last may lack its end.
 * @param {string} text
 */
function quotedParts(text) {
  const parts = [];
  for (let open = nextQuote(text, 0); open >= 0;) {
    let end = open + 1;
    while (end < text.length && text[end] !== text[open]) end += text[end] === "\\" ? 2 : 1;
    const isBytes = BYTES_BEFORE.test(text.slice(Math.max(0, open - 6), open));
    parts.push({ at: open + 1, end: Math.min(end, text.length), isBytes });
    open = nextQuote(text, end + 1);
  }
  return parts;
}

/** @param {string} text @param {number} from */
function nextQuote(text, from) {
  const places = ['"', "'"].map((quote) => text.indexOf(quote, from)).filter((place) => place >= 0);
  return places.length ? Math.min(...places) : -1;
}

/**
 * @param {string} literal
 * @param {(letter: string) => Iterable<number>} encode  a letter that is not escaped
 * @returns {Uint8Array}
 */
function literalBytes(literal, encode) {
  /** @type {number[]} */
  const bytes = [];
  for (const [, hex, unicode, braced, octal, letter, plain] of literal.matchAll(ESCAPE_PIECES)) {
    const digits = hex ?? unicode ?? braced;
    if (digits !== undefined) bytes.push(parseInt(digits, 16));
    else if (octal !== undefined) bytes.push(parseInt(octal, 8));
    else if (letter !== undefined && letter in NAMED_ESCAPES) bytes.push(NAMED_ESCAPES[letter]);
    else bytes.push(...encode(letter ?? plain));
  }
  return Uint8Array.from(bytes);
}
