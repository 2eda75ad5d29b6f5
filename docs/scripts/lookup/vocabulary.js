// @ts-check
import { isOneEditApart } from "./typos.js";

const TYPO = 0.75;
const BEGUN = 0.8;
const MOST_GUESSES = 16;
/** Words that stand in every second query and name nothing. */
const NEUTRAL = new Set(["clos", "close", "error", "status", "reason", "event", "list", "connect", "disconnect"]);
const NEUTRAL_SHARE = 0.3;

/**
 * The words of all phrases: what each weighs and where it stands.
 * @param {import("./topic-scores.js").Phrase[]} phrases
 * @param {number} topics  how many there are
 */
export function createVocabulary(phrases, topics) {
  /** @type {Map<string, number[]>} */
  const places = new Map();
  phrases.forEach((phrase, place) => {
    for (const word of phrase.words) {
      const known = places.get(word);
      if (known) known.push(place);
      else places.set(word, [place]);
    }
  });
  const weights = new Map(
    [...places].map(([word, list]) => [
      word,
      rarity(new Set(list.map((place) => phrases[place].topic)).size, topics) * (isNeutral(word) ? NEUTRAL_SHARE : 1),
    ]),
  );
  const unknown = rarity(6, topics);
  const words = [...places.keys()];
  const weight = (/** @type {string} */ word) => weights.get(word) ?? unknown;
  return {
    weight,
    isNeutral,
    knows: (/** @type {string} */ word) => places.has(word),
    /**
     * The phrases that hold a word, or one that was meant by it, with its weight there.
     * @param {string} word
     * @param {boolean} last  whether it may still be being typed
     * @returns {Map<number, number>}
     */
    find(word, last) {
      const found = new Map();
      const note = (/** @type {string} */ known, /** @type {number} */ share) => {
        for (const place of places.get(known) ?? [])
          found.set(place, Math.max(found.get(place) ?? 0, weight(word) * share));
      };
      note(word, 1);
      if (!places.has(word) || last) for (const guess of begunWords(words, word, last)) note(guess, BEGUN);
      if (!places.has(word) && word.length >= 5)
        for (const guess of words) if (guess.length >= 4 && isOneEditApart(word, guess)) note(guess, TYPO);
      return found;
    },
  };
}

/** @typedef {ReturnType<typeof createVocabulary>} Vocabulary */

/**
 * Whether a word says little: numbers are found by other means.
 * @param {string} word
 */
function isNeutral(word) {
  return NEUTRAL.has(word) || /^\d{4,}$/.test(word);
}

/**
 * @param {string[]} words
 * @param {string} beginning
 * @param {boolean} last
 */
function begunWords(words, beginning, last) {
  if (beginning.length < (last ? 3 : 5) || /^\d/.test(beginning)) return [];
  return words.filter((word) => word.length > beginning.length && word.startsWith(beginning)).slice(0, MOST_GUESSES);
}

/**
 * A word that few topics use tells more.
 * @param {number} uses
 * @param {number} topics
 */
function rarity(uses, topics) {
  return Math.log(1 + topics / (uses + 2));
}
