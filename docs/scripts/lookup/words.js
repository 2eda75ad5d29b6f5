import { isOneEditApart } from "./language.js";
import { constantTopics, libraryTopics, readTopics, rowTopics, serviceTopics, textTopics } from "./topics.js";

/** @import {Finding, LibraryEntry, LookupIndex, Page, Query, ServiceEntry, ServiceRow, Settings, TextEntry} from "./types.js" */
/** @import {Reader} from "./language.js" */
/** @import {Field, Topic} from "./topics.js" */

const MOST_WORDS = 120;
/** How many unknown words are looked for with a letter changed, and how many endings of an unfinished one. */
const MOST_TYPOS = 12;
const MOST_GUESSES = 16;
const SHORTEST_TYPO = 5;
/** How many words a query has at most that somebody typed rather than pasted. */
const SHORT_QUERY = 6;
/** A phrase is whole when so much of it was found, and the query is nothing else when the phrase is so much of it. */
const WHOLE_PHRASE = 0.98;
const WHOLE_QUERY = 0.93;
/** The weight of a word from which on it can name a service by itself. */
const DISTINCT = 2.6;
/** Fields whose phrases are what people say. @type {Set<Field>} */
const ASKED = new Set(["asked", "symptom", "search", "heading", "log", "name", "cause"]);
const CODE_LIKE = /^\d{4,}$/;

/**
 * @typedef {object} Phrase
 * @property {number} topic
 * @property {Field} field
 * @property {string} text
 * @property {string[]} words
 *
 * @typedef {object} Score
 * @property {Page} page
 * @property {number | undefined} owner
 * @property {number} share    of the query's words, by weight, that the topic covers
 * @property {Field | null} exact  what kind of phrase is exactly the query
 * @property {number} phrase  the weight of the heaviest phrase that is in the query as a whole
 * @property {boolean} named   whether all of the topic's name is in the query
 * @property {string} quote    the phrase that fits best
 */

/**
 * Finds pages by words.  A word weighs by how few pages have it; each word of the query counts once for a page,
 * where it stands best, by the field and by how much of that phrase the query has: a sum like BM25F with the
 * best field in place of all.  `WORDS` and `WEIGHT` in confidence.js are its parameters.
 * @param {LookupIndex} index
 * @param {Reader} reader
 * @param {Settings} settings
 */
