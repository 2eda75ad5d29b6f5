import { answerAddress } from "../lookup-box/address.js";
import { loadIndex } from "../page/load-data.js";
import { hasPage, pageOfCode, rangeOfCode } from "./code-rules.js";
import { pagePart } from "./page-parts.js";

/**
 * @import { CodeTable } from "./code-rules.js"
 *
 * @typedef {{name: string, href: string, line: string, verdict: string}} Meaning
 *
 * @typedef {object} IndexPart  what is read here of `lookup.json`
 * @property {{n: number, t: string, l: string, v: string}[]} codes
 * @property {{f: number, z: number, t: string, u: string, uv: string}[]} ranges
 */

/** @type {CodeTable | undefined} */
let readTable;

/** What the page carries of the registry. @returns {CodeTable} */
export function codeTable() {
  readTable ??= /** @type {CodeTable} */ (JSON.parse(pagePart("decode-codes", HTMLElement).dataset.codeTable ?? ""));
  return readTable;
}

/** The class that colours a number like its range. @param {number} code */
export function rangeColour(code) {
  return `cc-range-${rangeOfCode(code, codeTable().ranges)[2]}`;
}

/** What the page itself knows of a number. @param {number} code @returns {Meaning} */
export function meaningOnPage(code) {
  const [, name = ""] = codeTable().codes.find(([number]) => number === code) ?? [];
  return { name, href: answerAddress(pageOfCode(code, codeTable())), line: "", verdict: "" };
}

/**
 * What the site knows of a number.  The index is fetched on first use.
 * @param {number} code
 * @returns {Promise<Meaning>} rejects when the index cannot be had
 */
export async function meaningOnSite(code) {
  const { codes, ranges } = /** @type {IndexPart} */ (await loadIndex());
  const { href } = meaningOnPage(code);
  const entry = codes.find(({ n }) => n === code);
  if (entry) return { name: entry.t, href, line: entry.l, verdict: entry.v };
  const range = ranges.find(({ f, z }) => f <= code && code <= z);
  const used = hasPage(code, codeTable().pages);
  const line = used ? "It depends on who sent it; the page of this number says who uses it." : (range?.u ?? "");
  return { name: range?.t ?? "", href, line, verdict: range?.uv ?? "" };
}

/** The home page with a question. @param {string} text */
export function lookupAddress(text) {
  return answerAddress(`?q=${encodeURIComponent(text.slice(0, 300))}`);
}
