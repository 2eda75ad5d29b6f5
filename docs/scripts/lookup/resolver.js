// @ts-check
import { printAnswer } from "./answers.js";
import { byteFindings, letterFindings } from "./byte-findings.js";
import { findBytes } from "./bytes.js";
import { createCatalogue } from "./catalogue.js";
import { constantFindings } from "./constant-findings.js";
import { createConstantFinder } from "./constants.js";
import { findHttpStatus } from "./http.js";
import { findLetterCode } from "./letters.js";
import { mergeAnswers } from "./merge.js";
import { numberFindings } from "./number-findings.js";
import { findNumbers } from "./numbers.js";
import { prepareQuery } from "./query.js";
import { findHomeRange, findServiceMeanings } from "./services.js";
import { findSpans } from "./spans.js";
import { textFindings } from "./text-findings.js";
import { createTextFinder } from "./texts.js";
import { createWordFinder } from "./words.js";

const NAMED_ENOUGH = 36;

/**
 * A function that answers whatever is typed or pasted into the box, best answer first.
 * It never throws, reads no more than 8,000 characters, and gives plain text, never markup.
 * @param {import("./types.js").LookupIndex} index  the content of `lookup.json`
 * @returns {(query: string) => import("./types.js").Answer[]}
 */
export function createResolver(index) {
  const catalogue = createCatalogue(index);
  const findTexts = createTextFinder(index.texts);
  const findConstants = createConstantFinder(index.constants);
  const findWords = createWordFinder(index);
  return (typed) => {
    const query = prepareQuery(typed);
    if (query.text === "") return [];
    const numbers = findNumbers(query, catalogue.share);
    const sole = numbers.length === 1 && numbers[0].sole;
    const texts = sole ? [] : findTexts(query.text);
    const words = sole ? [] : findWords(query);
    const named = words.filter(
      (finding) => finding.service !== undefined && finding.number === undefined && finding.score >= NAMED_ENOUGH,
    );
    const findings = [
      ...byteFindings(findBytes(query)),
      ...letterFindings(findLetterCode(query)),
      ...numberFindings(numbers, texts, catalogue, index),
      ...textFindings(texts),
      ...(sole ? [] : constantFindings(findConstants(query), numbers, catalogue, index)),
      ...findSpans(query, index.ranges),
      ...(numbers.length ? findServiceMeanings(numbers, named, index, catalogue) : findHomeRange(named, index)),
      ...findHttpStatus(query, index, catalogue),
      ...words,
    ];
    return mergeAnswers(findings.map((finding) => printAnswer(finding, index, catalogue)));
  };
}
