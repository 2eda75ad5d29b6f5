// @ts-check

/**
 * @typedef {object} Utf8Text
 * @property {string} text   with U+FFFD where the bytes are no UTF-8
 * @property {number} badAt  how many bytes are good before the first that is not; -1 when all are
 * @property {boolean} cut   the bytes end inside a character
 */

/**
 * Bytes read as UTF-8.
 * @param {number[]} bytes
 * @param {boolean} [more]  more bytes would follow, so a character may end early
 * @returns {Utf8Text}
 */
export function readUtf8(bytes, more = false) {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes));
  if (isUtf8(bytes, more)) return { text, badAt: -1, cut: false };
  const badAt = goodBytes(bytes);
  return { text, badAt, cut: badAt === bytes.length };
}

/**
 * The length of the longest beginning that is, or could become, UTF-8.
 * @param {number[]} bytes
 */
function goodBytes(bytes) {
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes.slice(0, middle), true)) good = middle;
    else bad = middle;
  }
  return good;
}

/** @param {number[]} bytes @param {boolean} more */
function isUtf8(bytes, more) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes), { stream: more });
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text @returns {number[]} */
export function utf8Bytes(text) {
  return [...new TextEncoder().encode(text)];
}

/**
 * The longest beginning of a text that fits into some bytes of UTF-8, without cutting a character.
 * @param {string} text
 * @param {number} room in bytes
 */
export function cutToBytes(text, room) {
  let used = 0;
  let kept = "";
  for (const character of text) {
    used += utf8Bytes(character).length;
    if (used > room) break;
    kept += character;
  }
  return kept;
}

const LONGEST_SHOWN = 300;

/**
 * A text as it can be shown: control characters as their pictures, those that turn the direction as numbers, cut when long.
 * @param {string} text
 */
export function visibleText(text) {
  const shown = text
    .replace(/[\u0000-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/\u007f/g, "\u2421")
    .replace(/[\u0080-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (sign) => `<${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`);
  return shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown;
}
