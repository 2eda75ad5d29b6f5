// @ts-check
import { prepareQuery } from "./query.js";

const PLACEHOLDER = /<[^<>]{0,60}>/;
/** Placeholders for a number; what a text prints there may be a close code. */
export const NUMBER_PLACEHOLDER = /^<(?:n|code|name or number|status)>$/;

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
 * @param {string} text
 * @param {number | null} number
 * @param {number} library
 * @returns {Pattern}
 */
export function textPattern(text, number, library) {
  const plain = prepareQuery(text).text.replace(/[.:]$/, "");
  const pieces = plain.split(PLACEHOLDER);
  /** @type {string[]} */
  const gaps = plain.match(new RegExp(PLACEHOLDER, "g")) ?? [];
  if (pieces.length > 1 && pieces[0] === "") (pieces.shift(), gaps.shift());
  if (pieces.length > 1 && pieces[pieces.length - 1] === "" && !NUMBER_PLACEHOLDER.test(gaps[gaps.length - 1])) {
    (pieces.pop(), gaps.pop());
    pieces.push((pieces.pop() ?? "").trimEnd()); // the reason at the end may be empty
  }
  const key = pieces.reduce((a, b) => (b.length > a.length ? b : a));
  const letters = pieces.join("").replace(/[^\p{L}\p{N}]/gu, "").length;
  return { pieces, gaps, key, letters, number, library };
}
