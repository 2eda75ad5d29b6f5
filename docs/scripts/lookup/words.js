// @ts-check
import { EXACT, WEIGHT, headsOf, readTopics, spelledOut } from "./phrases.js";
import { stemOf, wordsOf } from "./stems.js";
import { isOneEditApart } from "./typos.js";
import { createVocabulary } from "./vocabulary.js";

const MOST_WORDS = 120;
/** Up to so many words a number that no phrase has counts as a word that was not found. */
const SHORT_QUERY = 6;
/** How much a topic that belongs to a service counts when the query does not name it, and the name when it does. */
const UNNAMED = 0.62;
const NAMED = 0.85;
/** The weight of a word from which on it can name a service by itself. */
const DISTINCT = 2.6;

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
  const read = readOnce();
  const phrases = topics.flatMap((topic, place) => topic.phrases.map(([text, field]) => ({ topic: place, field, words: read(text), total: 0 })));
  const heads = index.services.map((service) => read(headsOf(service)));
  const owners = topics.map((topic) => read(topic.owner ?? ""));
  const services = new Map(topics.map((topic, place) => [topic.owner ? -1 : topic.finding.service, place]));
  const vocabulary = createVocabulary(phrases, topics.length);
  for (const phrase of phrases) phrase.total = sum([...phrase.words].map(vocabulary.weight));
  return (query) => {
    const words = new Set(wordsOf(unjoined(query.plain, vocabulary.knows)));
    const asked = [...words].filter((word) => !/^\d+$/.test(word) || vocabulary.knows(word)).slice(0, MOST_WORDS);
    const whole = sum((words.size <= SHORT_QUERY ? [...words] : asked).map(vocabulary.weight));
    if (asked.length < words.size ? asked.every(vocabulary.isNeutral) : whole === 0) return [];
    const scores = scoreTopics(asked, phrases, vocabulary, whole, owners);
    const distinct = heads.map((service) => isDistinct(asked, service, vocabulary));
    return [...scores].flatMap(([place, { share, exact, named }]) => {
      const owned = owners[place].size > 0;
      const service = topics[place].finding.service ?? -1;
      if (service >= 0 && !owned && !distinct[service]) return [];
      const owner = owned && distinct[service] ? scores.get(services.get(service) ?? -1)?.share ?? 0 : 0;
      const all = Math.min(1, share + NAMED * owner);
      const surely = exact && asked.length === words.size;
      const partly = 26 + 60 * (owned && !owner ? all * UNNAMED : all);
      const score = surely ? exact - (owned ? 14 : 0) : owner && named && all >= 0.45 ? 90 + 8 * Math.min(1, all) : partly;
      return all < 0.18 || (owned && share < 0.1) ? [] : [{ ...topics[place].finding, score, why: "the words" }];
    });
  };
}

/**
 * Whether the query has the word that tells a service from others: not "server" or "gateway", which many share.
 * A word with a typo stands for the one that was meant.
 * @param {string[]} asked
 * @param {Set<string>} heads
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 */
function isDistinct(asked, heads, vocabulary) {
  const close = asked.length <= SHORT_QUERY;
  return asked.some((word) => (heads.has(word) ? vocabulary.weight(word) >= DISTINCT : close && isMeant(word, heads)));
}

/**
 * @param {string} word
 * @param {Set<string>} heads
 */
function isMeant(word, heads) {
  return word.length >= 4 && [...heads].some((head) => (head.length >= 5 && isOneEditApart(word, head)) || head.startsWith(word));
}

/** The words of a text; those of a name that many topics share are worked out once. */
function readOnce() {
  /** @type {Map<string, Set<string>>} */
  const known = new Map();
  return (/** @type {string} */ text) => {
    const words = known.get(text) ?? new Set(wordsOf(text));
    known.set(text, words);
    return words;
  };
}

/**
 * For each topic the share of the query's words that it covers, each word at its best place, the score of a phrase that
 * is exactly the query, and whether all of the topic's name is in the query.
 * @param {string[]} asked
 * @param {Phrase[]} phrases
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {number} whole
 * @param {Set<string>[]} owners  words that count for the owner of a topic, and not for the topic
 * @returns {Map<number, {share: number, exact: number, named: boolean}>}
 */
function scoreTopics(asked, phrases, vocabulary, whole, owners) {
  const hits = asked.map((word, i) => vocabulary.find(word, i === asked.length - 1));
  /** @type {Map<number, number>} */
  const matched = new Map();
  for (const hit of hits) for (const [place, weight] of hit) matched.set(place, (matched.get(place) ?? 0) + weight);
  /** @type {Map<number, {share: number, exact: number, named: boolean}>} */
  const scores = new Map();
  hits.forEach((hit, i) => {
    for (const [topic, best] of bestPlaces(hit, phrases, matched)) {
      if (owners[topic].has(asked[i])) continue;
      const score = scores.get(topic) ?? { share: 0, exact: 0, named: false };
      score.share += best / whole;
      scores.set(topic, score);
    }
  });
  for (const [place, weight] of matched) {
    const { topic, field, total } = phrases[place];
    const score = scores.get(topic);
    if (!score || weight <= 0.98 * total) continue;
    score.named ||= field === "name";
    if (weight > 0.93 * whole) score.exact = Math.max(score.exact, EXACT[field]);
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
    const covered = Math.min(1, (matched.get(place) ?? 0) / total);
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
  return text.replace(/[A-Za-z]{3,}/g, (word) => (/[a-z][A-Z]/.test(word) && !knows(stemOf(word.toLowerCase())) ? spelledOut(word) : word));
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}
