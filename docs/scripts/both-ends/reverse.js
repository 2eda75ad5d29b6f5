/** @import { Choice, EventEntry, Result, Table } from "./types.js" */
import { applies, entryOf, resultOf } from "./table.js";
import { pingedSooner } from "./timers.js";

/** Codes that no Close frame may hold: a program that is asked for one mostly refuses, so they explain little. */
const LOCAL = new Set(["1005", "1006", "1015"]);

/**
 * An event with what it would show; `fits` says whether that is what was seen, as far as the data decides.
 * @typedef {object} Candidate
 * @property {EventEntry} event
 * @property {Choice} choice
 * @property {Result} result
 * @property {"explains" | "possible" | "ruled-out"} fits
 * @property {string} through  the name of its proxy, empty without one
 * @property {string} unlikely  why it hardly happens with these programs, empty when it may
 */

/**
 * All events, those that explain what was seen first; within each group in the order of the data, likeliest first,
 * but for what hardly happens.
 * @param {Table} table
 * @param {Choice} programs
 * @param {{client: string, server: string}} seen  a number, none, error, nothing, or empty when not known
 * @returns {Candidate[]}
 */
export function explain(table, programs, seen) {
  const order = { explains: 0, possible: 1, "ruled-out": 2 };
  return choicesOf(table, programs, seen)
    .map((choice) => candidate(table, choice, seen))
    .filter(({ fits, choice }) => fits === "explains" || !LOCAL.has(choice.code))
    .sort((a, b) => order[a.fits] - order[b.fits] || a.unlikely.length - b.unlikely.length);
}

/**
 * What explains it when no proxy is known of, but one stands in between after all: each event once, with the first
 * proxy that shows just that.
 * @param {Table} table
 * @param {Choice} programs
 * @param {{client: string, server: string}} seen
 * @returns {Candidate[]}
 */
export function explainedByProxies(table, programs, seen) {
  if (programs.proxy) return [];
  const found = table.proxies
    .flatMap(({ id }) => explain(table, { ...programs, proxy: id }, seen))
    .filter(({ event, fits }) => event.at === "proxy" && fits === "explains");
  const first = new Map(found.toReversed().map((candidate) => [candidate.event.id, candidate]));
  return table.events.flatMap(({ id }) => first.get(id) ?? []);
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
  const ends = [agreement(result, "client", seen.client, event), agreement(result, "server", seen.server, event)];
  const fits = ends.includes("no") ? "ruled-out" : ends.includes("unknown") ? "possible" : "explains";
  const programs = [entryOf(table.clients, choice.client), entryOf(table.servers, choice.server)];
  const proxy = entryOf(table.proxies, choice.proxy);
  const unlikely = event.id === "proxy-idle" ? pingedSooner(programs, proxy) : "";
  return { event, choice, result, fits, unlikely, through: proxy?.name ?? "" };
}

/**
 * Whether one end would show what was seen.
 * @param {Result} result
 * @param {"client" | "server"} side
 * @param {string} seen
 * @param {EventEntry} event
 * @returns {"yes" | "no" | "unknown"}
 */
function agreement(result, side, seen, event) {
  const told = result[side];
  if (seen === "" || String(told) === seen) return "yes";
  if (told === "unknown" || (told === "nothing" && event.later)) return "unknown";
  return result.others.some((other) => other.split(" | ")[side === "client" ? 0 : 1] === seen) ? "unknown" : "no";
}
