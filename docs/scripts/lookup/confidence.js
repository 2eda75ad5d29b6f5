/** @typedef {number | [number, number]} Sureness  a pair goes from no share to the whole */

/**
 * How sure each rule is, 0 to 100: every finding rests on one of these.  A pair goes from no share to the whole.
 * `python tests/lookup/score.py --without RULE` says what an entry is worth; `python tests/lookup/fit.py` fits the
 * numbers to labelled queries.
 */
export const CONFIDENCE = {
  // bytes
  frame: 100, // a Close frame
  body: 100, // the two bytes of a code, with or without a reason
  letter: 98, // a code printed as the character of that number
  // numbers
  numberAlone: 99, // nothing else was typed
  numberAfterCode: 100, // "code 1006"
  numberAfterClosing: 76.414, // "closed 1006"
  numberInShortQuery: 90,
  numberInSentence: 82.701, // of few words, one of them about closing
  numberInText: 74.158,
  numberInPrinted: 74,
  numberInQuestion: 92, // "what is 1006?"
  numberInHowTo: 76, // "how can I send 1006?"
  numberAsSize: 40, // "limit 4096"
  statusInShortQuery: 48, // 100-599
  statusInText: 12,
  smallNumber: 40,
  spanAlone: 99, // "4000-4999"
  span: 70.5,
  // known log texts
  textOfCode: 100,
  partOfText: 100,
  textOfEvent: 92,
  numberInKnownText: [8, 106],
  numberBesideText: 94,
  textOfLibrary: 60,
  libraryBesideNumber: 58,
  // constants
  constant: 98,
  constantOfSameOwner: 95,
  constantName: [84, 90], // as part of a text, or alone
  constantCore: [80, 86],
  constantBegun: [62, 82],
  // libraries
  libraryNamed: 40,
  libraryInPath: 50, // `aiohttp/client.py`
  identifier: [50, 70], // `System.Net.WebSockets`: of a library or a service; two of its names
  // services
  serviceAndNumber: 99,
  serviceWithoutNumber: 70, // the service has no such number
  numberOfService: 72, // a service that uses a number typed alone
  rowOfNamedService: [88, 96],
  rowByName: 86,
  rowByWords: [26, 60],
  // what is asked
  httpAnalogue: 92, // "equivalent of http 502"
  httpStatusNamed: 90, // that refused a handshake, at a section for just this status
  httpStatus: 86, // at a section for any
  httpOther: 72, // other pages for the same status
  duration: 75,
  durationOf: 60, // a platform with just this timer
  durationOfNamed: 72, // which is named
  bothEnds: 97, // two programs and what each saw
  bothEndsLikely: 74, // two programs, or what each end saw
  endsDisagree: 70,
  // words
  wholeQuery: 100, // a phrase of the page is the query
  wholePhrase: [40, 95], // a phrase of the page stands in the query
  serviceNamed: [36, 90],
  words: [26, 86],
  usual: 1, // no word says so
};

/** How much a word counts by where it stands. */
export const WEIGHT = {
  name: 1,
  asked: 0.85,
  symptom: 0.95,
  search: 0.95,
  cause: 0.75,
  heading: 0.7,
  line: 0.5,
  log: 0.6,
  constant: 0.5,
};

/** How sure a phrase makes that is exactly the query. */
export const EXACT = {
  name: 0.97,
  asked: 0.85,
  symptom: 0.92,
  search: 0.91,
  cause: 0.84,
  heading: 0.8,
  line: 0.7,
  log: 0.88,
  constant: 0.8,
};

/** How words are counted. */
export const WORDS = {
  loose: 0.45, // what a word of a phrase is worth when nothing else of the phrase was typed
  begun: 0.8, // a word of which the beginning was typed
  other: 0.5, // a phrase with a number that was not typed
  typo: 0.75, // a word with one letter changed
  unknown: 20, // how many pages a word that none has is taken to have
  number: 0.3, // a number as a word: it is found by other means
  owner: 0.85, // the name of a service, for its rows
  section: 0.6, // how near a section must come to its guide to be what is shown
  common: 4, // the weight up to which a phrase is too common to say anything
  phrase: 8, // the weight of a phrase that makes it two thirds sure
  least: 0.12, // the share of the query below which a page is none
};

/** Which answers are shown, and what a second way to the same page adds. */
export const MERGE = {
  most: 8,
  least: 36, // of the rule that found it
  near: 0.55, // to the surest
  likely: 0.005, // as likely as the best, at least
  second: 0.12,
  insideText: 0.6,
  prose: 0.85,
};

/** All of it, as the resolver takes it; `fit.py` tries others. */
export const SETTINGS = {
  confidence: CONFIDENCE,
  weight: WEIGHT,
  exact: EXACT,
  words: WORDS,
  merge: MERGE,
};