export function createWordStage(index, reader, settings) {
  const { weight: fieldWeight, words: parameters } = settings;
  /** @type {Topic[]} */
  const topics = [];
  /** @type {Phrase[]} */
  const phrases = [];
  /** @type {Map<string, number[]>} */
  const places = new Map();
  /** @type {Map<string, number>} */
  const uses = new Map();
  /** The words of each service's names. @type {Set<string>[]} */
  const owners = [];
  /** What names each service: the first word of its title or id, or all words of another name. @type {string[][][]} */
  const heads = [];
  index.services.forEach(learnNames);
  add(readTopics(index), true);

  /** @param {ServiceEntry} service */
  function learnNames({ t, i, a }) {
    const wordsOf = (/** @type {string} */ name) => reader.learn(name).map(({ word }) => word);
    owners.push(new Set([t, i, ...a].flatMap(wordsOf)));
    // "lost connection to server" names Node-RED as a whole; its first word alone names nothing
    const first = [t, i].flatMap((name) => wordsOf(name.split(/[\s_-]/)[0])).map((word) => [word]);
    heads.push([...first, ...a.map(wordsOf)].filter((words) => words.some((word) => !/^\d+$/.test(word))));
  }

  /**
   * @param {Topic[]} added
   * @param {boolean} counted  whether they say how rare a word is: rows that come later change no other answer
   */
  function add(added, counted) {
    for (const topic of added) {
      const own = new Set();
      for (const [text, field] of topic.phrases) {
        const words = [...new Set(reader.learn(text).map(({ word }) => word))];
        const place = phrases.push({ topic: topics.length, field, text, words }) - 1;
        for (const word of words) {
          own.add(word);
          const known = places.get(word);
          if (known) known.push(place);
          else places.set(word, [place]);
        }
      }
      if (counted) for (const word of own) uses.set(word, (uses.get(word) ?? 0) + 1);
      topics.push(topic);
    }
  }

  /**
   * A word that few pages have tells more; one that none has is as if `unknown` had it.
   * @param {string} word
   */
  function weight(word) {
    const rarity = Math.log(1 + topics.length / ((uses.get(word) ?? parameters.unknown) + 2));
    return CODE_LIKE.test(word) ? rarity * parameters.number : rarity;
  }

  /**
   * The phrases that hold a word, or one that was meant by it, with its weight there.
   * @param {string} word
   * @param {boolean} last   whether it may still be being typed
   * @param {boolean} typos  whether to look for it with a letter changed
   * @returns {Map<number, number>}
   */
  function find(word, last, typos) {
    const found = new Map();
    const note = (/** @type {string} */ known, /** @type {number} */ share) => {
      for (const place of places.get(known) ?? [])
        found.set(place, Math.max(found.get(place) ?? 0, weight(word) * share));
    };
    note(word, 1);
    if (places.has(word) && !last) return found;
    const shortest = last ? 3 : 5;
    let guesses = 0;
    for (const known of places.keys()) {
      if (word.length >= shortest && known.length > word.length && known.startsWith(word) && guesses < MOST_GUESSES) {
        note(known, parameters.begun);
        guesses += 1;
      } else if (
        typos &&
        !places.has(word) &&
        word.length >= SHORTEST_TYPO &&
        known.length >= 4 &&
        isOneEditApart(word, known)
      )
        note(known, parameters.typo);
    }
    return found;
  }

  /**
   * @param {string[]} asked
   * @param {number} whole
   * @returns {Score[]}
   */
  function score(asked, whole) {
    const numbers = asked.filter((word) => CODE_LIKE.test(word)); // another number is another question
    let unknown = 0;
    const hits = asked.map((word, i) => {
      const typos = !places.has(word) && ++unknown <= MOST_TYPOS;
      return find(word, i === asked.length - 1, typos);
    });
    /** @type {Map<number, number>} */
    const matched = new Map();
    for (const hit of hits) for (const [place, own] of hit) matched.set(place, (matched.get(place) ?? 0) + own);
    /** @type {Map<number, {covered: number, quality: number}>} */
    const quality = new Map();
    for (const [place, found] of matched) {
      const { field, words } = phrases[place];
      const other = words.some((word) => CODE_LIKE.test(word) && !numbers.includes(word)) ? parameters.other : 1;
      const covered = other * Math.min(1, found / words.reduce((sum, word) => sum + weight(word), 0));
      quality.set(place, {
        covered,
        quality: fieldWeight[field] * (parameters.loose + (1 - parameters.loose) * covered),
      });
    }
    /** @type {Map<number, Score>} */
    const scores = new Map();
    hits.forEach((hit, i) => {
      /** @type {Map<number, number>} */
      const best = new Map();
      for (const [place, own] of hit) {
        const value = own * (quality.get(place)?.quality ?? 0);
        if (value > (best.get(phrases[place].topic) ?? 0)) best.set(phrases[place].topic, value);
      }
      for (const [topic, value] of best) {
        const { page, owner } = topics[topic];
        if (owner !== undefined && page.number !== undefined && owners[owner].has(asked[i])) continue; // counts for the service
        const known = scores.get(topic) ?? {
          page,
          owner,
          share: 0,
          exact: null,
          phrase: 0,
          named: false,
          quote: "",
        };
        known.share += value / whole;
        scores.set(topic, known);
      }
    });
    /** @type {Map<number, number>} */
    const quoted = new Map();
    for (const [place, found] of matched) {
      const { topic, field, text, words } = phrases[place];
      const known = scores.get(topic);
      if (!known) continue;
      const { covered = 0, quality: own = 0 } = quality.get(place) ?? {};
      if (covered > WHOLE_PHRASE) {
        known.named ||= field === "name";
        if (words.length > 1 && ASKED.has(field)) known.phrase = Math.max(known.phrase, found * fieldWeight[field]);
        if (
          found > WHOLE_QUERY * whole &&
          numbers.every((number) => words.includes(number)) &&
          (!known.exact || settings.exact[field] > settings.exact[known.exact])
        )
          known.exact = field;
      }
      if (field !== "constant" && found * own > (quoted.get(topic) ?? 0)) {
        quoted.set(topic, found * own);
        known.quote = text;
      }
    }
    return [...scores.values()];
  }

  /**
   * Whether the query has the word that tells a service from others: not "server" or "gateway", which many share.
   * A word with a typo stands for the one that was meant.
   * @param {string[]} asked
   * @param {string[][]} names
   */
  function isNamed(asked, names) {
    const typed = asked.length <= SHORT_QUERY ? asked.filter((word) => word.length >= 4 && !places.has(word)) : [];
    return names.some((words) => {
      if (words.every((word) => asked.includes(word))) return words.some((word) => weight(word) >= DISTINCT);
      return typed.some((word) => isMeant(word, words[0]));
    });
  }

  /**
   * @param {Query} query
   * @returns {Finding[]}
   */
  function findWords({ tokens }) {
    const words = [...new Set(tokens.map(({ word }) => word))];
    // a number that no phrase has is no word to look for; in a short query it still is one that was not found
    const asked = words.filter((word) => !/^\d+$/.test(word) || places.has(word)).slice(0, MOST_WORDS);
    const complete = asked.length === words.length;
    const whole = (words.length <= SHORT_QUERY ? words : asked).reduce((sum, word) => sum + weight(word), 0);
    if (whole === 0 || (!complete && asked.every((word) => CODE_LIKE.test(word)))) return [];
    const scores = score(asked, whole);
    const named = new Map();
    for (const { owner, page, share } of scores)
      if (owner !== undefined && page.number === undefined && isNamed(asked, heads[owner])) named.set(owner, share);
    return sectioned(scores, parameters.section).flatMap((one) =>
      wordFinding(one, complete, one.owner === undefined ? undefined : named.get(one.owner), settings),
    );
  }

  return {
    find: findWords,
    /**
     * Services that have come, which follow the known ones.
     * @param {ServiceEntry[]} services
     */
    addServices(services) {
      const first = owners.length;
      services.forEach(learnNames);
      add(serviceTopics(services, first), true);
    },
    /** Libraries that have come, which follow the known ones. @param {LibraryEntry[]} libraries */
    addLibraries(libraries) {
      add(libraryTopics(libraries, index.libraries.length), true);
      index.libraries.push(...libraries);
    },
    /** Constants that have come. @param {LookupIndex["constants"]} constants */
    addConstants: (constants) => add(constantTopics(constants, index.codes), false),
    /** Log texts that have come. @param {TextEntry[]} texts */
    addTexts: (texts) => add(textTopics(texts), false),
    /**
     * Rows of a service that have come.
     * @param {number} place
     * @param {ServiceRow[]} rows
     */
    addRows: (place, rows) => add(rowTopics(place, rows), false),
  };
}

