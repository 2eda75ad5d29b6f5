// @ts-check
import { answerAddress } from "../lookup-box/address.js";
import { loadIndex } from "../lookup-box/data.js";
import { createCatalogue } from "../lookup/catalogue.js";
import { printNumber } from "../lookup/answers.js";

/** @typedef {{name: string, href: string, line: string, verdict: string}} Meaning */

/** @type {[last: number, policy: string, slug: string][]} */
const RANGES = [
  [999, "not-used", "0-999"],
  [2999, "specification", "1000-2999"],
  [3999, "first-come", "3000-3999"],
  [4999, "private", "4000-4999"],
  [65535, "undefined", "5000-65535"],
];

/** The class that colours a number like its range. @param {number} code */
export function rangeColour(code) {
  return `cc-range-${RANGES.find(([last]) => code <= last)?.[1]}`;
}

/**
 * What the page itself knows of a number: its table of assigned codes, else the range it lies in.
 * @param {number} code
 * @returns {Meaning}
 */
export function meaningOnPage(code) {
  for (const row of document.querySelectorAll("#decode-codes tbody tr")) {
    const [number, name] = row.querySelectorAll("td");
    const link = number?.querySelector("a");
    if (link && Number(number.textContent) === code) return { name: name.textContent ?? "", href: link.href, line: "", verdict: "" };
  }
  const slug = RANGES.find(([last]) => code <= last)?.[2];
  return { name: "", href: answerAddress(`${slug}/?n=${code}`), line: "", verdict: "" };
}

/**
 * What the site knows of a number.  The index is fetched on first use.
 * @param {number} code
 * @returns {Promise<Meaning>} rejects when the index cannot be had
 */
export async function meaningOnSite(code) {
  const index = await loadIndex();
  const { path, title, line, verdict } = printNumber(code, undefined, index, createCatalogue(index));
  return { name: title.replace(/^\d+ /, ""), href: answerAddress(path), line, verdict };
}

/** The home page with a question. @param {string} text */
export function lookupAddress(text) {
  return answerAddress(`?q=${encodeURIComponent(text.slice(0, 300))}`);
}

/** The assigned codes of the page's table, for the list below the code field. @returns {[string, string][]} */
export function assignedCodes() {
  const rows = [...document.querySelectorAll("#decode-codes tbody tr")];
  return rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")).map(([code, name]) => [code, name]);
}
