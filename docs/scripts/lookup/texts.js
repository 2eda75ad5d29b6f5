// @ts-check
import { prepareQuery } from "./query.js";

const PLACEHOLDER = /<[^<>]{0,60}>/;
const NUMBER_PLACEHOLDER = /^<(?:n|code|name or number|status)>$/;
const LONGEST_GAP = 400;
const MOST_TRIES = 20;
/** Letters below which a text is so common that it must be nearly the whole query. */
const SHORT_TEXT = 12;

/**
 * @typedef {object} Pattern
 * @property {string[]} pieces   what stands between the placeholders
 * @property {string[]} gaps     the placeholders, one fewer than the pieces
 * @property {string} key        the longest piece
 * @property {number} letters    how much of the text is fixed
 * @property {number | null} number
 * @property {number} library
 */

/**
 * @typedef {object} FoundText
 * @property {number | null} number   the code the text belongs to
 * @property {number | null} printed  the number that stands where the text has its `<n>`
 * @property {number} library
 * @property {number} score
 * @property {[number, number]} span  where the text stands in the query
 */

/**
 * Recognises the log texts of the index in a query.
 * @param {[string, number | null, number][]} texts
 * @returns {(text: string) => FoundText[]}
 */
export function createTextFinder(texts) {
  const patterns = texts.map(([text, number, library]) => textPattern(text, number, library));
  return (text) => {
    const found = patterns.map((pattern) => matchText(pattern, text)).filter((match) => match !== null);
    return found.sort((a, b) => b.score - a.score).slice(0, 12);
  };
}

/**
 * @param {string} text
 * @param {number | null} number
 * @param {number} library
 * @returns {Pattern}
 */
function textPattern(text, number, library) {
  const plain = prepareQuery(text).text.replace(/[.:]$/, "");
  const pieces = plain.split(PLACEHOLDER);
  /** @type {string[]} */
  const gaps = plain.match(new RegExp(PLACEHOLDER, "g")) ?? [];
  if (pieces.length > 1 && pieces[0] === "") pieces.shift(), gaps.shift();
  const key = pieces.reduce((a, b) => (b.length > a.length ? b : a));
  const letters = pieces.join("").replace(/[^\p{L}\p{N}]/gu, "").length;
  return { pieces, gaps, key, letters, number, library };
}

/**
 * @param {Pattern} pattern
 * @param {string} text
 * @returns {FoundText | null}
 */
function matchText(pattern, text) {
  if (pattern.letters < 3) return null;
  if (text.includes(pattern.key)) {
    let from = text.indexOf(pattern.pieces[0]);
    for (let tries = 0; from >= 0 && tries < MOST_TRIES; tries += 1) {
      const match = matchFrom(pattern, text, from);
      if (match) return match;
      from = text.indexOf(pattern.pieces[0], from + 1);
    }
  }
  return partOfText(pattern, text);
}

/**
 * @param {Pattern} pattern
 * @param {string} text
 * @param {number} from
 * @returns {FoundText | null}
 */
function matchFrom({ pieces, gaps, letters, number, library }, text, from) {
  let at = from + pieces[0].length;
  let printed = null;
  for (let i = 1; i < pieces.length; i += 1) {
    const next = pieces[i] === "" ? endOfGap(text, at) : text.indexOf(pieces[i], at);
    if (next < 0 || next - at > LONGEST_GAP) return null;
    if (NUMBER_PLACEHOLDER.test(gaps[i - 1])) {
      const digits = /^\D{0,2}(\d{1,6})\b/.exec(text.slice(at, at + 12))?.[1];
      if (gaps[i - 1] === "<n>" && !digits) return null;
      printed ??= digits ? Number(digits) : null;
    }
    at = next + pieces[i].length;
  }
  if (!standsAlone(text, from, at)) return null;
  return { number, printed, library, score: textScore(letters, text.length), span: [from, at] };
}

/**
 * @param {string} text
 * @param {number} at  where something of unknown length begins that nothing follows
 */
function endOfGap(text, at) {
  const end = text.slice(at).search(/[\s,;)\]}"']/);
  return end < 0 ? text.length : at + end;
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
function standsAlone(text, from, to) {
  const letter = /[\p{L}\p{N}]/u;
  const cutBefore = letter.test(text[from] ?? "") && letter.test(text[from - 1] ?? "");
  return !cutBefore && !(letter.test(text[to - 1] ?? "") && letter.test(text[to] ?? ""));
}

/**
 * The query is a part of a known text, such as `keepalive ping timeout`, or its beginning, as when a line is cut off.
 * @param {Pattern} pattern
 * @param {string} text
 * @returns {FoundText | null}
 */
function partOfText(pattern, text) {
  if (text.length < 8 || !/[a-z] [a-z]/.test(text)) return null;
  const { number, library } = pattern;
  const at = pattern.key.indexOf(text);
  const inside = at >= 0 && !/[\p{L}\p{N}]/u.test(pattern.key[at - 1] ?? "");
  const share = inside ? text.length / pattern.key.length : begunShare(pattern, text);
  return share ? { number, printed: null, library, score: 70 + 20 * share, span: [0, text.length] } : null;
}

/**
 * How much of a text the query reaches from the text's beginning to its own end, 0 to 1.
 * @param {Pattern} pattern
 * @param {string} text
 */
function begunShare({ pieces, letters }, text) {
  if (text.length > LONGEST_GAP) return 0;
  const from = text.lastIndexOf(pieces[0]);
  if (from < 0 || pieces.length < 2 || pieces[0].length < 4) return 0;
  let at = from + pieces[0].length;
  let read = pieces[0].length;
  for (const piece of pieces.slice(1)) {
    const next = piece && text.indexOf(piece, at);
    if (next === "" || next < 0) return read + endShared(piece, text.slice(at)) >= 16 ? Math.min(1, (read + endShared(piece, text.slice(at))) / (letters * 1.2)) : 0;
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
  for (let length = Math.min(piece.length, text.length); length > 0; length -= 1) if (text.endsWith(piece.slice(0, length))) return length;
  return 0;
}

/**
 * How sure a text makes: the more of it is fixed, and the more of the query it covers, the surer.
 * @param {number} letters
 * @param {number} length  of the query
 */
function textScore(letters, length) {
  const covered = Math.min(1, letters / Math.max(1, length * 0.85));
  const own = 52 + 44 * (1 - Math.exp(-letters / 16));
  const most = 88 + 9 * (1 - Math.exp(-letters / 20));
  const common = letters < SHORT_TEXT && covered < 0.9 ? 15 : 0;
  return Math.max(own, own + (most - own) * covered ** 2) - common;
}