/**
 * @param {string} word
 * @param {string} name
 */
function isMeant(word, name) {
  return (name.length >= 5 && isOneEditApart(word, name)) || name.startsWith(word);
}

/**
 * A guide counts as its best section and as a whole; the better of the two is what it answers with.
 * @param {Score[]} scores
 * @param {number} least  how near another section must come to the guide to be shown
 * @returns {Score[]}
 */
function sectioned(scores, least) {
  /** @type {Map<number, Score>} */
  const guides = new Map();
  const others = scores.filter((score) => {
    const { guide } = score.page;
    if (guide === undefined) return true;
    const known = guides.get(guide);
    if (!known) guides.set(guide, score);
    else {
      const [best, rest] = score.share > known.share ? [score, known] : [known, score];
      const section = best.page.section ?? (rest.share > least * best.share ? rest.page.section : undefined);
      guides.set(guide, { ...best, page: section === undefined ? { guide } : { guide, section } });
    }
    return false;
  });
  return [...others, ...guides.values()];
}

/**
 * @param {Score} score
 * @param {boolean} complete  whether every word of the query was looked for
 * @param {number | undefined} named  the share of the query that is the owner's name, when it has one
 * @param {Settings} settings
 * @returns {Finding[]}
 */
function wordFinding(
  { page, owner, share, exact, phrase, named: all, quote },
  complete,
  named,
  { exact: exactly, words: parameters },
) {
  const clue = { ...page, why: "the words", quote };
  const isRow = owner !== undefined && page.number !== undefined;
  if (owner !== undefined && !isRow)
    return named === undefined
      ? []
      : [
          {
            ...clue,
            rule: exact && complete ? "wholeQuery" : "serviceNamed",
            share: exact && complete ? exactly[exact] : share,
          },
        ];
  if (isRow && complete && exact) return [{ ...clue, rule: "rowByName", share: exactly[exact] }];
  const together = Math.min(1, share + (isRow ? parameters.owner * (named ?? 0) : 0));
  if (together < parameters.least || (isRow && share < 0.1)) return [];
  if (complete && exact) return [{ ...clue, rule: "wholeQuery", share: exactly[exact] }];
  if (!isRow) {
    /** @type {Finding[]} */
    const found = [{ ...clue, rule: "words", share: together }];
    if (phrase > parameters.common)
      found.push({
        ...clue,
        rule: "wholePhrase",
        share: 1 - Math.exp(-(phrase - parameters.common) / parameters.phrase),
      });
    return found;
  }
  if (named !== undefined && all && together >= 0.45) return [{ ...clue, rule: "rowOfNamedService", share: together }];
  return [{ ...clue, rule: named === undefined ? "rowByWords" : "words", share: together }];
}
