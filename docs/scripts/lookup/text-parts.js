// @ts-check

/** Letters that a cut-off text must have to be taken for a known one, and the longest query that is looked at. */
const LEAST_BEGUN = 16;
const LONGEST_CUT = 400;

/**
 * The query is a part of a known text, such as `keepalive ping timeout`, or its beginning, as when a line is cut off.
 * @param {import("./text-patterns.js").Pattern} pattern
 * @param {string} text
 * @returns {import("./texts.js").FoundText | null}
 */
export function partOfText(pattern, text) {
  if (text.length < 8 || !/[a-z] [a-z]/.test(text)) return null;
  const { number, library } = pattern;
  const at = pattern.key.indexOf(text);
  const inside = at >= 0 && !/[\p{L}\p{N}]/u.test(pattern.key[at - 1] ?? "");
  const share = inside ? text.length / pattern.key.length : begunShare(pattern, text);
  return share ? { number, printed: null, library, score: 70 + 20 * share, span: [0, text.length] } : null;
}

/**
 * How much of a text the query reaches from the text's beginning to its own end, 0 to 1.
 * @param {import("./text-patterns.js").Pattern} pattern
 * @param {string} text
 */
function begunShare({ pieces, letters }, text) {
  if (text.length > LONGEST_CUT || pieces.length < 2 || pieces[0].length < 4) return 0;
  const from = text.lastIndexOf(pieces[0]);
  if (from < 0) return 0;
  let at = from + pieces[0].length;
  let read = pieces[0].length;
  for (const piece of pieces.slice(1)) {
    const next = piece && text.indexOf(piece, at);
    if (next === "" || next < 0) {
      read += endShared(piece, text.slice(at));
      return read >= LEAST_BEGUN ? Math.min(1, read / (letters * 1.2)) : 0;
    }
    read += piece.length;
    at = next + piece.length;
  }
  return 0;
}

/**
 * How many letters of a piece the text ends with.
 * @param {string} piece
 * @param {string} text
 */
function endShared(piece, text) {
  let length = Math.min(piece.length, text.length);
  while (length > 0 && !text.endsWith(piece.slice(0, length))) length -= 1;
  return length;
}
