import { isOneEditApart } from "./language.js";

/** @import {Answer, Finding, Query, RankingTable} from "./types.js" */

/** Words of a query that are read, so that a long paste takes no longer than a sentence. */
const MOST_READ_WORDS = 60;
/** The cue that every query has. */
export const BASE = "*";
/** Codes that have marks of their own: those that are registered below 1016. */
const OWN_CODE = /^10(?:0\d|1[0-5])$/;
const MANY_WORDS = [3, 6, 12, 25];
/** So many known words of a query tell pages apart. */
const ENOUGH_KNOWN = 2;
/** Letters from which on a word that differs by one of them is the same with a slip. */
const SHORTEST_SLIP = 6;
/** A cue that is a word; other kinds of cues have a space, pairs a plus, and digits are no slips. */
const ONE_WORD = /^[^\s\d+]{5,}$/;

/**
 * What is known of an answer before it is ranked.
 * @typedef {object} Candidate
 * @property {Answer} answer
 * @property {Finding[]} findings  all that lead to its page
 * @property {number[]} sure       how sure each of them is, 0 to 100
 *
 * @typedef {[string, number][]} Marks  names and values
 */

/**
 * What a query has that tells which page it asks for: its words and each two neighbours of them, its form, and what the
 * stages found in it.
 * @param {Query} query
 * @param {Candidate[]} candidates
 * @returns {string[]}
 */
export function cuesOf({ tokens, form, text }, candidates) {
  const words = wordsOf(tokens);
  const pairs = words.slice(1).map((word, i) => `${words[i]}+${word}`);
  const found = candidates.flatMap(({ findings }) => findings.map(({ rule }) => `found ${rule}`));
  const length = MANY_WORDS.filter((many) => tokens.length > many).length;
  const scripts = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(text) ? ["in cjk"] : [];
  return [...new Set([...words.map(cueOf), ...pairs, ...found, `form ${form}`, `length ${length}`, ...scripts])];
}

/** @param {Query["tokens"]} tokens */
function wordsOf(tokens) {
  return tokens.slice(0, MOST_READ_WORDS).map(({ word }) => word);
}

/**
 * A number counts by how many digits it has, but for what may be an HTTP status.
 * @param {string} word
 */
function cueOf(word) {
  return /^\d+$/.test(word) && !/^[2-5]\d\d$/.test(word) ? `number ${Math.min(word.length, 5)}` : word;
}

/**
 * Reads a cue that is not known as the one that somebody meant: each of its words that is not known as the known one that
 * begins alike and differs by a letter.
 * @param {{has: (cue: string) => boolean, keys: () => Iterable<string>}} known  cues: a set of them, or a map
 * @returns {(cue: string) => string}
 */
export function createSpelling(known) {
  /** @type {Map<string, string[]>} */
  const begun = new Map();
  for (const cue of known.keys()) {
    if (!ONE_WORD.test(cue)) continue;
    const others = begun.get(cue[0]);
    if (others) others.push(cue);
    else begun.set(cue[0], [cue]);
  }
  const meant = (/** @type {string} */ word) =>
    known.has(word) || word.length < SHORTEST_SLIP || !ONE_WORD.test(word)
      ? word
      : (begun.get(word[0])?.find((other) => isOneEditApart(word, other)) ?? word);
  return (cue) => (known.has(cue) ? cue : cue.split("+").map(meant).join("+"));
}

/**
 * What tells an answer from others: its page, what kind of page that is, and how it was found.
 * The first two are what cues speak about.
 * @param {Candidate} candidate
 * @param {number} most  how sure the surest of all answers is
 * @param {string[]} typed  the codes of the query, in its order
 * @returns {{kinds: string[], marks: Marks}}
 */
export function marksOf({ answer, findings, sure }, most, typed) {
  const page = answer.path.split(/\/?(?:[?#]|$)/)[0];
  const role = roleOf(answer.kind, page, typed);
  const own = answer.kind === "code" ? OWN_CODE.test(page) : answer.kind !== "number";
  const kinds = own ? [role, page] : [role];
  /** @type {Map<string, number>} */
  const rules = new Map();
  findings.forEach(({ rule }, i) => rules.set(rule, Math.max(rules.get(rule) ?? 0, sure[i])));
  /** @type {Marks} */
  const marks = [
    ["score", answer.score / 25],
    ["behind", (most - answer.score) / 25],
  ];
  for (const [rule, value] of rules) marks.push([`rule ${rule}`, 1], [`sure ${rule}`, value / 50]);
  const place = typed.indexOf(page);
  if (typed.length > 1 && place >= 0)
    marks.push([place === 0 ? "first code" : place === typed.length - 1 ? "last code" : "middle code", 1]);
  return { kinds, marks };
}

/**
 * @param {string} kind
 * @param {string} page
 * @param {string[]} typed
 */
function roleOf(kind, page, typed) {
  return (kind === "code" || kind === "number") && typed.includes(page) ? `typed ${kind}` : kind;
}

/** @param {string} text @returns {string[]} */
export function typedCodes(text) {
  return [...new Set(text.match(/\b\d{4}\b/g) ?? [])].slice(0, 8);
}

/**
 * Orders answers by what was learned from labelled queries: a table says what each cue of the query adds to each kind
 * of page, and what each mark of an answer adds by itself.
 * @param {RankingTable} table
 */
export function createRanking({ step, base, kinds, letters, cues }) {
  const many = letters.length;
  const middle = many / 2 - 1;
  const rows = new Map(Object.entries(cues));
  const spelling = createSpelling(rows);

  /**
   * What each kind of page gets by a cue; it is read when it is asked for, because most never are.
   * @param {string} cue
   * @returns {Marks}
   */
  const weightsOf = (cue) =>
    (rows.get(cue)?.match(/.../g) ?? []).map(([high, low, weight]) => [
      kinds[letters.indexOf(high) * many + letters.indexOf(low)],
      letters.indexOf(weight) - middle,
    ]);

  /**
   * Whether it can tell pages apart by the words of a query that no stage found anything in: when two of them are cues,
   * or its only one is.
   * @param {Query} query
   */
  function knows({ tokens }) {
    const words = [...new Set(wordsOf(tokens))];
    const known = words.filter((word) => rows.has(cueOf(word)));
    return known.length >= ENOUGH_KNOWN || (known.length === 1 && words.length === 1);
  }

  /**
   * @param {Query} query
   * @param {Candidate[]} candidates
   * @returns {number[]}  how likely each is what was asked for, 0 to 100
   */
  function likelihoods(query, candidates) {
    const typed = typedCodes(query.text);
    const most = Math.max(...candidates.map(({ answer }) => answer.score));
    /** @type {Map<string, number>} */
    const gained = new Map();
    for (const cue of cuesOf(query, candidates))
      for (const [kind, weight] of weightsOf(spelling(cue))) gained.set(kind, (gained.get(kind) ?? 0) + weight);
    const sums = candidates.map((candidate) => {
      const own = marksOf(candidate, most, typed);
      const ofMarks = own.marks.reduce((sum, [mark, value]) => sum + value * (base[mark] ?? 0), 0);
      return step * own.kinds.reduce((sum, kind) => sum + (base[kind] ?? 0) + (gained.get(kind) ?? 0), ofMarks);
    });
    const highest = Math.max(...sums);
    const odds = sums.map((sum) => Math.exp(sum - highest));
    const all = odds.reduce((sum, own) => sum + own, 0);
    return odds.map((own) => (100 * own) / all);
  }

  return { likelihoods, knows };
}
