// @ts-check
import { EXACT, WEIGHT } from "./weights.js";

/**
 * @typedef {object} Phrase
 * @property {number} topic
 * @property {import("./weights.js").Field} field
 * @property {Set<string>} words
 * @property {number} total   what its words weigh together
 */

/**
 * @typedef {object} TopicScore
 * @property {number} share       of the query's words, by weight, that the topic covers
 * @property {number} exact       the score of a phrase that is exactly the query, else 0
 * @property {boolean} nameFound  whether all of the topic's name is in the query
 */

/**
 * For each topic how well it fits, each word of the query counted at its best place.
 * @param {string[]} asked
 * @param {Phrase[]} phrases
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {number} whole
 * @param {Set<string>[]} owners  words that count for the owner of a topic, and not for the topic
 * @returns {Map<number, TopicScore>}
 */
export function scoreTopics(asked, phrases, vocabulary, whole, owners) {
  const hits = asked.map((word, i) => vocabulary.find(word, i === asked.length - 1));
  /** @type {Map<number, number>} */
  const matched = new Map();
  for (const hit of hits) for (const [place, weight] of hit) matched.set(place, (matched.get(place) ?? 0) + weight);
  /** @type {Map<number, TopicScore>} */
  const scores = new Map();
  hits.forEach((hit, i) => {
    for (const [topic, best] of bestPlaces(hit, phrases, matched)) {
      if (owners[topic].has(asked[i])) continue;
      const score = scores.get(topic) ?? { share: 0, exact: 0, nameFound: false };
      score.share += best / whole;
      scores.set(topic, score);
    }
  });
  for (const [place, weight] of matched) {
    const { topic, field, total } = phrases[place];
    const score = scores.get(topic);
    if (!score || weight <= 0.98 * total) continue;
    score.nameFound ||= field === "name";
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
