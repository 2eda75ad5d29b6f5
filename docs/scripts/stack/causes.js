/** @import { Table } from "../both-ends/types.js" */
/** @import { Stack } from "./choice.js" */
/** @import { Part } from "./types.js" */
import { applies, entryOf, resultOf } from "../both-ends/table.js";
import { pingedSooner } from "../both-ends/timers.js";
import { bothSentence, toldWords } from "../both-ends/words.js";

/**
 * What a cause is for a stack.  `fits`: an event that it is gives the code at one end at least;
 * `unlikely`: a timer prevents it; `ruled-out`: each of its events gives both ends something else; else `open`.
 * @typedef {{verdict: "fits" | "open" | "unlikely" | "ruled-out", why: string}} Judgement
 */

/** The order in which causes stand. */
export const VERDICTS = /** @type {const} */ (["fits", "open", "unlikely", "ruled-out"]);

/**
 * @param {Table} table
 * @param {Stack} stack
 * @param {Part[]} parts the same programs with what is known of them
 * @param {number} code
 * @param {string} id the cause's
 * @returns {Judgement}
 */
export function judge(table, stack, parts, code, id) {
  const client = entryOf(table.clients, stack.client);
  const server = entryOf(table.servers, stack.server);
  const events = table.events.filter((event) => event.cause === `${code}#${id}`);
  if (!client || !server || !events.length) return { verdict: "open", why: "" };
  const seen = events
    .filter((event) => applies(event, { ...stack, event: event.id, code: "" }, table))
    .map((event) => ({ event, result: resultOf(table, { ...stack, event: event.id, code: "" }) }));
  const sentence = (/** @type {(typeof seen)[0]} */ one) =>
    `${one.event.label}: ${bothSentence(client, server, one.event, one.result)}`;
  const prevented = seen.some(({ event }) => event.id === "proxy-idle") ? pingedByDefault(parts) : "";
  if (prevented) return { verdict: "unlikely", why: prevented };
  const fitting = seen.find(({ result }) => result.client === code || result.server === code);
  if (fitting) return { verdict: "fits", why: sentence(fitting) };
  const certain = seen.length === events.length && seen.every(({ event, result }) => !event.later && decided(result));
  return certain ? { verdict: "ruled-out", why: sentence(seen[0]) } : { verdict: "open", why: "" };
}

/**
 * The events that give a code at one end at least, likeliest first; one that a timer prevents comes with the reason.
 * @param {Table} table
 * @param {Stack} stack
 * @param {Part[]} parts
 * @param {number} code
 * @returns {{event: import("../both-ends/types.js").EventEntry, shows: string, unlikely: string}[]}
 */
export function eventsThatGive(table, stack, parts, code) {
  const found = table.events.flatMap((event) => {
    const choice = { ...stack, event: event.id, code: "" };
    if (event.codes || !applies(event, choice, table)) return [];
    const { client, server } = resultOf(table, choice);
    if (client !== code && server !== code) return [];
    const unlikely = event.id === "proxy-idle" ? pingedByDefault(parts) : "";
    return [{ event, shows: `client: ${toldWords(client)}, server: ${toldWords(server)}`, unlikely }];
  });
  return found.sort((a, b) => Number(Boolean(a.unlikely)) - Number(Boolean(b.unlikely)));
}

/** @param {import("../both-ends/types.js").Result} result */
function decided(result) {
  return result.client !== "unknown" && result.server !== "unknown" && !result.others.length;
}

/** Why the proxy's timer does not fire with these programs. @param {Part[]} parts */
function pingedByDefault(parts) {
  const of = (/** @type {string} */ role) => parts.find((part) => part.role === role)?.program;
  return pingedSooner([of("client"), of("server")], of("proxy"));
}
