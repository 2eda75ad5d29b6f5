import { lowerCase, plainText } from "./normalise.js";
import { sectionsFor } from "./situations.js";

/** @import {Finding, LookupIndex, Page, Query, Settings, TextEntry} from "./types.js" */

const PLACEHOLDER = /<[^<>]{0,60}>/;
/** The placeholder for the close code that a text prints. */
const CODE_PLACEHOLDER = "<code>";
const LONGEST_GAP = 400;
const MOST_TRIES = 20;
const MOST_TEXTS = 12;
/** Letters below which a text is so common that it must be nearly the whole query. */
const SHORT_TEXT = 12;
/** Letters from which on a text is no prose by chance. */
const LONG_TEXT = 34;
/** Letters that a cut-off text must have to be taken for a known one, and the longest query that is looked at. */
const LEAST_BEGUN = 16;
const LEAST_LIKE = 6;
const LONGEST_CUT = 400;
/** Letters that a text must have to be looked for at all. */
const LEAST_LETTERS = 3;
const ANY_LETTER = /[\p{L}\p{N}]/u;

/**
 * @typedef {object} Pattern
 * @property {string[]} pieces   what stands between the placeholders
 * @property {string[]} gaps     the placeholders, one fewer than the pieces
 * @property {string} key        the longest piece
 * @property {number} letters    how much of the text is fixed
 * @property {number} place      in the index
 *
 * @typedef {object} FoundText
 * @property {Pattern} pattern
 * @property {number | null} printed  the code that stands where the text has its `<code>`
 * @property {boolean} part           only a part of it was typed
 * @property {number} share           0 to 1
 * @property {[number, number]} span  where the text stands in the query
 */

/**
 * Recognises the log texts of the index in a query.
 * @param {LookupIndex} index
 * @param {Settings} settings
 */
export function createTextStage(index, { merge: { prose } }) {
  /** @type {Pattern[]} */
  const patterns = [];
  add(index.texts, 0);
  /** @type {Map<string, Page>} */
  const pages = new Map(
    sectionsFor("event", index).flatMap(({ page, words }) => words.slice(1).map((event) => [event, page])),
  );

  /** @param {TextEntry[]} texts @param {number} first  place of the first of them in the index */
  function add(texts, first) {
    const made = texts.map(([text], at) => textPattern(text, first + at));
    patterns.push(...made.filter(({ letters }) => letters >= LEAST_LETTERS));
  }

  return {
    /** @param {Query} query @returns {Finding[]} */
    find({ text }) {
      const found = patterns.map((pattern) => matchText(pattern, text, prose)).filter((match) => match !== null);
      const best = found.sort((a, b) => b.share - a.share).slice(0, MOST_TEXTS);
      return best.flatMap((match) => [...textFindings(match, index), ...eventFindings(match, index, pages)]);
    },
    /** Texts that have come, which follow the known ones. @param {TextEntry[]} texts */
    addTexts(texts) {
      add(texts, index.texts.length);
      index.texts.push(...texts);
    },
  };
}

/**
 * A text of a code leads to the code, another to the number that stands in it, else to its library.
 * @param {FoundText} found
 * @param {LookupIndex} index
 * @returns {Finding[]}
 */
function textFindings({ pattern, printed, part, share, span }, index) {
  const [, number, library] = index.texts[pattern.place];
  const clue = { share, span, text: pattern.place, why: "a known log text" };
  const shown = printed !== null && printed <= 65535 && !(printed > 9 && printed < 600) ? printed : null;
  const said = { ...clue, number: shown ?? 0, why: "the number in the log text" };
  if (number !== null)
    return [
      { ...clue, number, rule: part ? "partOfText" : "textOfCode" },
      ...(shown === null ? [] : [{ ...said, rule: /** @type {const} */ ("numberBesideText") }]),
    ];
  /** @type {Finding} */
  const own = { ...clue, library, rule: shown === null ? "textOfLibrary" : "libraryBesideNumber" };
  return shown === null ? [own] : [{ ...said, rule: "numberInKnownText" }, own];
}

/**
 * What a text reports may have a section of a guide, such as a handshake that was refused.
 * @param {FoundText} found
 * @param {LookupIndex} index
 * @param {Map<string, Page>} pages
 * @returns {Finding[]}
 */
function eventFindings({ pattern, share, span }, index, pages) {
  const page = pages.get(index.texts[pattern.place][3]);
  return page ? [{ ...page, share, span, text: pattern.place, rule: "textOfEvent", why: "a known log text" }] : [];
}

/**
 * @param {string} text
 * @param {number} place
 * @returns {Pattern}
 */
