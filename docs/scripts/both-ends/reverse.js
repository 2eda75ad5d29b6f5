/** @import { Choice, EventEntry, Result, Table, Told } from "./types.js" */
import { applies, resultOf } from "./table.js";

/**
 * An event with what it would show; `fits` says whether that is what was seen, as far as the data decides.
 * @typedef {object} Candidate
 * @property {EventEntry} event
 * @property {Choice} choice
 * @property {Result} result
 * @property {"explains" | "possible" | "ruled-out"} fits
 * @property {string} why  for what is ruled out: what would have been seen instead
 */

/**
 * All events, those that explain what was seen first; within each group in the order of the data, likeliest first.
 * @param {Table} table
 * @param {Choice} programs
 * @param {{client: string, server: string}} seen  a number, none, error, nothing, or empty when not known
 * @returns {Candidate[]}
 */
export function explain(table, programs, seen) {
  const order = { explains: 0, possible: 1, "ruled-out": 2 };
  return choicesOf(table, programs, seen)
    .map((choice) => candidate(table, choice, seen))
    .sort((a, b) => order[a.fits] - order[b.fits]);
}

/** @param {Table} table @param {Choice} programs @param {{client: string, server: string}} seen @returns {Choice[]} */
function choicesOf(table, programs, seen) {
  return table.events
    .filter((event) => applies(event, programs, table))
    .flatMap((event) => codesToTry(event, seen).map((code) => ({ ...programs, event: event.id, code })));
}

/** Which close codes could explain what was seen: the numbers themselves, and a close call without a code. */
/** @param {EventEntry} event @param {{client: string, server: string}} seen @returns {string[]} */
function codesToTry(event, seen) {
  if (!event.codes) return [""];
  return [...new Set([seen.client, seen.server].filter((told) => /^\d+$/.test(told))), "none"];
}

/** @param {Table} table @param {Choice} choice @param {{client: string, server: string}} seen @returns {Candidate} */
function candidate(table, choice, seen) {
  const event = /** @type {EventEntry} */ (table.events.find((entry) => entry.id === choice.event));
  const result = resultOf(table, choice);
  const ends = [agreement(result.client, seen.client, result.others), agreement(result.server, seen.server, result.others)];
  const fits = ends.includes("no") ? "ruled-out" : ends.includes("unknown") ? "possible" : "explains";
  return { event, choice, result, fits, why: fits === "ruled-out" ? `${result.client} | ${result.server}` : "" };
}

/** @param {Told} told @param {string} seen @param {string[]} others @returns {"yes" | "no" | "unknown"} */
function agreement(told, seen, others) {
  if (seen === "" || String(told) === seen) return "yes";
  if (told === "unknown") return "unknown";
  return others.some((other) => other.split(" | ").includes(seen)) ? "unknown" : "no";
}
