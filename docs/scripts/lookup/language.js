/** @import {Language, Token} from "./types.js" */

const MOST_TOKENS = 2000;
const MOST_STEMS = 6000;
const LONGEST_WORD = 40;
/** Scripts that put no space between words, or add endings to them without end. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}ー]/u;
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}ー]+|\p{N}+|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}])[\p{L}\p{M}'])+/gu;
const ASCII = /^[\u0000-\u007f]*$/;
const LONGEST_UNSPACED = 8;

/**
 * Reads words: without endings, without what says nothing, and other languages in English.
 * `forms` lists for a word its other forms: `getrennt`, `déconnect*` (any ending), `timed out` (two words).
 * @param {Language} language
 */
export function createReader(language) {
  const stop = new Set(language.stop.split(" "));
  const forms = readForms(language.forms);
  /** Those of other languages, which come when they are needed. */
  let foreign = /** @type {Map<string, string>} */ (new Map());
  /** @type {Map<string, string>} */
  const stems = new Map();
  /** @type {Set<string>} */
  const known = new Set();

  /** @param {string} word  in lower case, without accents */
  function simplest(word) {
    const before = stems.get(word);
    if (before !== undefined) return before;
    const found = stop.has(word)
      ? ""
      : stemsOf(forms.get(word) ?? (known.has(word) ? word : (foreign.get(word) ?? begunForm(word) ?? word)));
    if (stems.size < MOST_STEMS) stems.set(word, found);
    return found;
  }

  /** @param {string} word */
  function begunForm(word) {
    for (let length = Math.min(word.length, 16); length > 2; length -= 1) {
      const found = foreign.get(`${word.slice(0, length)}*`);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * @param {string} run
   * @param {number} at
   * @returns {Token[]}
   */
  function unspaced(run, at) {
    const found = [];
    for (let i = 0; i < run.length;) {
      let length = Math.min(LONGEST_UNSPACED, run.length - i);
      while (length > 0 && !foreign.has(run.slice(i, i + length))) length -= 1;
      if (length)
        found.push(...tokensAt(stemsOf(foreign.get(run.slice(i, i + length)) ?? ""), at + i, at + i + length));
      i += length || 1;
    }
    return found;
  }

  /**
   * @param {string} text
   * @param {(word: string, at: number) => Part[]} split
   * @returns {Token[]}
   */
  function tokensOf(text, split) {
    const ascii = ASCII.test(text);
    /** @type {Token[]} */
    const tokens = [];
    let before = { word: "", at: 0, end: -2 };
    for (const match of text.matchAll(WORD)) {
      const [word, at] = [match[0].slice(0, LONGEST_WORD), match.index ?? 0];
      if (!ascii && UNSPACED.test(word)) {
        tokens.push(...unspaced(word, at));
        continue;
      }
      for (const part of split(word, at)) {
        const bare = (ascii ? part.word.toLowerCase() : unaccented(part.word.toLowerCase())).replace(/'/g, "");
        const pair =
          part.at - before.end === 1
            ? (forms.get(`${before.word} ${bare}`) ?? foreign.get(`${before.word} ${bare}`))
            : undefined;
        if (pair !== undefined && tokens[tokens.length - 1]?.at === before.at) tokens.pop();
        const simple = pair === undefined ? simplest(bare) : stemsOf(pair);
        tokens.push(...tokensAt(simple, pair === undefined ? part.at : before.at, part.end));
        before = { word: bare, at: part.at, end: part.end };
      }
      if (tokens.length > MOST_TOKENS) break;
    }
    return tokens;
  }

  return {
    /**
     * The words of a text of the index.
     * @param {string} text
     */
    learn(text) {
      return tokensOf(text, (word, at) => {
        known.add(word.toLowerCase());
        return [{ word, at, end: at + word.length }];
      });
    },
    /**
     * The words of a query, each with its place; `ResetWithoutClosingHandshake` is four.
     * @param {string} text
     */
    read(text) {
      return tokensOf(text, (word, at) => camelParts(word, at, (whole) => known.has(whole)));
    },
    /**
     * Whether a text has words that may be of another language.
     * @param {string} text
     */
    isForeign(text) {
      const words = text.toLowerCase().match(WORD) ?? [];
      return (
        foreign.size === 0 &&
        words.some(
          (word) => /\p{L}{3}|[^\u0000-\u007f]/u.test(word) && !known.has(word) && !forms.has(word) && !stop.has(word),
        )
      );
    },
    /**
     * Takes in the forms of other languages.  A word of the index is never taken for one.
     * @param {Record<string, string>} more
     */
    addForms(more) {
      foreign = readForms(more);
      stems.clear();
    },
  };
}

/**
 * @param {Record<string, string>} listed  by the word that they stand for
 * @returns {Map<string, string>}
 */
function readForms(listed) {
  const forms = new Map();
  for (const [word, list] of Object.entries(listed))
    for (const form of list.split(",")) forms.set(unaccented(form.trim().toLowerCase()), word);
  return forms;
}

/** @typedef {ReturnType<typeof createReader>} Reader */
/** @typedef {{word: string, at: number, end: number}} Part */

/**
 * A form may stand for several words, `goaway` for "going away".
 * @param {string} words
 */
function stemsOf(words) {
  return words.includes(" ") ? words.split(" ").map(stemOf).join(" ") : stemOf(words);
}

/**
 * @param {string} words
 * @param {number} at
 * @param {number} end
 * @returns {Token[]}
 */
function tokensAt(words, at, end) {
  return words ? words.split(" ").map((word) => ({ word, at, end })) : [];
}

/**
 * `ResetWithoutClosingHandshake` as words, unless it is a word by itself, such as `GraphQL`.
 * @param {string} word
 * @param {number} at
 * @param {(word: string) => boolean} isWord
 * @returns {Part[]}
 */
function camelParts(word, at, isWord) {
  if (!/[a-z][A-Z]|[A-Z][A-Z][a-z]{2}/.test(word) || isWord(word.toLowerCase()))
    return [{ word, at, end: at + word.length }];
  const parts = word.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z']+|[A-Z]|[^A-Za-z]+/g);
  return [...parts].map((part) => ({ word: part[0], at: at + part.index, end: at + part.index + part[0].length }));
}

/**
 * An English word without its ending: connected, connecting and connection are one word.
 * @param {string} word  in lower case
 */
export function stemOf(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  let stem = word
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
  return ASCII.test(text) || UNSPACED.test(text)
    ? text
    : text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC");
}

/**
 * Whether two words differ by one letter: changed, missing, added, or swapped with its neighbour.
 * @param {string} a
 * @param {string} b
 */
export function isOneEditApart(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const restA = a.slice(same);
  const restB = b.slice(same);
  if (restA.length === restB.length) {
    const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
    return swapped || restA.slice(1) === restB.slice(1);
  }
  return restA.length > restB.length ? restA.slice(1) === restB : restA === restB.slice(1);
}
