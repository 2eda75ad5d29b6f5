/** @import { Choice, EventEntry, Result, Table, Told } from "./types.js" */

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const WIDTH = 2; // characters of a result's number

/** @type {Result} */
const UNDECIDED = {
  client: "unknown",
  server: "unknown",
  steps: [],
  evidence: "alone",
  clientText: "",
  serverText: "",
  seconds: "",
  others: [],
};

/**
 * What both ends see.  What the table does not hold is `unknown`.
 * @param {Table} table
 * @param {Choice} choice
 * @returns {Result}
 */
export function resultOf(table, choice) {
  const event = entryOf(table.events, choice.event);
  if (!event) return UNDECIDED;
  const code = event.codes ? testedCode(table, choice.code) : "";
  const direct = cellOf(table, choice, `${event.id}|${code}|`);
  if (!choice.proxy) return withCode(direct, choice.code);
  const key = `${event.id}|${code}|${choice.proxy}`;
  const measured = table.measured[key]?.[`${choice.client}|${choice.server}`];
  if (measured !== undefined) return withCode(table.results[measured], choice.code);
  if (event.at === "proxy") return withCode(cellOf(table, choice, key), choice.code);
  return withCode({ ...direct, evidence: "proxied" }, choice.code);
}

/**
 * The entry with an id.
 * @template {{id: string}} Entry
 * @param {Entry[]} entries
 * @param {string} id
 * @returns {Entry | undefined}
 */
export function entryOf(entries, id) {
  return entries.find((entry) => entry.id === id);
}

/** Whether an event can happen with these programs. @param {EventEntry} event @param {Choice} choice @param {Table} table */
export function applies(event, choice, table) {
  if (event.at === "proxy" && !choice.proxy) return false;
  if (choice.proxy && ["nothing-listens", "tls-to-plain", "server-killed"].includes(event.id)) return false;
  return !event.browser || Boolean(entryOf(table.clients, choice.client)?.browser);
}

/** @param {Table} table @param {Choice} choice @param {string} key @returns {Result} */
function cellOf(table, choice, key) {
  const row = table.clients.findIndex((program) => program.id === choice.client);
  const column = table.servers.findIndex((program) => program.id === choice.server);
  const digits = table.cells[key]?.[row]?.slice(column * WIDTH, (column + 1) * WIDTH);
  if (!digits || column < 0) return UNDECIDED;
  const [high, low] = [...digits].map((digit) => DIGITS.indexOf(digit));
  return table.results[high * DIGITS.length + low] ?? UNDECIDED;
}

/** The tested code that speaks for a number: 4001 for 4123. @param {Table} table @param {string} code @returns {string} */
function testedCode(table, code) {
  if (!/^\d{1,5}$/.test(code)) return "none";
  const number = Number(code);
  return table.codes.find(([first, last]) => first <= number && number <= last)?.[2] ?? "";
}

/** @param {Result} result @param {string} code @returns {Result} */
function withCode(result, code) {
  const number = Number(code);
  const named = (/** @type {Told} */ told) => (told === "same" ? number : told);
  const steps = result.steps.map(
    ([source, what]) => /** @type {[string, string]} */ ([source, what.replace("same", code)]),
  );
  return { ...result, client: named(result.client), server: named(result.server), steps };
}
