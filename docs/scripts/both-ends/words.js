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
  const end = (/** @type {"client" | "server"} */ side, /** @type {Program} */ program) =>
    event.ends === side && result[side] === "nothing"
      ? `${program.name} is gone`
      : toldSentence(program.name, result[side]);
  const text = `${end("client", client)}; ${end("server", server)}.`;
  return text[0].toUpperCase() + text.slice(1);
}

/** How we know a result. @param {Result} result @returns {string} */
export function evidenceSentence(result) {
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
