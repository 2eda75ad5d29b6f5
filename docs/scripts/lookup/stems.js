// @ts-check
import { OTHER_FORMS, STOP_WORDS } from "./english.js";

/** Stems worked out before: the index has each word a dozen times. @type {Map<string, string>} */
const KNOWN_STEMS = new Map();
const MOST_KNOWN = 4000;
const ASCII = /^[\u0000-\u007f]*$/;
const NO_SPACES = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
const ANY_WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+|[\p{L}\p{N}]+/gu;

/**
 * The words of a text, in their simplest form and without those that say nothing.
 * Scripts that put no space between words give pairs of letters.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  const ascii = ASCII.test(text);
  const plain = (ascii ? text.toLowerCase() : unaccented(text.toLowerCase()))
    .replace(/web[\s_-]sockets?/g, "websocket")
    .replace(/\btimed?[\s-]outs?\b/g, "timeout")
    .replace(/\bre-(?=[a-z])/g, "re")
    .replace(/n't\b/g, " not")
    .replace(/'/g, "")
    .replace(/(\d)([a-z])/g, "$1 $2");
  const words = plain.match(ascii ? /[a-z0-9]+/g : ANY_WORD) ?? [];
  return words.flatMap((word) =>
    !ascii && NO_SPACES.test(word) ? letterPairs(word) : STOP_WORDS.has(word) ? [] : stemOf(word),
  );
}

/**
 * An English word without its ending: connected, connecting and connection are one word.
 * @param {string} word  in lower case
 */
export function stemOf(word) {
  const known = KNOWN_STEMS.get(word);
  if (known !== undefined) return known;
  const stem = withoutEnding(OTHER_FORMS.get(word) ?? word);
  if (KNOWN_STEMS.size < MOST_KNOWN) KNOWN_STEMS.set(word, stem);
  return stem;
}

/** @param {string} base */
function withoutEnding(base) {
  if (base.length < 4 || /\d/.test(base)) return base;
  let stem = base
    .replace(/ies$/, "y")
    .replace(/(ss|sh|ch|x)es$/, "$1")
    .replace(/([^su])s$/, "$1");
  stem = stem
    .replace(/(?:isation|ization)$/, "ize")
    .replace(/is(e|ed|ing|er)$/, "iz$1")
    .replace(/our$/, "or");
  const cut = stem.replace(/(?:ation|ating|ated|ator|ate|ions?|ing|ed|ly|ment)$/, "");
  if (cut.length >= 3 && /[aeiouy]/.test(cut)) stem = cut;
  stem = stem.replace(/([bdfgklmnprt])\1$/, "$1");
  stem = stem.length > 5 ? stem.replace(/ure$/, "") : stem;
  return stem.length > 3 ? stem.replace(/e$/, "") : stem;
}

/** @param {string} text */
function unaccented(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/’/g, "'");
}

/** @param {string} word */
function letterPairs(word) {
  const letters = [...word];
  return letters.length === 1 ? letters : letters.slice(1).map((letter, i) => letters[i] + letter);
}
