import { readDumps } from "./dumps.js";
import { readBase64, readPercent } from "./encodings.js";
import { readEscapes } from "./escapes.js";
import { isWholeClose, looksLikeClose } from "./frames.js";
import { readHexDigits, readHexInText } from "./hex-digits.js";
import { readBareNumbers, readLists } from "./number-lists.js";
import { coversText } from "./text-span.js";

/**
 * @typedef {object} Reading  bytes that a text spells
 * @property {Uint8Array} bytes  at least two
 * @property {string} spelling  how they were written, such as `hexadecimal`
 * @property {number} at  where that begins in the text
 * @property {number} length  of it
 */

/** Characters that are read; nobody pastes a Close frame of more. */
export const LONGEST_PASTE = 20000;
// In this order where two of them read the same place: what is marked as bytes comes before bare digits and letters.
const READERS = [
  readDumps,
  readEscapes,
  readLists,
  readPercent,
  readHexDigits,
  readBareNumbers,
  readBase64,
  readHexInText,
];

/**
 * The bytes that a text spells, whatever the notation: first what is a whole Close frame, then what can be the payload of
 * one, then the rest, each in the order of the text.  Inside a longer text only what looks like a close is taken for bytes,
 * since times, versions and lists of numbers look like bytes too.  Takes any text; the time is linear in its length.
 * @param {string} text
 * @returns {Reading[]} empty when it spells none; a number such as `1006` or a word such as `cafe` is none
 */
export function readBytes(text) {
  const plain = withoutInvisible(text.slice(0, LONGEST_PASTE));
  const taken = new Uint8Array(plain.length);
  /** @type {Reading[]} */
  const readings = [];
  for (const read of READERS) {
    for (const reading of read(plain)) {
      const [from, to] = [reading.at, reading.at + reading.length];
      const meant = reading.bytes.length > 1 && (coversText(plain, from, to) || looksLikeClose(reading.bytes));
      if (!meant || taken.subarray(from, to).includes(1)) continue;
      taken.fill(1, from, to);
      readings.push(reading);
    }
  }
  return readings.sort((a, b) => likelihood(b.bytes) - likelihood(a.bytes) || a.at - b.at);
}

/** Colours of a terminal and characters without width, as blanks, so that places stay. @param {string} text */
function withoutInvisible(text) {
  return text.replace(/\u001b\[[0-9;]{0,20}m|[\u200b\u2060\ufeff]/g, (sign) => " ".repeat(sign.length));
}

/** @param {Uint8Array} bytes */
function likelihood(bytes) {
  return isWholeClose(bytes) ? 2 : looksLikeClose(bytes) ? 1 : 0;
}
