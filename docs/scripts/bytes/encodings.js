import { isWholeClose, looksLikeClose, utf8Bytes } from "./frames.js";
import { unwrapped } from "./text-span.js";

/** @import { Reading } from "./read-bytes.js" */

const PERCENT_RUN = /%[0-9a-f]{2}(?:%[0-9a-f]{2}|[\w.~-])*/gi;
const BASE64_WORD = /[A-Za-z0-9+/_-]{2,}(?:={1,2}(?!\w))?/g; // `EIO=4` in an address is no padding
const BASE64_DATA = /^data:[^,]{0,80};base64,/i;

/**
 * `%03%EEbye`, as in an address.
 * @param {string} text
 * @returns {Reading[]}
 */
export function readPercent(text) {
  return [...text.matchAll(PERCENT_RUN)].flatMap(({ 0: found, index }) => {
    const run = found.replace(/(%[0-9a-f]{2})\.$/i, "$1"); // a full stop after the escapes is not the reason
    if (!/%[0-9a-f]{2}.*%[0-9a-f]{2}/i.test(run)) return [];
    const parts = run.match(/%[0-9a-f]{2}|[^%]+/gi) ?? [];
    const bytes = parts.flatMap((part) => (part[0] === "%" ? [parseInt(part.slice(1), 16)] : [...utf8Bytes(part)]));
    return [{ bytes: Uint8Array.from(bytes), spelling: "percent-encoding", at: index, length: run.length }];
  });
}

/**
 * Base64, also in its URL form: the whole text, or words in it.  Words and names look the same, so it needs its padding or
 * must be a close.
 * @param {string} text
 * @returns {Reading[]}
 */
export function readBase64(text) {
  const { core, at } = unwrapped(text.replace(BASE64_DATA, (scheme) => " ".repeat(scheme.length)));
  const joined = core.replace(/\s+/g, "");
  const whole = /^[\w+/-]+={0,2}$/.test(joined) ? bytesOfBase64(joined) : null;
  if (whole && (joined.endsWith("=") || isCertain(whole, joined)))
    return [{ bytes: whole, spelling: "base64", at, length: core.length }];
  return [...text.matchAll(BASE64_WORD)].flatMap(({ 0: word, index }) => {
    const bytes = bytesOfBase64(word);
    const sure = bytes && looksLikeClose(bytes) && (word.endsWith("=") || isWholeClose(bytes));
    return sure ? [{ bytes, spelling: "base64", at: index, length: word.length }] : [];
  });
}

/** Whether letters without padding are no word. @param {Uint8Array} bytes @param {string} word */
function isCertain(bytes, word) {
  return isWholeClose(bytes) || (looksLikeClose(bytes) && /[\d+/]/.test(word) && word.length < 8 && /[a-z]/.test(word));
}

/** @param {string} word @returns {Uint8Array | null} */
function bytesOfBase64(word) {
  const digits = word
    .replace(/={1,2}$/, "")
    .replace(/-/g, "+")
    .replace(/_/g, "/");
  if (digits.length < 2 || digits.length % 4 === 1 || (word.endsWith("=") && word.length % 4)) return null;
  return Uint8Array.from(atob(digits), (letter) => letter.charCodeAt(0));
}
