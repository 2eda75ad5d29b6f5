// @ts-check

/** @typedef {import("./notation.js").Reading} Reading */

/**
 * `[3, 238]`, `<Buffer 03 ee>`, `Uint8Array(2) [ 3, 238 ]`, `[]byte{0x3, 0xee}`, `<<3,238>>`, `{"0":3,"1":238}`, and Java's
 * `[3, -18]`: the longest list of bytes in brackets.
 * @param {string} text
 * @returns {Reading | import("./notation.js").Unread | null}
 */
export function readBracketed(text) {
  /** @type {Reading | null} */
  let longest = null;
  for (const [whole, inside] of text.matchAll(/[[({<]([^[\](){}<>]*)[\])}>]/g)) {
    const shortened = /^\s*buffer\s.*\.\.\.\s*(\d+) more byte/is.exec(inside);
    if (shortened) return { problem: `Node left out ${shortened[1]} bytes of this Buffer. Print it with .toString("hex").` };
    const found = listBytes(inside);
    const enough = found && (found.bytes.length > 1 || whole === text);
    if (enough && found.bytes.length > (longest?.bytes.length ?? 0)) longest = found;
  }
  return longest;
}

/**
 * `136 2 3 232` without brackets.
 * @param {string} text
 * @returns {Reading | null}
 */
export function readBareNumbers(text) {
  const found = listBytes(text);
  return found && found.bytes.length > 1 ? found : null;
}

/** @param {string} inside @returns {Reading | null} */
function listBytes(inside) {
  const isBuffer = /^\s*buffer\s/i.test(inside);
  const plain = inside.replace(/^\s*buffer\s/i, "").replace(/"\d{1,5}"\s*:/g, "");
  const tokens = plain.split(/[\s,;]+/).filter(Boolean);
  if (tokens.length === 0) return null;
  const all = (/** @type {RegExp} */ form) => tokens.every((token) => form.test(token));
  const isHex = all(/^0x[0-9a-f]{1,2}$/i) || (all(/^[0-9a-f]{2}$/i) && (isBuffer || tokens.some((token) => /[a-f]|^0/i.test(token))));
  if (isHex) return { bytes: tokens.map((token) => parseInt(token, 16)), notation: "hexadecimal" };
  const numbers = tokens.map(Number);
  if (!all(/^-?\d{1,3}$/) || numbers.some((number) => number < -128 || number > 255)) return null;
  return { bytes: numbers.map((number) => number & 255), notation: "decimal bytes" };
}
