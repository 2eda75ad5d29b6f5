// @ts-check
import { fielded, spelledOut } from "./fields.js";
import { serviceTopics } from "./service-topics.js";

/**
 * A page as the word search sees it: phrases people may use for it.
 * @typedef {object} Topic
 * @property {Partial<import("./types.js").Finding>} finding  what to answer
 * @property {[string, import("./weights.js").Field][]} phrases
 * @property {string} [owner]   the names of the service it belongs to; it counts in full only when the query has one
 */

/**
 * Everything in the index that is found by its words.
 * @param {import("./types.js").LookupIndex} index
 * @returns {Topic[]}
 */
export function readTopics(index) {
  return [
    ...index.codes.map((code) => codeTopic(code, index)),
    ...index.ranges.map((range, place) => rangeTopic(range, place)),
    ...index.services.flatMap((service, place) => serviceTopics(service, place)),
    ...index.libraries.map((library, place) => libraryTopic(library, place)),
    ...index.guides.map((guide, place) => guideTopic(guide, place)),
  ];
}

/**
 * @param {import("./types.js").CodeEntry} code
 * @param {import("./types.js").LookupIndex} index
 * @returns {Topic}
 */
function codeTopic(code, index) {
  const texts = index.texts.filter((text) => text[1] === code.n).map((text) => text[0].replace(/<[^<>]*>/g, " "));
  const constants = index.constants.filter((row) => row[1] === code.n).map((row) => spelledOut(row[0]));
  return {
    finding: { number: code.n },
    phrases: [
      ...fielded(code.a, "alias"),
      ...fielded([code.t], "name"),
      ...fielded(code.s, "symptom"),
      ...fielded(code.w, "search"),
      ...fielded(code.c, "cause"),
      ...fielded([code.l], "line"),
      ...fielded(texts, "text"),
      ...fielded([...new Set(constants)], "constant"),
    ],
  };
}

/**
 * @param {import("./types.js").RangeEntry} range
 * @param {number} place
 * @returns {Topic}
 */
function rangeTopic(range, place) {
  return {
    finding: { range: place },
    phrases: [...fielded([range.t], "alias"), ...fielded(range.w, "search"), ...fielded([range.l], "line")],
  };
}

/**
 * @param {import("./types.js").LibraryEntry} library
 * @param {number} place
 * @returns {Topic}
 */
function libraryTopic(library, place) {
  return { finding: { library: place }, phrases: fielded([library.t, library.i, ...library.a], "about") };
}

/**
 * @param {import("./types.js").GuideEntry} guide
 * @param {number} place
 * @returns {Topic}
 */
function guideTopic(guide, place) {
  return {
    finding: { guide: place },
    phrases: [...fielded([guide.t], "keyword"), ...fielded(guide.k, "keyword"), ...fielded([guide.l], "line")],
  };
}
