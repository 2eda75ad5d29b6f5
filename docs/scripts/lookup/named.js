// @ts-check
import { isOneEditApart } from "./typos.js";

/** How many words a query has at most that somebody typed rather than pasted. */
export const SHORT_QUERY = 6;
/** The weight of a word from which on it can name a service by itself. */
const DISTINCT = 2.6;

/**
 * Whether the query has the word that tells a service from others: not "server" or "gateway", which many share.
 * A word with a typo stands for the one that was meant.
 * @param {string[]} asked
 * @param {Set<string>} heads
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 */
export function isDistinct(asked, heads, vocabulary) {
  const close = asked.length <= SHORT_QUERY;
  return asked.some((word) => (heads.has(word) ? vocabulary.weight(word) >= DISTINCT : close && isMeant(word, heads)));
}

/**
 * @param {string} word
 * @param {Set<string>} heads
 */
function isMeant(word, heads) {
  return (
    word.length >= 4 &&
    [...heads].some((head) => (head.length >= 5 && isOneEditApart(word, head)) || head.startsWith(word))
  );
}