function textPattern(text, place) {
  const plain = lowerCase(plainText(text.normalize("NFKC"))).replace(/[.:]$/, "");
  const pieces = plain.split(PLACEHOLDER);
  /** @type {string[]} */
  const gaps = plain.match(new RegExp(PLACEHOLDER, "g")) ?? [];
  if (pieces.length > 1 && pieces[0] === "") (pieces.shift(), gaps.shift());
  if (pieces.length > 1 && pieces[pieces.length - 1] === "" && gaps[gaps.length - 1] !== CODE_PLACEHOLDER) {
    (pieces.pop(), gaps.pop());
    pieces.push((pieces.pop() ?? "").trimEnd()); // the reason at the end may be empty
  }
  const key = pieces.reduce((a, b) => (b.length > a.length ? b : a));
  const letters = pieces.join("").replace(/[^\p{L}\p{N}]/gu, "").length;
  return { pieces, gaps, key, letters, place };
}

/**
 * @param {Pattern} pattern
 * @param {string} text
 * @param {number} prose  what a short text among other words is worth
 * @returns {FoundText | null}
 */
function matchText(pattern, text, prose) {
  if (text.includes(pattern.key)) {
    let from = text.indexOf(pattern.pieces[0]);
    for (let tries = 0; from >= 0 && tries < MOST_TRIES; tries += 1) {
      const match = matchFrom(pattern, text, from, prose);
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
 * @param {number} prose
 * @returns {FoundText | null}
 */
function matchFrom(pattern, text, from, prose) {
  const { pieces, gaps, letters } = pattern;
  let at = from + pieces[0].length;
  let printed = null;
  for (let i = 1; i < pieces.length; i += 1) {
    const next = pieces[i] === "" ? endOfGap(text, at) : text.indexOf(pieces[i], at);
    if (next < 0 || next - at > LONGEST_GAP) return null;
    if (gaps[i - 1] === CODE_PLACEHOLDER) {
      const digits = /^\D{0,2}(\d{1,6})\b/.exec(text.slice(at, at + 12))?.[1];
      if (!digits) return null;
      printed ??= Number(digits);
    }
    at = next + pieces[i].length;
  }
  if (!standsAlone(text, from, at)) return null;
  const share = textShare(letters, text.length) * (letters < LONG_TEXT && isInProse(text, from, at) ? prose : 1);
  return { pattern, printed, part: false, share, span: [from, at] };
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
  const cutBefore = ANY_LETTER.test(text[from] ?? "") && ANY_LETTER.test(text[from - 1] ?? "");
  return !cutBefore && !(ANY_LETTER.test(text[to - 1] ?? "") && ANY_LETTER.test(text[to] ?? ""));
}

/**
 * Whether words go on before or behind a place: "connection closed" in "the connection closed after 2 minutes" is no
 * log text.  A program prints its texts at the end of a line, or with a mark behind them.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
function isInProse(text, from, to) {
  return /^ [\p{L}\p{N}]/u.test(text.slice(to, to + 2)) || /\p{L}{2} $/u.test(text.slice(Math.max(0, from - 3), from));
}

/**
 * The more of a text is fixed, and the more of the query it covers, the surer.  0 to 1.
 * @param {number} letters
 * @param {number} length  of the query
 */
function textShare(letters, length) {
  const covered = Math.min(1, letters / Math.max(1, length * 0.85));
  const own = 52 + 44 * (1 - Math.exp(-letters / 16));
  const most = 88 + 9 * (1 - Math.exp(-letters / 20));
  const common = letters < SHORT_TEXT && covered < 0.9 ? 15 : 0;
  return (Math.max(own, own + (most - own) * covered ** 2) - common) / 100;
}

/**
 * The query is a part of a known text, such as `keepalive ping timeout`, or its beginning, as when a line is cut off.
 * @param {Pattern} pattern
 * @param {string} text
 * @returns {FoundText | null}
 */
function partOfText(pattern, text) {
  if (text.length < 8 || !/[a-z] [a-z]/.test(text)) return null;
  const at = pattern.key.indexOf(text);
  const inside = at >= 0 && !ANY_LETTER.test(pattern.key[at - 1] ?? "");
  const share = inside ? text.length / pattern.key.length : begunTextShare(pattern, text);
  return share ? { pattern, printed: null, part: true, share: 0.7 + 0.2 * share, span: [0, text.length] } : null;
}

/**
 * How much of a text the query reaches from the text's beginning to its own end, 0 to 1.
 * @param {Pattern} pattern
 * @param {string} text
 */
function begunTextShare({ pieces, letters }, text) {
  if (text.length > LONGEST_CUT || pieces.length < 2 || pieces[0].length < 4) return 0;
  const from = text.lastIndexOf(pieces[0]);
  if (from < 0) return 0;
  let at = from + pieces[0].length;
  let read = pieces[0].length;
  for (const piece of pieces.slice(1)) {
    const next = piece && text.indexOf(piece, at);
    if (next === "" || next < 0) {
      const shared = endShared(piece, text.slice(at));
      if (!shared && piece && text.includes(piece.slice(0, LEAST_LIKE), at)) return 0; // it goes on in another way
      read += shared;
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
