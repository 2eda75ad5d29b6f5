/** @import { Choice } from "./types.js" */

/**
 * What the page is asked: the programs, the event, and what was seen when the event is not known.
 * @typedef {Choice & {seenClient: string, seenServer: string}} Question
 */

const KEYS = { seenClient: "client-sees", seenServer: "server-sees" };
const LONGEST = 60;

/** @param {string} search the query of an address @returns {Question} */
export function questionIn(search) {
  const given = new URLSearchParams(search);
  const value = (/** @type {string} */ key) => (given.get(key) ?? "").slice(0, LONGEST);
  return {
    client: value("client"),
    proxy: value("proxy"),
    server: value("server"),
    event: value("event"),
    code: value("code"),
    seenClient: value(KEYS.seenClient),
    seenServer: value(KEYS.seenServer),
  };
}

/** The query that asks it again; empty parts are left out. @param {Question} question @returns {string} */
export function addressOf(question) {
  const query = new URLSearchParams();
  for (const key of /** @type {const} */ (["client", "proxy", "server", "event", "code"])) {
    if (question[key]) query.set(key, question[key]);
  }
  if (!question.event) {
    if (question.seenClient) query.set(KEYS.seenClient, question.seenClient);
    if (question.seenServer) query.set(KEYS.seenServer, question.seenServer);
  }
  const text = query.toString();
  return text && `?${text}`;
}
