import { excerptOf, printAnswer } from "./answers.js";
import { findBytes } from "./bytes.js";
import { createCatalogue } from "./catalogue.js";
import { SETTINGS } from "./confidence.js";
import { createConstantStage } from "./constants.js";
import { createReader } from "./language.js";
import { combineFindings, mergeAnswers } from "./merge.js";
import { readQuery } from "./normalise.js";
import { findNumbers } from "./numbers.js";
import { findSituations } from "./situations.js";
import { createTextStage } from "./texts.js";
import { createWordStage } from "./words.js";

/** @import {Answer, Finding, LookupIndex, Query, Settings} from "./types.js" */
/** @import {Catalogue} from "./catalogue.js" */

/** An answer that is less sure than this asks for the rows of all services. */
const UNSURE = 62;

/**
 * The rows of a table that came as columns, which pack better.
 * @param {any[][]} columns
 * @returns {any[]}
 */
function rowsOf(columns) {
  return (columns[0] ?? []).map((_, row) => columns.map((column) => column[row]));
}

/**
 * A resolver that answers whatever is typed or pasted into the box, best answer first.
 * It never throws, reads no more than 8,000 characters, and gives plain text, never markup.
 * @param {any} content  that of `lookup.json`
 * @param {Settings} [settings]  others than ours, for the scorer
 */
export function createResolver(content, settings = SETTINGS) {
  /** @type {LookupIndex} */
  const index = {
    ...content,
    services: [...content.services],
    libraries: [...content.libraries],
    constants: rowsOf(content.constants),
    texts: rowsOf(content.texts),
  };
  const catalogue = createCatalogue(index, settings);
  const reader = createReader(index.language);
  const words = createWordStage(index, reader, settings);
  const texts = createTextStage(index, settings);
  /** The stages, in the order in which the surer ones usually speak. @type {((query: Query, found: Finding[]) => Finding[])[]} */
  const stages = [
    findBytes,
    (query) => findNumbers(query, index, catalogue),
    texts.find,
    createConstantStage(index),
    (query, found) => findSituations(query, index, catalogue, found),
    words.find,
  ];
  /** @type {Set<string>} */
  const loaded = new Set();

  /** @param {Query} query */
  function findingsFor(query) {
    /** @type {Finding[]} */
    const findings = [];
    for (const stage of stages) {
      findings.push(...stage(query, findings));
      if (findings.some(({ sole }) => sole)) break; // nothing else was typed
    }
    return combineFindings(findings, query, index, catalogue).filter((finding) => catalogue.confidence(finding) > 0);
  }

  /**
   * @param {unknown} typed
   * @returns {{answers: Answer[], needs: string[]}}  `needs`: the parts of the index that would say more
   */
  function resolve(typed) {
    const query = readQuery(typed, reader);
    if (query.text === "") return { answers: [], needs: [] };
    const findings = findingsFor(query);
    const printed = findings.map((finding) => {
      const answer = printAnswer(finding, index, catalogue);
      return { answer, finding };
    });
    const answers = mergeAnswers(
      printed.map(({ answer }) => answer),
      settings.merge,
    ).map((answer) => {
      const from = printed.find((one) => one.answer.rule === answer.rule && one.answer.title === answer.title)?.finding;
      const excerpt = from && excerptOf(from, query, answer, reader);
      return excerpt ? { ...answer, excerpt } : answer;
    });
    const parts = neededRows(findings, answers, index, catalogue).map((part) => `rows-${part}`);
    if (!findings.some(({ sole, number = -1 }) => sole && catalogue.codes.has(number))) parts.push("more");
    if (reader.isForeign(query.plain)) parts.push("words");
    return { answers, needs: parts.filter((part) => !loaded.has(part)) };
  }

  return {
    resolve,
    /**
     * Takes in a part of the index that came later: `words`, `more`, or the rows of services by their place.
     * @param {string} part
     * @param {any} content
     */
    addPart(part, content) {
      if (loaded.has(part)) return;
      loaded.add(part);
      if (part === "words") return reader.addForms(content);
      if (part === "more") {
        const more = rowsOf(content.texts);
        words.addServices(content.services);
        words.addLibraries(content.libraries);
        index.timers = content.timers;
        index.constants.push(...rowsOf(content.constants));
        words.addTexts(more);
        texts.addTexts(more);
        return catalogue.addServices(content.services);
      }
      for (const [place, own] of Object.entries(content)) {
        catalogue.rows[place] = own;
        words.addRows(Number(place), own);
      }
    },
  };
}

/** @typedef {ReturnType<typeof createResolver>} Resolver */

/**
 * The parts with the rows of the services that a query names or whose numbers it has; all when nothing fits well.
 * @param {Finding[]} findings
 * @param {Answer[]} answers
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 */
function neededRows(findings, answers, index, catalogue) {
  const named = findings.flatMap(({ service }) => (service === undefined ? [] : [service]));
  const users = answers.flatMap(({ path, kind }) =>
    kind === "number" ? (catalogue.users.get(parseInt(path, 10)) ?? []).slice(0, 3) : [],
  );
  const all = (answers[0]?.score ?? 0) < UNSURE ? index.services.map((_, place) => place) : [];
  return [...new Set([...named, ...users, ...all].map((place) => index.services[place].p))];
}
