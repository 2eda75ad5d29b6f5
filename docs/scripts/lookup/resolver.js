import { excerptOf, printAnswer } from "./answers.js";
import { findBytes } from "./bytes.js";
import { createCatalogue } from "./catalogue.js";
import { SETTINGS } from "./confidence.js";
import { createConstantStage } from "./constants.js";
import { createIdentifierStage, mayShowIdentifiers } from "./identifiers.js";
import { createReader } from "./language.js";
import { findLibraries } from "./libraries.js";
import { bestAnswers, combineFindings, joinPages } from "./merge.js";
import { readQuery } from "./normalise.js";
import { findNumbers } from "./numbers.js";
import { createRanking } from "./ranking.js";
import { findSituations } from "./situations.js";
import { createTextStage } from "./texts.js";
import { createWordStage } from "./words.js";

/** @import {Answer, Finding, LookupIndex, Query, Settings} from "./types.js" */
/** @import {Catalogue} from "./catalogue.js" */

/** When the surest finding is less sure than this, the query asks for the rows of all services. */
const UNSURE = 62;
/** How many pages are guessed when no stage found anything. */
const MOST_GUESSED_PAGES = 4;
/** Codes that are asked about most. */
const ASKED_OFTEN = new Set([1000, 1001, 1002, 1005, 1006, 1009, 1011]);

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
  const identifiers = createIdentifierStage();
  let ranking = createRanking(index.ranking);
  /** The stages, in the order in which the surer ones usually speak. @type {((query: Query, found: Finding[]) => Finding[])[]} */
  const stages = [
    findBytes,
    (query) => findNumbers(query, index, catalogue),
    texts.find,
    createConstantStage(index),
    (query, found) => findSituations(query, index, catalogue, found),
    (query) => findLibraries(query, index),
    (query) => (loaded.has("more") ? identifiers.find(query) : []), // it brings some of the libraries that have them
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
    return combineFindings(findings, index, catalogue).filter((finding) => catalogue.confidence(finding) > 0);
  }

  /** @param {Finding[]} findings */
  function candidatesFor(findings) {
    const printed = [...findings, ...findUsual(index)].map((finding) => ({
      finding,
      answer: printAnswer(finding, index, catalogue),
    }));
    return joinPages(printed, settings.merge.second);
  }

  /**
   * @param {unknown} typed
   * @returns {{answers: Answer[], needs: string[]}}  `needs`: the parts of the index that would say more
   */
  function resolve(typed) {
    const query = readQuery(typed, reader);
    if (query.text === "") return { answers: [], needs: [] };
    const findings = findingsFor(query);
    const certain = needsNoRanking(findings);
    const candidates = findings.length || ranking.knows(query) ? candidatesFor(findings) : [];
    const scores = certain ? candidates.map(({ answer }) => answer.score) : ranking.likelihoods(query, candidates);
    const shownAtMost = findings.length ? settings.merge.most : MOST_GUESSED_PAGES;
    const likely = certain ? 1 : settings.merge.likely;
    const answers = bestAnswers(candidates, scores, { ...settings.merge, most: shownAtMost, likely });
    const shown = answers.map((answer) => {
      const page = candidates.find((one) => one.answer.path === answer.path);
      const from = page?.findings.find(({ rule }) => rule === answer.rule);
      const excerpt = from && excerptOf(from, query, answer, reader);
      return excerpt ? { ...answer, excerpt } : answer;
    });
    const surest = Math.max(0, ...candidates.map(({ answer }) => answer.score));
    const parts = neededRows(findings, surest, answers, index, catalogue).map((part) => `rows-${part}`);
    if (!findings.some(({ sole, number = -1 }) => sole && catalogue.codes.has(number)))
      parts.push("more", ...(mayShowIdentifiers(query) ? ["identifiers"] : []));
    if (!certain) parts.push("ranking");
    if (reader.isForeign(query.plain)) parts.push("words");
    return { answers: shown, needs: parts.filter((part) => !loaded.has(part)) };
  }

  return {
    resolve,
    /** What is ranked for a query, for the fitting. @param {unknown} typed */
    candidates(typed) {
      const query = readQuery(typed, reader);
      const findings = findingsFor(query);
      return { query, certain: needsNoRanking(findings), candidates: candidatesFor(findings) };
    },
    /**
     * Takes in a part of the index that came later: `words`, `more`, `ranking`, `identifiers`, or the rows of services by
     * their place.
     * @param {string} part
     * @param {any} content
     */
    addPart(part, content) {
      if (loaded.has(part)) return;
      loaded.add(part);
      if (part === "words") return reader.addForms(content);
      if (part === "identifiers") return identifiers.add(content);
      if (part === "ranking") return void (ranking = createRanking(content));
      if (part === "more") {
        const more = rowsOf(content.texts);
        words.addServices(content.services);
        words.addLibraries(content.libraries);
        index.timers = content.timers;
        const named = rowsOf(content.constants);
        words.addConstants(named);
        index.constants.push(...named);
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

/** What is nothing but a number, and a close in bytes, needs no ranking. @param {Finding[]} findings */
function needsNoRanking(findings) {
  return findings.some(({ sole, rule, share }) => sole || ((rule === "frame" || rule === "body") && share === 1));
}

/**
 * The parts with the rows of the services that a query names or whose numbers it has; all when nothing fits well.
 * @param {Finding[]} findings
 * @param {number} surest  how sure the surest is
 * @param {Answer[]} answers
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 */
function neededRows(findings, surest, answers, index, catalogue) {
  const named = findings.flatMap(({ service }) => (service === undefined ? [] : [service]));
  const users = answers.flatMap(({ path, kind }) =>
    kind === "number" ? (catalogue.users.get(parseInt(path, 10)) ?? []).slice(0, 3) : [],
  );
  const all = surest < UNSURE ? index.services.map((_, place) => place) : [];
  return [...new Set([...named, ...users, ...all].map((place) => index.services[place].p))];
}

/**
 * Pages that may answer though no word says so: all guides, and the codes that most people ask about.
 * @param {LookupIndex} index
 * @returns {Finding[]}
 */
function findUsual(index) {
  const guides = index.guides.map((_, guide) => ({ guide, rule: /** @type {const} */ ("usual"), why: "asked often" }));
  const codes = index.codes
    .filter(({ n }) => ASKED_OFTEN.has(n))
    .map(({ n }) => ({ number: n, rule: /** @type {const} */ ("usual"), why: "asked often" }));
  return [...guides, ...codes];
}
