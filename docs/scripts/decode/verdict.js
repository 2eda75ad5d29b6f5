// @ts-check
import { byteCount } from "./formats.js";
import { visibleText } from "./utf8.js";

/** @typedef {import("./close-reading.js").CloseReading} CloseReading */
/** @typedef {import("./rules.js").CheckedRule} CheckedRule */

/**
 * The judgement on some bytes, in a few words.
 * @param {CloseReading} reading
 * @param {CheckedRule[]} rules
 * @param {import("./standing.js").Sender} sender
 * @returns {{tone: "good" | "warn" | "bad", text: string}}
 */
export function verdictOn(reading, rules, sender) {
  const broken = rules.filter((rule) => rule.state === "broken").length;
  if (broken) return { tone: "bad", text: broken === 1 ? "Breaks a rule" : `Breaks ${broken} rules` };
  if (reading.missing) return { tone: "warn", text: `Cut off, ${byteCount(reading.missing)} missing` };
  if (!reading.frame) return { tone: "good", text: "Valid payload" };
  if (sender !== "unknown") return { tone: "good", text: "Valid" };
  return { tone: "good", text: `Valid, if a ${reading.frame.masked ? "client" : "server"} sent it` };
}

/**
 * The same as a sentence for screen readers.
 * @param {CloseReading} reading
 * @param {string} name
 * @param {string} verdict
 */
export function spokenVerdict({ code, body, reason }, name, verdict) {
  const number = code === null ? "No code" : `${body.length ? code : "No code, so 1005"} ${name}`.trim();
  return `${number}. ${reason.text ? `Reason: ${visibleText(reason.text)}. ` : ""}${verdict}.`;
}

/**
 * What else to say about the bytes, as terms and descriptions.
 * @param {CloseReading} reading
 * @param {string} notation
 * @returns {[term: string, description: string][]}
 */
export function factsOf(reading, notation) {
  const { frame } = reading;
  /** @type {[string, string][]} */
  const facts = [];
  if (frame) {
    facts.push(["Mask", frame.masked ? "Masked, as from a client" : "Not masked, as from a server"]);
    facts.push(["First byte", `FIN ${Number(frame.fin)}, RSV ${frame.rsv.toString(2).padStart(3, "0")}, opcode ${frame.opcode}`]);
    facts.push(["Length", `${frame.length === null ? "cut off" : `${byteCount(frame.length)} of payload`}, ${byteCount(reading.bytes.length)} in all`]);
  }
  facts.push(["Read as", `${notation}, ${frame ? "a whole frame" : "the payload of a frame"}`]);
  return facts;
}

/**
 * Remarks that are no broken rules.
 * @param {CloseReading} reading
 * @returns {string[]}
 */
export function remarksOn({ bytes, frame, earlier, body, after, missing, code }) {
  const remarks = [];
  if (earlier.length) remarks.push(`${earlier.length === 1 ? "Another frame comes" : `${earlier.length} other frames come`} before the Close frame.`);
  if (code !== null && body.length === 0) remarks.push("The payload is empty: no code was sent. The receiver reports 1005.");
  if (missing) remarks.push(`The frame is cut off: ${frame?.length === null ? "at least " : ""}${byteCount(missing)} of it ${missing === 1 ? "is" : "are"} not here.`);
  if (after.length) remarks.push(`${byteCount(after.length)} after the frame ${after.length === 1 ? "was" : "were"} not read. No data frame may follow a Close frame.`);
  if (!frame && bytes.length > 125) remarks.push(`The payload has ${bytes.length} bytes; a Close frame holds at most 125.`);
  return remarks;
}
