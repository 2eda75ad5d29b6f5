import { looksLikeClose, utf8Bytes } from "./frames.js";
import { blanked, unwrapped } from "./text-span.js";

/** @import { Reading } from "./read-bytes.js" */

const BRACKETED = /[[({<]([^[\](){}<>]*)[\])}>]/g;
const CAST = /\((?:s?byte|(?:unsigned )?char|u?int8(?:_t)?)\)|\.toU?Byte\(\)/gi; // Java, C, Kotlin
const CHROME_TAIL = /,\s{0,9}buffer: ArrayBuffer\([^\]]*/g; // what the console of Chrome prints after the bytes of a Uint8Array
const INDEX = /"\d{1,5}"\s{0,3}:|\b\d{1,5}: /g; // of an object such as {0: 3, 1: 238}, its keys in quotes
const TOKEN = /"([^"]*)"|[^\s,;"]+/g;

/**
 * Lists of bytes in brackets: `[3, 238]`, `<Buffer 03 ee>`, `Uint8Array(2) [ 3, 238 ]`, `[]byte{0x3, 0xee}`, `<<3,238>>`,
 * `<<1006:16, "bye">>`, `{"0":3,"1":238}`, `new byte[] { 3, (byte) 0xEE }`, `#u8(3 238)`, and Java's `[3, -18]`.
 * @param {string} text
 * @returns {Reading[]}
 */
export function readLists(text) {
  const plain = blanked(blanked(text, CHROME_TAIL), CAST);
  return [...plain.matchAll(BRACKETED)].flatMap((match) => {
    const found = listBytes(match[1], match[0].startsWith("<") && !match[0].includes(","));
    return found ? [{ ...found, at: match.index, length: match[0].length }] : [];
  });
}

/**
 * `136 2 3 232`: decimal bytes without brackets.  Almost any few numbers could be meant, so they must look like a close.
 * @param {string} text
 * @returns {Reading[]}
 */
export function readBareNumbers(text) {
  const { core, at } = unwrapped(blanked(text, CAST));
  const found = /^[-\d]/.test(core) || /^0x/i.test(core) ? listBytes(core, false) : null;
  return found && looksLikeClose(found.bytes) ? [{ ...found, at, length: core.length }] : [];
}

/**
 * @param {string} inside
 * @param {boolean} angled  between < and > without commas, as Node and Objective-C print hex
 * @returns {{bytes: Uint8Array, spelling: string} | null}
 */
function listBytes(inside, angled) {
  const isBuffer = /^\s*buffer\s/i.test(inside);
  const plain = inside.replace(/^\s*buffer\s/i, "").replace(INDEX, " ");
  const tokens = [...plain.matchAll(TOKEN)];
  const words = tokens.map(([whole]) => whole);
  if (words.length === 0) return null;
  const hexPairs = words.every((word) => /^[0-9a-f]{2}$/i.test(word));
  if (hexPairs && (isBuffer || angled || words.some((word) => /[a-f]|^0/i.test(word)))) {
    return { bytes: Uint8Array.from(words, (word) => parseInt(word, 16)), spelling: "hexadecimal" };
  }
  /** @type {number[]} */
  const bytes = [];
  for (const [word, letters] of tokens) {
    const more = letters === undefined ? numberBytes(word) : bytes.length > 1 ? [...utf8Bytes(letters)] : null;
    if (!more) return null;
    bytes.push(...more);
  }
  return {
    bytes: Uint8Array.from(bytes),
    spelling: words.every((word) => /x/i.test(word)) ? "hexadecimal" : "decimal bytes",
  };
}

/**
 * One number of a list: `3`, `-18`, `238u8`, `0xee`, `0o356`, Erlang's `16#EE`, or its `1006:16`, which is two bytes.
 * @param {string} word
 * @returns {number[] | null}
 */
function numberBytes(word) {
  const wide = /^(\d{1,5})::?16$/.exec(word);
  if (wide) return Number(wide[1]) < 65536 ? [Number(wide[1]) >> 8, Number(wide[1]) & 255] : null;
  const plain = word.replace(/^16#/, "0x").replace(/u8$/, "");
  if (!/^(?:-?\d{1,3}|0x[0-9a-f]{1,2}|0o[0-7]{1,3}|0b[01]{1,8})$/i.test(plain)) return null;
  const number = Number(plain);
  return number >= -128 && number <= 255 ? [number & 255] : null;
}
