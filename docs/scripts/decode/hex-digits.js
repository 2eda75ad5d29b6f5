// @ts-check

/**
 * Hex digits: `880203e8`, `88 02 03 e8`, `88:02:03:e8`, `0x88, 0x02`, `8802 03e8`, also broken by spaces anywhere.
 * @param {string} text
 * @returns {import("./notation.js").Reading | null}
 */
export function readHexDigits(text) {
  const core = withoutWrapping(text);
  for (const piece of [core, core.replace(/^[a-z][a-z _-]{0,20}[:=]\s*/i, "")]) {
    const bytes = hexPiece(withoutWrapping(piece));
    if (bytes) return { bytes, notation: "hexadecimal" };
  }
  return null;
}

/** @param {string} text */
function hexPiece(text) {
  if (!/^[0-9a-fx\s,;:_-]+$/i.test(text)) return null;
  const groups = text.split(/[\s,;:_-]+/).filter(Boolean).map((group) => group.replace(/^(?:0x|x)/i, ""));
  const digits = groups.join("");
  if (digits.length % 2 || !/^(?:[0-9a-f]{2})+$/i.test(digits)) return null;
  const even = groups.every((group) => group.length % 2 === 0);
  const couldBeDecimal = groups.length > 1 && groups.every((group) => /^\d{1,3}$/.test(group) && Number(group) < 256);
  return even || !couldBeDecimal ? hexDigitBytes(digits) : null;
}

/** Quotes, backticks and the marks of SQL and CBOR around hex digits. @param {string} text */
function withoutWrapping(text) {
  return text.replace(/^[hxX]?["'`]|^\\x(?=(?:[0-9a-f]{2}){2,}$)/i, "").replace(/["'`][.,;]?$/, "").trim();
}

/** @param {string} digits an even number of hex digits @returns {number[]} */
export function hexDigitBytes(digits) {
  return (digits.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
}
