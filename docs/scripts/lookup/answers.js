// @ts-check
import { printNumber } from "./number-answers.js";

/**
 * Turns what a stage found into what the reader is shown.
 * @param {import("./types.js").Finding} finding
 * @param {import("./types.js").LookupIndex} index
 * @param {import("./catalogue.js").Catalogue} catalogue
 * @returns {import("./types.js").Answer}
 */
export function printAnswer(finding, index, catalogue) {
  const { score, why, note = "" } = finding;
  const print = printer(finding, index, catalogue);
  return {
    ...print,
    line: note ? `${note} ${print.line}`.trim() : print.line,
    why,
    score: Math.round(score * 100) / 100,
  };
}

/**
 * @param {import("./types.js").Finding} finding
 * @param {import("./types.js").LookupIndex} index
 * @param {import("./catalogue.js").Catalogue} catalogue
 */
function printer(finding, index, catalogue) {
  if (finding.number !== undefined) return printNumber(finding.number, finding.service, index, catalogue);
  if (finding.service !== undefined) return printService(index.services[finding.service]);
  if (finding.library !== undefined) return printLibrary(index.libraries[finding.library]);
  if (finding.guide !== undefined) return printGuide(index.guides[finding.guide]);
  return printRange(index.ranges[finding.range ?? 0]);
}

/** @param {import("./types.js").RangeEntry} range */
function printRange(range) {
  return {
    path: `${range.f}-${range.z}/`,
    title: `${range.f}-${range.z} ${range.t}`,
    line: range.l,
    verdict: range.v,
    kind: "range",
  };
}

/** @param {import("./types.js").ServiceEntry} service */
function printService(service) {
  const numbers = [...new Set(service.c.map((row) => row[0]))];
  const shown = numbers.slice(0, 8).join(", ") + (numbers.length > 8 ? ` and ${numbers.length - 8} more` : "");
  return {
    path: `services/${service.i}/`,
    title: service.t,
    line: `What its close codes mean: ${shown}.`,
    verdict: "",
    kind: "service",
  };
}

/** @param {import("./types.js").LibraryEntry} library */
function printLibrary(library) {
  const line = "Its names for the close codes, what it sends and accepts, and what it logs.";
  return { path: `libraries/${library.i}/`, title: library.t, line, verdict: "", kind: "library" };
}

/** @param {import("./types.js").GuideEntry} guide */
function printGuide(guide) {
  return { path: guide.p, title: guide.t, line: guide.l, verdict: "", kind: "guide" };
}
