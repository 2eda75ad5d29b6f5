// @ts-check
import { readCloseBytes } from "./frames.js";

const LONGEST = 2000;
const HEX_PAIRS = /^(?:0x)?[0-9a-f]{2}(?:[\s,:-]+(?:0x)?[0-9a-f]{2})+$/i;

/**
 * A close code written as bytes: `03 ee`, `880203ee`, `b'\x03\xe8'`, `<Buffer 03 ee>`, `[3, 238]`, `A+4=`,
 * or a whole Close frame in any of these.
 * @param {import("./types.js").Query} query
 * @returns {import("./frames.js").ReadClose | null}
 */
export function findBytes(query) {
  const text = query.raw.slice(0, LONGEST).trim();
  for (const read of [escapedBytes, hexBytes, decimalBytes, base64Bytes]) {
    const bytes = read(text);
    const close = bytes && readCloseBytes(bytes);
    if (close && (close.frame || !/^\d+$/.test(text))) return close;
  }
  return frameInText(text);
}

/**
 * A Close frame in hex inside a longer text, such as `sending 88 02 03 e8 to peer`.
 * @param {string} text
 */
function frameInText(text) {
  const found = /(?:^|[^0-9a-z])(88(?:[ :]?[0-9a-f]{2}){3,130})(?![0-9a-z])/i.exec(text)?.[1];
  const close = found ? readCloseBytes(pairs(found.replace(/[ :]/g, ""))) : null;
  return close?.frame ? close : null;
}

/**
 * `\x03\xe8bye`, with or without quotes around, as Python, C and JavaScript print bytes.
 * @param {string} text
 */
function escapedBytes(text) {
  const first = text.search(/\\x[0-9a-f]{2}|\\u00[0-9a-f]{2}/i);
  if (first < 0) return null;
  const opened = Math.max(text.lastIndexOf('"', first), text.lastIndexOf("'", first));
  if (opened < 0) return unescaped(text.slice(first).trimEnd());
  const inside = text[opened] === '"' ? /^(?:[^\\"]|\\[^])*/ : /^(?:[^\\']|\\[^])*/;
  return unescaped(inside.exec(text.slice(opened + 1))?.[0] ?? "");
}

/** @param {string} text */
function unescaped(text) {
  const named = { n: 10, r: 13, t: 9, b: 8, f: 12, v: 11, a: 7, 0: 0 };
  const bytes = [];
  for (const [piece, hex, unicode, letter] of text.matchAll(/\\x([0-9a-f]{2})|\\u00([0-9a-f]{2})|\\([^])|[^]/gi)) {
    if (hex || unicode) bytes.push(parseInt(hex || unicode, 16));
    else if (letter) bytes.push(named[/** @type {"n"} */ (letter)] ?? letter.charCodeAt(0) & 255);
    else bytes.push(...new TextEncoder().encode(piece));
  }
  return bytes;
}

/**
 * Hex digits, in pairs or in one piece, bare or inside `<Buffer …>`.
 * @param {string} text
 */
function hexBytes(text) {
  const core = text
    .replace(/^.{0,40}?<buffer\s+([0-9a-f\s]+)>.{0,40}$/i, "$1")
    .replace(/^(?:hex|bytes|payload|frame|data|body)?[\s:=]*[[({<"']*|[\s\])}>"';.]+$/gi, "");
  if (HEX_PAIRS.test(core)) return pairs(core.replace(/0x/gi, "").replace(/[^0-9a-f]/gi, ""));
  const joined = core.replace(/^(?:0x|\\x|h')/i, "");
  if (!/^(?:[0-9a-f]{2}){2,}$/i.test(joined)) return null;
  const number = /^\d+$/.test(joined) && !/^88\d{6}/.test(joined);
  const word = !/\d/.test(joined);
  return number || word ? null : pairs(joined);
}

/** @param {string} digits */
function pairs(digits) {
  return (digits.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
}

/**
 * `[3, 238]`, `[3 238]`, `<<3,238>>`, `Uint8Array(2) [ 3, 238 ]`.
 * @param {string} text
 */
function decimalBytes(text) {
  const list = /(?:\[|<<|\{)\s*(\d{1,3}(?:[\s,]+\d{1,3})+)\s*(?:\]|>>|\})/.exec(text)?.[1];
  const bytes = list?.split(/[\s,]+/).map(Number);
  return bytes?.every((byte) => byte < 256) ? bytes : null;
}

/**
 * Base64 with its padding, or of a whole frame; anything else that looks like it is a word.
 * @param {string} text
 */
function base64Bytes(text) {
  if (!/^[A-Za-z0-9+/]{2,}={0,2}$/.test(text) || text.length % 4 || !(text.endsWith("=") || /^i[AIJQ]/.test(text)))
    return null;
  return [...atob(text)].map((letter) => letter.charCodeAt(0));
}
