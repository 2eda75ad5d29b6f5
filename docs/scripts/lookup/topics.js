/** @import {Page, CodeEntry, GuideEntry, LibraryEntry, LookupIndex, ServiceEntry, ServiceRow, TextEntry} from "./types.js" */

/**
 * What a text is to its page; each counts differently, see `WEIGHT` in confidence.js.
 * @typedef {"name" | "asked" | "symptom" | "search" | "cause" | "heading" | "line" | "log" | "constant"} Field
 *
 * @typedef {object} Topic
 * A page, or a section of one, as the word search sees it: texts in which people's words may stand.
 * @property {Page} page
 * @property {[string, Field][]} phrases
 * @property {number} [owner]  place of the service that the topic belongs to
 */

/**
 * Everything in the index that is found by its words, but for the rows of services.
 * @param {LookupIndex} index
 * @returns {Topic[]}
 */
export function readTopics(index) {
  return [
    ...index.codes.map((code) => codeTopic(code, index)),
    ...index.ranges.map((range, place) => ({
      page: { range: place },
      phrases: [...fielded([range.t, ...range.w], "search"), ...fielded([range.l], "line")],
    })),
    ...serviceTopics(index.services),
    ...libraryTopics(index.libraries),
    ...index.guides.flatMap((guide, place) => guideTopics(guide, place)),
  ];
}

/**
 * @param {CodeEntry} code
 * @param {LookupIndex} index
 * @returns {Topic}
 */
function codeTopic(code, index) {
  return {
    page: { number: code.n },
    phrases: [
      ...fielded([code.t, ...code.a], "name"),
      ...fielded(code.s, "symptom"),
      ...fielded(code.w, "search"),
      ...fielded(code.c, "cause"),
      ...fielded([code.l], "line"),
      ...logPhrases(index.texts, code.n),
      ...constantPhrases(index.constants, code.n),
    ],
  };
}

/** @param {TextEntry[]} texts @param {number} code @returns {[string, Field][]} */
function logPhrases(texts, code) {
  const own = texts.filter(([, number]) => number === code);
  return fielded(
    own.map(([text]) => text.replace(/<[^<>]*>/g, " ")),
    "log",
  );
}

/** @param {LookupIndex["constants"]} constants @param {number} code @returns {[string, Field][]} */
function constantPhrases(constants, code) {
  const own = constants.filter((row) => row[1] === code).map((row) => spelledOut(row[0]));
  return fielded([...new Set(own)], "constant");
}

/**
 * Constants of the assigned codes.
 * @param {LookupIndex["constants"]} constants
 * @param {CodeEntry[]} codes
 * @returns {Topic[]}
 */
export function constantTopics(constants, codes) {
  return codes.map(({ n }) => ({ page: { number: n }, phrases: constantPhrases(constants, n) }));
}

/**
 * Log texts by the codes that they go with.
 * @param {TextEntry[]} texts
 * @returns {Topic[]}
 */
export function textTopics(texts) {
  const numbers = new Set(texts.flatMap(([, number]) => (number === null ? [] : [number])));
  return [...numbers].map((number) => ({ page: { number }, phrases: logPhrases(texts, number) }));
}

/**
 * The guide as a whole, and each of its sections.
 * @param {GuideEntry} guide
 * @param {number} place
 * @returns {Topic[]}
 */
function guideTopics(guide, place) {
  const whole = [...fielded([guide.t, ...guide.k], "asked"), ...fielded([guide.l], "line")];
  const sections = guide.s.map(([, heading, asked]) => [...fielded([heading], "heading"), ...fielded(asked, "asked")]);
  return [
    { page: { guide: place }, phrases: whole },
    ...sections.map((phrases, section) => ({ page: { guide: place, section }, phrases })),
  ];
}

/**
 * Services by their names.
 * @param {ServiceEntry[]} services
 * @param {number} [first]  place of the first of them in the index
 * @returns {Topic[]}
 */
export function serviceTopics(services, first = 0) {
  return services.map(({ t, i, a }, at) => ({
    page: { service: first + at },
    phrases: fielded([t, i, ...a], "name"),
    owner: first + at,
  }));
}

/**
 * Libraries by their names.
 * @param {LibraryEntry[]} libraries
 * @param {number} [first]  place of the first of them in the index
 * @returns {Topic[]}
 */
export function libraryTopics(libraries, first = 0) {
  return libraries.map(({ t, i, a }, at) => ({
    page: { library: first + at },
    phrases: fielded([t, i, ...a], "name"),
  }));
}

/**
 * What a service means by each of its numbers.
 * @param {number} place
 * @param {ServiceRow[]} rows
 * @returns {Topic[]}
 */
export function rowTopics(place, rows) {
  return rows.map(([number, name, meaning]) => ({
    page: { number, service: place },
    phrases: [...fielded([spelledOut(name)], "name"), ...fielded([meaning], "line")],
    owner: place,
  }));
}

/**
 * @param {string[]} texts
 * @param {Field} field
 * @returns {[string, Field][]}
 */
function fielded(texts, field) {
  return texts.filter(Boolean).map((text) => [text, field]);
}

/**
 * An identifier as words: `InvalidAPIVersion` is "Invalid API Version".
 * @param {string} name
 */
function spelledOut(name) {
  return name
    .replace(/^\S*(?:::|\.)(?=\S)/, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .replace(/_/g, " ");
}
