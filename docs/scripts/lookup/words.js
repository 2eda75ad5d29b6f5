// @ts-check
import { spelledOut } from "./fields.js";
import { SHORT_QUERY, isDistinct } from "./named.js";
import { headsOf } from "./service-topics.js";
import { stemOf, wordsOf } from "./stems.js";
import { scoreTopics } from "./topic-scores.js";
import { readTopics } from "./topics.js";
import { createVocabulary } from "./vocabulary.js";

const MOST_WORDS = 120;
const LEAST_COVERED = 0.18;
/** How much a topic that belongs to a service counts when the query does not name it, and the name when it does. */
const UNNAMED = 0.62;
const NAMED = 0.85;

/**
 * Finds topics by words: names, symptoms, search words, questions, log texts that changed a little.
 * @param {import("./types.js").LookupIndex} index
 * @returns {(query: import("./types.js").Query) => import("./types.js").Finding[]}
 */
export function createWordFinder(index) {
  const topics = readTopics(index);
  const read = readOnce();
  const phrases = topics.flatMap((topic, place) =>
    topic.phrases.map(([text, field]) => ({ topic: place, field, words: read(text), total: 0 })),
  );
  const heads = index.services.map((service) => read(headsOf(service)));
  const owners = topics.map((topic) => read(topic.owner ?? ""));
  const services = new Map(topics.map((topic, place) => [topic.owner ? -1 : topic.finding.service, place]));
  const vocabulary = createVocabulary(phrases, topics.length);
  for (const phrase of phrases) phrase.total = sum([...phrase.words].map(vocabulary.weight));
  return (query) => {
    const words = new Set(wordsOf(unjoined(query.plain, vocabulary.knows)));
    // a number that no phrase has is no word to look for; in a short query it still is one that was not found
    const asked = [...words].filter((word) => !/^\d+$/.test(word) || vocabulary.knows(word)).slice(0, MOST_WORDS);
    const whole = sum((words.size <= SHORT_QUERY ? [...words] : asked).map(vocabulary.weight));
    if (asked.length < words.size ? asked.every(vocabulary.isNeutral) : whole === 0) return [];
    const scores = scoreTopics(asked, phrases, vocabulary, whole, owners);
    const distinct = heads.map((names) => isDistinct(asked, names, vocabulary));
    return [...scores].flatMap(([place, score]) => {
      const { finding, owner } = topics[place];
      const service = finding.service ?? -1;
      if (!owner)
        return service >= 0 && !distinct[service] ? [] : plainFinding(finding, score, asked.length === words.size);
      const named = distinct[service] ? (scores.get(services.get(service) ?? -1)?.share ?? 0) : 0;
      return ownedFinding(finding, score, named, asked.length === words.size);
    });
  };
}

/**
 * @param {Partial<import("./types.js").Finding>} finding
 * @param {import("./topic-scores.js").TopicScore} score
 * @param {boolean} complete  whether every word of the query was looked for
 * @returns {import("./types.js").Finding[]}
 */
function plainFinding(finding, { share, exact }, complete) {
  if (share < LEAST_COVERED) return [];
  return [{ ...finding, score: complete && exact ? exact : partScore(share), why: "the words" }];
}

/**
 * What a service means by a number: surest when the query has the service's name and all of the meaning's name.
 * @param {Partial<import("./types.js").Finding>} finding
 * @param {import("./topic-scores.js").TopicScore} score
 * @param {number} named  the share of the query that is the service's name
 * @param {boolean} complete
 * @returns {import("./types.js").Finding[]}
 */
function ownedFinding(finding, { share, exact, nameFound }, named, complete) {
  const all = Math.min(1, share + NAMED * named);
  if (all < LEAST_COVERED || share < 0.1) return [];
  const why = "the words";
  if (complete && exact) return [{ ...finding, score: exact - 14, why }];
  if (named && nameFound && all >= 0.45) return [{ ...finding, score: 88 + 8 * all, why }];
  return [{ ...finding, score: partScore(named ? all : all * UNNAMED), why }];
}

/** @param {number} share */
function partScore(share) {
  return 26 + 60 * Math.min(1, share);
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
 * `ResetWithoutClosingHandshake` as words, unless it is a word by itself, such as `GraphQL`.
 * @param {string} text
 * @param {(word: string) => boolean} knows
 */
function unjoined(text, knows) {
  return text.replace(/[A-Za-z]{3,}/g, (word) =>
    /[a-z][A-Z]/.test(word) && !knows(stemOf(word.toLowerCase())) ? spelledOut(word) : word,
  );
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}
