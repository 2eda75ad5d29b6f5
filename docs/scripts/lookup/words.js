// @ts-check
import { EXACT, WEIGHT, readTopics, spelledOut } from "./phrases.js";
import { stemOf, wordsOf } from "./stems.js";
import { createVocabulary } from "./vocabulary.js";

const MOST_WORDS = 120;
/** How much a topic that belongs to a service counts when the query does not name it. */
const UNNAMED = 0.62;

/**
 * @typedef {object} Posting
 * @property {number} topic
 * @property {number} phrase
 */

/**
 * @typedef {object} Phrase
 * @property {number} topic
 * @property {import("./phrases.js").Field} field
 * @property {Set<string>} words
 * @property {number} total   what its words weigh together
 */

/**
 * Finds topics by words: names, symptoms, search words, questions, log texts that changed a little.
 * @param {import("./types.js").LookupIndex} index
 * @returns {(query: import("./types.js").Query) => import("./types.js").Finding[]}
 */
export function createWordFinder(index) {
  const topics = readTopics(index);
  const phrases = topics.flatMap((topic, place) => topic.phrases.map(([text, field]) => readPhrase(text, field, place)));
  const needs = topics.map((topic) => new Set(wordsOf(topic.needs ?? "")));
  const vocabulary = createVocabulary(phrases, topics.length);
  for (const phrase of phrases) phrase.total = sum([...phrase.words].map(vocabulary.weight));
  return (query) => {
    const words = new Set(wordsOf(unjoined(query.plain, vocabulary.knows)));
    const asked = [...words].filter((word) => !/^\d+$/.test(word) || vocabulary.knows(word)).slice(0, MOST_WORDS);
    const whole = sum(asked.map(vocabulary.weight));
    if (whole === 0) return [];
    const scores = scoreTopics(asked, phrases, vocabulary, whole);
    return [...scores].flatMap(([place, [share, exact]]) => {
      const named = needs[place].size === 0 || asked.some((word) => needs[place].has(word));
      const score = exact && asked.length === words.size ? exact - (named ? 0 : 8) : 26 + 60 * share * (named ? 1 : UNNAMED);
      return share < 0.18 ? [] : [{ ...topics[place].finding, score, why: "the words" }];
    });
  };
}

/**
 * @param {string} text
 * @param {import("./phrases.js").Field} field
 * @param {number} topic
 * @returns {Phrase}
 */
function readPhrase(text, field, topic) {
  return { topic, field, words: new Set(wordsOf(text)), total: 0 };
}

/**
 * For each topic the share of the query's words that it covers, each word at its best place,
 * and the score of a phrase that is exactly the query.
 * @param {string[]} asked
 * @param {Phrase[]} phrases
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {number} whole
 * @returns {Map<number, [number, number]>}
 */
function scoreTopics(asked, phrases, vocabulary, whole) {
  const hits = asked.map((word, i) => vocabulary.find(word, i === asked.length - 1));
  /** @type {Map<number, number>} */
  const matched = new Map();
  for (const hit of hits) for (const [place, weight] of hit) matched.set(place, (matched.get(place) ?? 0) + weight);
  /** @type {Map<number, [number, number]>} */
  const scores = new Map();
  for (const hit of hits) {
    for (const [topic, best] of bestPlaces(hit, phrases, matched)) {
      const score = scores.get(topic) ?? [0, 0];
      score[0] += best / whole;
      scores.set(topic, score);
    }
  }
  for (const [place, weight] of matched) {
    const { topic, field, total } = phrases[place];
    const score = scores.get(topic);
    if (score && weight > 0.98 * total && weight > 0.98 * whole) score[1] = Math.max(score[1], EXACT[field]);
  }
  return scores;
}

/**
 * @param {Map<number, number>} hit  phrases that hold one word of the query, with its weight there
 * @param {Phrase[]} phrases
 * @param {Map<number, number>} matched
 * @returns {Map<number, number>}
 */
function bestPlaces(hit, phrases, matched) {
  /** @type {Map<number, number>} */
  const best = new Map();
  for (const [place, weight] of hit) {
    const { topic, field, total } = phrases[place];
    const covered = (matched.get(place) ?? 0) / total;
    const value = weight * WEIGHT[field] * (0.45 + 0.55 * covered);
    if (value > (best.get(topic) ?? 0)) best.set(topic, value);
  }
  return best;
}

/**
 * `ResetWithoutClosingHandshake` as words, unless it is a word by itself, such as `GraphQL`.
 * @param {string} text
 * @param {(word: string) => boolean} knows
 */
function unjoined(text, knows) {
  return text.replace(/[A-Za-z]*[a-z][A-Z][A-Za-z]*/g, (word) => (knows(stemOf(word.toLowerCase())) ? word : spelledOut(word)));
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}
