// @ts-check
import { readBase64 } from "./base64.js";
import { isWholeClose } from "./close-reading.js";
import { readDump } from "./dump.js";
import { readEscaped } from "./escapes.js";
import { hexDigitBytes, readHexDigits } from "./hex-digits.js";
import { readInsideText } from "./inside-text.js";
import { readBareNumbers, readBracketed } from "./number-lists.js";

/** @typedef {{bytes: number[], notation: string}} Reading  the bytes, and how they were written */
/** @typedef {{problem: string, number?: number}} Unread     why a text is no bytes; the number that it is instead */

const LONGEST_PASTE = 20000;
const READERS = [readDump, readEscaped, readBracketed, readHexDigits, readBareNumbers, readBase64, readInsideText];

/**
 * The bytes that a pasted text stands for, in any notation that logs and debuggers use.  Takes any text.
 * @param {string} text
 * @returns {Reading | Unread}
 */
export function readNotation(text) {
  if (text.length > LONGEST_PASTE) return { problem: "This is more than 20,000 characters. Paste the frame alone." };
  const pasted = text.replace(/\u001b\[[0-9;]*m|[\u200b\u2060\ufeff]/g, "").trim();
  const number = soleDecimal(pasted);
  if (number !== null) return { problem: `${number} is a number, not bytes.`, number };
  for (const read of READERS) {
    const found = read(pasted);
    if (found) return found;
  }
  return { problem: problemWith(pasted) };
}

/**
 * `1006` is meant as the number, though it could be two bytes; `8800` is an empty Close frame.
 * @param {string} text
 */
function soleDecimal(text) {
  if (!/^[1-9]\d{0,4}$/.test(text) || Number(text) > 65535) return null;
  return text.length === 4 && isWholeClose(hexDigitBytes(text)) ? null : Number(text);
}

/** @param {string} text */
function problemWith(text) {
  const digits = text.replace(/0x|[\s:,-]/gi, "");
  if (/^[0-9a-f]+$/i.test(digits) && /\d/.test(digits)) {
    const one = digits.length === 1;
    return `${digits.length} hex ${one ? "digit" : "digits"}: a byte has two, so one is missing or too many.`;
  }
  return "No bytes found in this text.";
}
