// @ts-check
import { NEAR, likeness, nearness } from "./nearness.js";
import { withoutNoise } from "./noise.js";

/** How many different numbers of a long paste are looked at. */
const MOST_NUMBERS = 40;
// One character or one word a turn: with a run inside the run, 38 dashes took longer than anybody waits.
const FILLER = /(?:[\s"'`()[\]{}<>:=,;.#*|\\/-]|\b(?:is|was|of|with|number|no|and|then|by|as|got|the)\b)+$/;

/**
 * @typedef {object} FoundNumber
 * @property {number} value
 * @property {number} score
 * @property {string} why
 * @property {number} at    where it stands in the text
 * @property {boolean} [negative]
 * @property {boolean} [sole]  nothing else was typed
 */

/**
 * The decimal numbers of a query that may be close codes, with how sure that is.
 * @param {import("./types.js").Query} query
 * @param {(value: number) => number} share  how much a number counts, 0 to 1, by what is known of it
 * @returns {FoundNumber[]}
 */
export function findNumbers(query, share) {
  const alone = soleNumber(query.text);
  if (alone !== null) {
    return [
      {
        value: Math.abs(alone),
        score: 99,
        why: "the number",
        at: 0,
        sole: true,
        negative: alone < 0 || Object.is(alone, -0),
      },
    ];
  }
  const clean = withoutNoise(query.text);
  const length = lengthOf(query.text);
  /** @type {Map<number, FoundNumber>} */
  const found = new Map();
  for (const match of clean.matchAll(/0x[0-9a-f]{1,4}(?![0-9a-z])|\d{1,15}/g)) {
    const number = readNumber(query.text, clean, match[0], match.index ?? 0, length, share);
    if (number && number.score > (found.get(number.value)?.score ?? 0)) found.set(number.value, number);
  }
  return [...found.values()].sort((a, b) => b.score - a.score || a.at - b.at).slice(0, MOST_NUMBERS);
}

/**
 * Somebody who types a few words, or a sentence about close codes, means the numbers in it.
 * @param {string} text
 * @returns {"short" | "sentence" | "none"}
 */
function lengthOf(text) {
  const words = text.split(" ").length;
  if (words <= 8) return "short";
  return words <= 20 && /\b(?:codes?|clos(?:e|ed|ing|ure)|websockets?)\b/.test(text) ? "sentence" : "none";
}

/**
 * The number when the query is nothing else: `1006`, `(1006)`, `1,006`, `1006.0`, `0b1111101110`, `-1006`.
 * @param {string} text
 */
function soleNumber(text) {
  if (text.length > 80) return null;
  const core = text.replace(/^[\s"'`([{<#:;,.=~*!?|\\/+]+|[\s"'`)\]}>:;,.=~*!?|\\/-]+$/g, "");
  if (/^-?\d{1,15}(?:\.0+)?$/.test(core)) return Number(core);
  if (/^-?\d{1,3}(?:[,_' ]\d{3})+$/.test(core)) return Number(core.replace(/[,_' ]/g, ""));
  if (/^(?:0x[0-9a-f]{1,12}|0b[01]{1,40}|0o[0-7]{1,15})$/.test(core)) return Number(core);
  if (/^[0-9oil]{4}$/.test(core) && /^(?:\D*\d){2}/.test(core))
    return Number(core.replace(/o/g, "0").replace(/[il]/g, "1"));
  return null;
}

/**
 * @param {string} text
 * @param {string} clean
 * @param {string} digits
 * @param {number} at
 * @param {"short" | "sentence" | "none"} length  of the query
 * @param {(value: number) => number} share
 * @returns {FoundNumber | null}
 */
function readNumber(text, clean, digits, at, length, share) {
  const attached = attachedWord(clean, at);
  const after = clean[at + digits.length] ?? "";
  if (attached === null || (/[a-z]/.test(after) && !/^x+\b/.test(clean.slice(at + 1))) || (after === "_" && !attached))
    return null;
  const before = text.slice(Math.max(0, at - 40), at).replace(FILLER, "");
  const negative =
    /(?:^|[\s=:([,])-$/.test(text.slice(Math.max(0, at - 2), at)) &&
    !/\d\s*-$/.test(text.slice(Math.max(0, at - 8), at));
  const value = Number(digits);
  const near = nearness(attached || before, value, share(value) === 1, clean.trim() === digits ? "short" : length);
  const why = near >= NEAR.closing ? "the code in the text" : "a number in the text";
  return { value, score: near * share(value) * likeness(value, near), why, at, negative };
}

/**
 * The word a number hangs on to, such as `ws_` in `ws_1006`; null when it is part of something else.
 * @param {string} clean
 * @param {number} at
 */
function attachedWord(clean, at) {
  const run = /[a-z0-9_.]*$/.exec(clean.slice(Math.max(0, at - 24), at))?.[0] ?? "";
  if (run === "" || run.endsWith(".")) return /\d\.$/.test(run) ? null : "";
  return /(?:code|status|closed?|error|err|ws|websocket)_?$/.test(run) ? run.replace(/_$/, "") : null;
}
