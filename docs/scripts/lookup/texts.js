// @ts-check
import { partOfText } from "./text-parts.js";
import { NUMBER_PLACEHOLDER, textPattern } from "./text-patterns.js";

const LONGEST_GAP = 400;
const MOST_TRIES = 20;
/** Letters below which a text is so common that it must be nearly the whole query. */
const SHORT_TEXT = 12;

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
 * @param {import("./text-patterns.js").Pattern} pattern
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
 * @param {import("./text-patterns.js").Pattern} pattern
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
