import { withoutNoise } from "./noise.js";

/** @import {Finding, LookupIndex, Query, Rule} from "./types.js" */
/** @import {Catalogue} from "./catalogue.js" */

const HIGHEST = 65535;
/** How many different numbers of a long paste are looked at. */
const MOST_NUMBERS = 40;
const LONGEST_ALONE = 80;
const NUMBER = /0x[0-9a-f]{1,4}(?![0-9a-z])|\d{1,15}/g;
// One character or one word a turn: with a run inside the run, 38 dashes took longer than anybody waits.
const FILLER =
  /(?:[\s"'\x60()[\]{}<>:=,;.#*|\\/-]|\b(?:is|was|of|with|number|no|and|then|by|as|got|the|some|none)\b){1,20}$/;
const SAYS_CODE = /(?:close ?event|code|codes|status|errcode|closecode)$/;
const SAYS_CLOSE_CODE =
  /(?:close|closed|closing|closure|ws|websocket|disconnect|disconnected)[\s_.:-]*(?:status[\s_-]?)?(?:code|status)$/;
const SAYS_SIZE = /(?:size|length|limit|max|maximum|exceeds?|exceeded|than|larger|>)$/;
const SAYS_CLOSING =
  /(?:close|closed|closing|closure|disconnect(?:ed|ion)?|sent|received|websocket|ws|error|err|event|reason|failed)$/;
const WRITTEN_SPAN = /\b(\d{1,5}) ?(?:-|\.\.+|to|through|until|and|bis|–) ?(\d{1,5})\b/g;
const WRITTEN_CLASS = /\b([0-4]xxx|[1-4]\dxx|[0-4]000s)\b/g;

/**
 * The numbers of a query that may be close codes, and the ranges that it names by their numbers.
 * @param {Query} query
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 * @returns {Finding[]}
 */
export function findNumbers(query, index, catalogue) {
  const spans = [...writtenSpans(query.text), ...writtenClasses(query.text)].flatMap((span) => rangesIn(span, index));
  const alone = soleNumber(query.text);
  if (alone !== null)
    return [
      ...spans,
      ...numberFindings(alone, { rule: "numberAlone", why: "the number", sole: true }, index, catalogue),
    ];
  const clean = withoutNoise(query.text);
  const length = query.form;
  /** @type {Map<number, Finding>} */
  const found = new Map();
  for (const match of clean.matchAll(NUMBER)) {
    if (found.size >= MOST_NUMBERS) break;
    const [digits, at] = [match[0], match.index ?? 0];
    if (isPartOfMore(clean, digits, at)) continue;
    const value = Number(digits) * (isNegative(query.text, at) ? -1 : 1);
    const only = clean.trim() === digits;
    const finding = readNumber(query.text, clean, value, at, only ? "short" : length, catalogue);
    const known = found.get(value);
    if (!known || catalogue.confidence(finding) > catalogue.confidence(known)) {
      finding.span = [at, at + digits.length];
      found.set(value, finding);
    }
  }
  return [...spans, ...[...found].flatMap(([value, finding]) => numberFindings(value, finding, index, catalogue))];
}

/**
 * The number when the query is nothing else: `1006`, `(1006)`, `1,006`, `1006.0`, `0b1111101110`, `3EEh`, `-1006`.
 * @param {string} text
 */
function soleNumber(text) {
  if (text.length > LONGEST_ALONE) return null;
  const core = text.replace(/^[\s"'\x60([{<#:;,.=~*!?|\\/+]+|[\s"'\x60)\]}>:;,.=~*!?|\\/-]{1,9}$/g, "");
  if (/^-?\d{1,15}(?:\.0+)?$/.test(core)) return Number(core);
  if (/^-?\d{1,3}(?:[,_' ]\d{3})+$/.test(core)) return Number(core.replace(/[,_' ]/g, ""));
  if (/^(?:0x[0-9a-f]{1,12}|0b[01]{1,40}|0o[0-7]{1,15})$/.test(core)) return Number(core);
  if (/^[0-9a-f]{1,8}h$/.test(core)) return parseInt(core, 16);
  if (/^[0-9oil]{4}$/.test(core) && /^(?:\D*\d){2}/.test(core))
    return Number(core.replace(/o/g, "0").replace(/[il]/g, "1"));
  return null;
}

/**
 * @param {string} clean
 * @param {string} digits
 * @param {number} at
 */
function isPartOfMore(clean, digits, at) {
  const attached = attachedWord(clean, at);
  const after = clean[at + digits.length] ?? "";
  return (
    attached === null || (/[a-z]/.test(after) && !/^x+\b/.test(clean.slice(at + 1))) || (after === "_" && !attached)
  );
}

/**
 * The word a number hangs on to, such as `ws_` in `ws_1006`; null when it is part of something else.
 * @param {string} clean
 * @param {number} at
 */
function attachedWord(clean, at) {
  const run = /[a-z0-9_.]{0,24}$/.exec(clean.slice(Math.max(0, at - 24), at))?.[0] ?? "";
  if (run === "" || run.endsWith(".")) return /\d\.$/.test(run) ? null : "";
  return /(?:code|status|closed?|error|err|ws|websocket)_?$/.test(run) ? run.replace(/_$/, "") : null;
}

/**
 * @param {string} text
 * @param {number} at
 */
function isNegative(text, at) {
  const sign = /(?:^|[\s=:([,])-$/.test(text.slice(Math.max(0, at - 2), at));
  return sign && !/\d\s*-$/.test(text.slice(Math.max(0, at - 8), at));
}

/**
 * How sure it is that a number is meant as a close code, by what stands before it.
 * @param {string} text
 * @param {string} clean
 * @param {number} value
 * @param {number} at
 * @param {Query["form"]} length  of the query
 * @param {Catalogue} catalogue
 * @returns {Finding}
 */
function readNumber(text, clean, value, at, length, catalogue) {
  const words = attachedWord(clean, at) || text.slice(Math.max(0, at - 40), at).replace(FILLER, "");
  const rule = ruleFor(words, Math.abs(value), length, catalogue);
  const said = rule === "numberAfterCode" || rule === "numberAfterClosing";
  const share = catalogue.share(Math.abs(value)) * (said ? 1 : plausibility(Math.abs(value)));
  return { rule, share, why: said ? "the code in the text" : "a number in the text" };
}

/**
 * @param {string} words  what stands before the number
 * @param {number} value
 * @param {Query["form"]} length
 * @param {Catalogue} catalogue
 * @returns {Rule}
 */
function ruleFor(words, value, length, catalogue) {
  if (SAYS_SIZE.test(words) && !catalogue.codes.has(value)) return "numberAsSize";
  if (value < 1000 && !SAYS_CLOSE_CODE.test(words)) {
    if (value >= 100 && value < 600) return length === "short" ? "statusInShortQuery" : "statusInText";
    return SAYS_CODE.test(words) && length === "short" ? "numberAfterCode" : "smallNumber";
  }
  if (length === "question") return "numberInQuestion";
  if (length === "howTo") return "numberInHowTo";
  if (SAYS_CODE.test(words)) return "numberAfterCode";
  if (SAYS_CLOSING.test(words)) return "numberAfterClosing";
  if (length === "printed") return "numberInPrinted";
  return length === "short" ? "numberInShortQuery" : length === "sentence" ? "numberInSentence" : "numberInText";
}

/**
 * How far a number with nothing around it looks like a close code; 54321 does not.
 * @param {number} value
 */
function plausibility(value) {
  if (value > HIGHEST || value < 100) return 0.2;
  return value < 1000 || value >= 5000 ? 0.6 : 1;
}

/**
 * A number, and what else it may be: its own without the sign, a library's local value, a key held too long.
 * @param {number} value
 * @param {Finding} clue
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 * @returns {Finding[]}
 */
function numberFindings(value, clue, index, catalogue) {
  const share = clue.share ?? 1;
  if (value >= 0 && !Object.is(value, -0)) {
    const shorter = oneDigitFewer(value).filter((number) => catalogue.codes.has(number));
    return [
      { ...clue, number: value },
      ...shorter.map((number) => ({ ...clue, number, share: share * 0.85, why: "one digit fewer" })),
    ];
  }
  const note = "Close codes are never negative.";
  const unsigned = {
    ...clue,
    number: -value,
    share: share * (clue.sole ? 0.95 : 0.6),
    why: "the number without its sign",
    note,
  };
  const locals = index.constants.filter((row) => row[1] === value).slice(0, 3);
  return [
    ...(-value >= 1000 && -value < 5000 ? [unsigned] : []),
    { ...clue, number: value || -1, share: share * 0.9, why: "a negative number" },
    ...locals.map((row) => ({ ...clue, library: row[2], share: share * 0.88, why: row[0] })),
  ];
}

/**
 * `10006` may be `1006` with a key held too long.
 * @param {number} value
 */
function oneDigitFewer(value) {
  if (value < 10000 || value > 99999) return [];
  const text = String(value);
  return [
    ...new Set(
      [...text.matchAll(/(\d)(?=\1)/g)].map(({ index }) => Number(text.slice(0, index) + text.slice(index + 1))),
    ),
  ];
}

/**
 * @param {{first: number, last: number, whole: boolean}} span
 * @param {LookupIndex} index
 * @returns {Finding[]}
 */
function rangesIn({ first, last, whole }, index) {
  return index.ranges.flatMap((range, place) => {
    if (range.f > last || first > range.z) return [];
    const wider = range.f < first && range.z > last;
    return [{ range: place, rule: whole ? "spanAlone" : "span", share: wider ? 0.99 : 1, why: "the range" }];
  });
}

/**
 * `4000-4999`, `3000 to 4999`.
 * @param {string} text
 */
function writtenSpans(text) {
  return [...text.matchAll(WRITTEN_SPAN)].flatMap(([found, a, b]) => {
    const [first, last] = [Number(a), Number(b)];
    const even = first < last && (first % 100 === 0 || last % 100 === 99 || last === HIGHEST);
    return even && last >= 999 ? [{ first, last, whole: found.length === text.length }] : [];
  });
}

/**
 * `4xxx`, `40xx`, `3000s`.
 * @param {string} text
 */
function writtenClasses(text) {
  return [...text.matchAll(WRITTEN_CLASS)].map(([word]) => {
    const first = Number(word.replace(/s$/, "").replace(/x/g, "0"));
    return {
      first,
      last: first + (/\dxx$/.test(word) && !word.endsWith("xxx") ? 99 : 999),
      whole: word.length === text.length,
    };
  });
}
