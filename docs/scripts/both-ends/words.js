/** @import { EventEntry, Program, Result, Told } from "./types.js" */

/** What an application is given, in a word or two. @param {Told} told @returns {string} */
export function toldWords(told) {
  const words = { none: "no number", error: "an error", nothing: "nothing", unknown: "not known" };
  return typeof told === "number" ? String(told) : (words[/** @type {keyof typeof words} */ (told)] ?? String(told));
}

/** The sentence about one end. @param {string} name @param {Told} told @returns {string} */
export function toldSentence(name, told) {
  if (typeof told === "number") return `${name} gets ${told}`;
  if (told === "none") return `${name} is told that the connection ended, without a number`;
  if (told === "error") return `${name} gets an error without a number`;
  if (told === "nothing") return `${name} is told nothing within 8\u00a0seconds`;
  return `what ${name} is told is not known`;
}

/**
 * Both ends in one sentence.
 * @param {Program} client
 * @param {Program} server
 * @param {EventEntry} event
 * @param {Result} result
 * @returns {string}
 */
export function bothSentence(client, server, event, result) {
  const alike = client.name === server.name;
  const end = (/** @type {"client" | "server"} */ side, /** @type {Program} */ program) => {
    const why = silenceWords(event, result, side);
    const name = alike ? `the ${side}` : program.name;
    return why ? `${name} is told nothing, as ${why}` : toldSentence(name, result[side]);
  };
  return `${end("client", client)}; ${end("server", server)}.`.replace(/^(?:what|the) /, capital); // a name stays as it is
}

/** @param {string} text */
function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

/**
 * Why an end is told nothing, where the event says it.
 * @param {EventEntry} event
 * @param {Result} result
 * @param {"client" | "server"} side
 * @returns {string} empty where it does not
 */
export function silenceWords(event, result, side) {
  if (result[side] !== "nothing") return "";
  if (event.ends === side) return "its process has ended";
  if (event.browser && side === "client") return "the page is gone";
  return event.opens ? "" : "there never was a WebSocket";
}

/** How we know a result. @param {Result} result @param {EventEntry} event @returns {string} */
export function evidenceSentence(result, event) {
  if (result.evidence === "pair" && !event.opens) return "This client was run in this case, twice or more.";
  if (result.evidence === "pair") return "These two programs were run together, twice or more.";
  if (result.evidence === "proxied")
    return "The result is the one without a proxy: the proxies that we ran pass frames and the end of TCP on unchanged.";
  return "Each program was run alone against a peer that speaks plain bytes; what both see together follows from that.";
}

/** A thing that travels, in words. @param {string} what such as `close 1001`, `fin`, `http 403` @returns {string} */
export function stepWords(what) {
  const [kind, detail] = what.split(" ");
  const words = {
    close: detail ? `Close ${detail}` : "Close without a code",
    fin: "TCP ends, no Close frame",
    reset: "TCP reset, no Close frame",
    http: `HTTP ${detail}`,
    silence: "nothing",
  };
  return words[/** @type {keyof typeof words} */ (kind)] ?? what;
}
