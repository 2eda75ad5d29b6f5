/** @import {Answer, CodeEntry, Excerpt, Finding, GuideEntry, LookupIndex, Query, RangeEntry, ServiceEntry, ServiceRow} from "./types.js" */
/** @import {Catalogue} from "./catalogue.js" */
/** @import {Reader} from "./language.js" */

/** @typedef {Pick<Answer, "path" | "title" | "line" | "verdict" | "kind">} Printed */

const SHOWN_SERVICES = 3;
const SHOWN_NUMBERS = 8;
/** Letters that are shown of a pasted line around what was found. */
const SHOWN_BEFORE = 40;
const SHOWN_OF_LINE = 180;

/**
 * Turns what a stage found into what the reader is shown.
 * @param {Finding} finding
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 * @returns {Answer}
 */
export function printAnswer(finding, index, catalogue) {
  const { why, note = "", rule, text } = finding;
  const print = printPage(finding, index, catalogue);
  const score = Math.round(Math.min(100, catalogue.confidence(finding)) * 100) / 100;
  const answer = { ...print, line: note ? `${note} ${print.line}`.trim() : print.line, why, score, rule };
  return text === undefined ? answer : { ...answer, text };
}

/**
 * @param {Finding} finding
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 * @returns {Printed}
 */
function printPage(finding, index, catalogue) {
  const { number, service, library, guide, section, range, path } = finding;
  if (number !== undefined) return printNumber(number, service, index, catalogue);
  if (service !== undefined) return printService(index.services[service]);
  if (guide !== undefined) return printGuide(index.guides[guide], section);
  if (path !== undefined)
    return {
      path,
      title: "Both ends",
      line: "Which events explain it, and how to tell them apart.",
      verdict: "",
      kind: "ends",
    };
  if (library !== undefined) {
    const { i, t } = index.libraries[library];
    const part = finding.text !== undefined ? "#messages" : finding.note ? "#defaults" : "";
    return {
      path: `libraries/${i}/${part}`,
      title: t,
      line: finding.note ? "" : "Its names for the close codes, what it sends and accepts, and what it logs.",
      verdict: "",
      kind: "library",
    };
  }
  return printRange(index.ranges[range ?? 0]);
}

/** @param {RangeEntry} range @returns {Printed} */
function printRange({ f, z, t, l, v }) {
  return { path: `${f}-${z}/`, title: `${f}-${z} ${t}`, line: l, verdict: v, kind: "range" };
}

/** @param {ServiceEntry} service @returns {Printed} */
function printService({ i, t, n }) {
  const more = n.length > SHOWN_NUMBERS ? ` and ${n.length - SHOWN_NUMBERS} more` : "";
  const line = n.length
    ? `What its close codes mean: ${n.slice(0, SHOWN_NUMBERS).join(", ")}${more}.`
    : "It has no close codes of its own; what it reports instead.";
  return { path: `services/${i}/`, title: t, line, verdict: "", kind: "service" };
}

/** @param {GuideEntry} guide @param {number} [section] @returns {Printed} */
function printGuide({ p, t, l, s }, section) {
  if (section === undefined) return { path: p, title: t, line: l, verdict: "", kind: "guide" };
  const [anchor, heading] = s[section];
  return { path: `${p}#${anchor}`, title: heading, line: `${t}: ${l}`, verdict: "", kind: "guide" };
}

/**
 * The one best page of a number, and what it says: the code's own page, that of a number which services use,
 * or its range's page for that number.
 * @param {number} number
 * @param {number | undefined} service  place of the service whose meaning is asked for
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 * @returns {Printed}
 */
export function printNumber(number, service, index, catalogue) {
  const code = catalogue.codes.get(number);
  const users = catalogue.users.get(number) ?? [];
  const row = service === undefined ? undefined : catalogue.rowOf(service, number);
  if (row && service !== undefined) return printServiceRow(row, index.services[service], index, code);
  if (code) return { path: `${number}/`, title: `${number} ${code.t}`, line: code.l, verdict: code.v, kind: "code" };
  const range = catalogue.rangeOf(number);
  if (!range) return printBeyond(number, index);
  const title = `${number} ${range.t}`;
  if (users.length)
    return {
      path: `${number}/`,
      title,
      line: usersLine(number, users, index, catalogue),
      verdict: range.uv,
      kind: "number",
    };
  const line = [letterNote(number), range.u].filter(Boolean).join(" ");
  return { path: `${range.f}-${range.z}/?n=${number}`, title, line, verdict: range.uv, kind: "range" };
}

