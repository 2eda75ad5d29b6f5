import { isWholeClose, looksLikeClose, walkFrames } from "./frames.js";
import { unwrapped } from "./text-span.js";

/** @import { Reading } from "./read-bytes.js" */

const HEX_MARK = /^(?:[hxe]?["'\x60])?(?:\\{1,2}x(?=[0-9a-f]{4}))?/i; // of SQL, CBOR and PostgreSQL, and plain quotes
const HEX_GROUP = /^(?:0x|x|\$)?([0-9a-f]+)h?$/i;
const HEX_RUN = /\b(?:0x)?[0-9a-f]{2}(?:[ :,-] ?(?:0x)?[0-9a-f]{2})+\b|\b(?:0x)?(?:[0-9a-f]{2}){2,}\b/gi;
const SPACED = /[0-9a-f][ \t]{1,9}[0-9a-f]/i; // together with the next, a time stands before the bytes
const JOINED = /[0-9a-f][:-][0-9a-f]/i;
const NAMED_BEFORE = /(?:hex|bytes|payload|body|data)\b.{0,3}$/i;
const PLAIN_NUMBER = /^\d{1,4}$/; // "data: 1008" says no bytes
const LONGEST_CLOSE = 131; // 2 bytes, 4 of the key, 125 of the payload

/**
 * A text of hex digits: `880203e8`, `88 02 03 e8`, `88:02:03:e8`, `0x8802 03e8`, `88h 02h`, also broken by spaces anywhere.
 * A number such as `1006` or `20261121` is none, and neither is a word such as `cafe`.
 * @param {string} text
 * @returns {Reading[]}
 */
export function readHexDigits(text) {
  const { core, at } = unwrapped(text);
  const mark = HEX_MARK.exec(core)?.[0] ?? "";
  const { core: digits } = unwrapped(core.slice(mark.length));
  const bytes = binaryBytes(digits) ?? hexGroups(digits, mark !== "" || core.startsWith("0x"));
  return bytes ? [{ bytes, spelling: "hexadecimal", at: at + mark.length, length: core.length - mark.length }] : [];
}

/**
 * @param {string} text
 * @param {boolean} marked  as hex, so that it can be neither a number nor a word
 * @returns {Uint8Array | null}
 */
function hexGroups(text, marked) {
  if (!/^[0-9a-fhx$\s,;:_-]+$/i.test(text) || (SPACED.test(text) && JOINED.test(text))) return null;
  const groups = text.split(/[\s,;:_-]+/).filter(Boolean);
  const inner = groups.map((group) => HEX_GROUP.exec(group)?.[1] ?? "");
  const prefixed = marked || groups.every((group, i) => group !== inner[i]);
  const parts = prefixed && groups.length > 1 ? inner.map((part) => (part.length % 2 ? `0${part}` : part)) : inner;
  const digits = parts.join("");
  if (inner.includes("") || digits.length % 2 || digits.length < 4) return null;
  const bytes = hexDigitBytes(digits);
  if (prefixed || (/\d/.test(digits) && /[a-f]/i.test(digits))) return bytes;
  if (!/\d/.test(digits)) return null;
  const pairs = parts.length > 1 && parts.every((part) => part.length === 2) && !/[:_-]/.test(text);
  return pairs || isFrameOfDecimals(bytes, digits, parts.length) ? bytes : null;
}

/**
 * Whether digits from 0 to 9 alone are a frame, not a number or a date.
 * @param {Uint8Array} bytes
 * @param {string} digits
 * @param {number} groups
 */
function isFrameOfDecimals(bytes, digits, groups) {
  if (isWholeClose(bytes) && bytes[0] === 0x88) return true;
  if (groups === 1 && digits.length < 6) return false; // a number up to 65535
  const [first] = walkFrames(bytes);
  return bytes[0] === 0x88 || (first.fin && first.rsv === 0 && first.missing === 0 && first.end === bytes.length);
}

/** `00000011 11101000` @param {string} text */
function binaryBytes(text) {
  if (!/^[01]{8}(?:[\s,_]+[01]{8})+$/.test(text)) return null;
  return Uint8Array.from(text.match(/[01]{8}/g) ?? [], (bits) => parseInt(bits, 2));
}

/**
 * Hex digits somewhere in a log line: a whole Close frame, or a payload that is called one.  Less is no proof.
 * @param {string} text
 * @returns {Reading[]}
 */
export function readHexInText(text) {
  return [...text.matchAll(HEX_RUN)].flatMap((match) => {
    const [run] = match;
    const places = [...run.matchAll(/(?:0x)?([0-9a-f]{2})/gi)];
    const bytes = Uint8Array.from(places, ([, pair]) => parseInt(pair, 16));
    const named = !PLAIN_NUMBER.test(run) && NAMED_BEFORE.test(text.slice(Math.max(0, match.index - 12), match.index));
    const span = closeIn(bytes, named);
    if (!span) return [];
    const [first, last] = [places[span.start], places[span.end - 1]];
    const length = last.index + last[0].length - first.index;
    const spelling = "hexadecimal, found in the text";
    return [{ bytes: bytes.slice(span.start, span.end), spelling, at: match.index + first.index, length }];
  });
}

/**
 * Where a Close frame stands in bytes that may begin with a time of day and end with other numbers.
 * @param {Uint8Array} bytes
 * @param {boolean} named  as a payload
 */
function closeIn(bytes, named) {
  const whole = { start: 0, end: bytes.length };
  const finished = bytes[0] > 127; // a fragment of a Close frame is forbidden (RFC 6455, 5.5), a time such as 08:00 is not
  if ((finished && isWholeClose(bytes)) || (named && looksLikeClose(bytes))) return whole;
  for (let start = bytes.indexOf(0x88); start >= 0; start = bytes.indexOf(0x88, start + 1)) {
    const end = start + 2 + (bytes[start + 1] & 127) + (bytes[start + 1] > 127 ? 4 : 0);
    const fits = end - start <= LONGEST_CLOSE && end <= bytes.length;
    if (fits && (end === bytes.length || looksLikeFullClose(bytes.subarray(start, end)))) return { start, end };
  }
  return null;
}

/** A Close frame with a code that may be somebody's, which chance does not make. @param {Uint8Array} bytes */
function looksLikeFullClose(bytes) {
  const masked = bytes[1] > 127;
  return bytes.length > 3 && looksLikeClose(masked ? bytes : bytes.slice(2)) && looksLikeClose(bytes);
}

/** @param {string} digits  an even number of hex digits @returns {Uint8Array} */
export function hexDigitBytes(digits) {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