/**
 * @param {ServiceRow} row
 * @param {ServiceEntry} service
 * @param {LookupIndex} index
 * @param {CodeEntry | undefined} code
 * @returns {Printed}
 */
function printServiceRow([number, name, meaning, verdict], service, index, code) {
  const line = `${service.t}: ${[name, meaning].filter(Boolean).join(". ")}`;
  const title = `${number} ${code ? code.t : name || service.t}`;
  return {
    path: `${number}/`,
    title,
    line,
    verdict: index.about.verdict[verdict] ?? "",
    kind: code ? "code" : "number",
  };
}

/**
 * @param {number} number
 * @param {number[]} users
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 */
function usersLine(number, users, index, catalogue) {
  const shown = users.slice(0, SHOWN_SERVICES).map((place) => {
    const [, name, meaning] = catalogue.rowOf(place, number) ?? [];
    return [index.services[place].t, name || meaning].filter(Boolean).join(": ");
  });
  const more = users.length - shown.length;
  return `It depends on who sent it. ${shown.join(" · ")}${more > 0 ? ` · ${more} more` : ""}`;
}

/**
 * A five-digit number is often the first two letters of a text that stands where the code belongs.
 * @param {number} number
 */
function letterNote(number) {
  const letters = [number >> 8, number & 255];
  if (number < 5000 || letters.some((letter) => letter < 32 || letter > 126)) return "";
  const text = String.fromCharCode(...letters);
  return `${number} is the two letters "${text}": somebody put a text where the code belongs.`;
}

/**
 * @param {number} number
 * @param {LookupIndex} index
 * @returns {Printed}
 */
function printBeyond(number, index) {
  const range = index.ranges[number < 0 ? 0 : index.ranges.length - 1];
  const why = number < 0 ? "Close codes are never negative" : "A close code has two bytes";
  const line = `${why}: the numbers go from 0 to 65535. A library may report ${number} for itself.`;
  return {
    path: `${range.f}-${range.z}/`,
    title: `${number} is not a close code`,
    line,
    verdict: "never on the wire",
    kind: "range",
  };
}

/**
 * What was found, in its place: the pasted line around it when there were several or it is long, else the text of
 * the page that has the words.
 * @param {Finding} finding
 * @param {Query} query
 * @param {Answer} answer
 * @param {Reader} reader
 * @returns {Excerpt | undefined}
 */
export function excerptOf({ span, quote }, query, answer, reader) {
  if (span && (query.starts.length > 1 || query.plain.length > SHOWN_OF_LINE)) return lineAround(span, query);
  if (!quote || quote.toLowerCase() === query.text || quote === answer.line || answer.title.includes(quote))
    return undefined;
  const asked = new Set(query.tokens.map(({ word }) => word));
  const marks = reader
    .learn(quote)
    .filter(({ word }) => asked.has(word))
    .map(({ at, end }) => /** @type {[number, number]} */ ([at, end]));
  return marks.length ? { text: quote, marks } : undefined;
}

/**
 * @param {[number, number]} span
 * @param {Query} query
 * @returns {Excerpt}
 */
function lineAround([from, to], { plain, starts }) {
  const line = starts.findLastIndex((start) => start <= from);
  const end = line + 1 < starts.length ? starts[line + 1] - 1 : plain.length;
  const first = Math.max(starts[line] ?? 0, Math.min(from - SHOWN_BEFORE, end - SHOWN_OF_LINE));
  const last = Math.min(end, first + SHOWN_OF_LINE);
  const cut = first > (starts[line] ?? 0) ? "…" : "";
  const mark = /** @type {[number, number]} */ ([from - first + cut.length, Math.min(to, last) - first + cut.length]);
  return { text: `${cut}${plain.slice(first, last)}${last < end ? "…" : ""}`, marks: [mark] };
}
