// @ts-check
import { CLOSE_OPCODE } from "./frame-parts.js";
import { FRAME_RULES } from "./frame-rules.js";
import { faultOfCode } from "./standing.js";

/** @typedef {import("./close-reading.js").CloseReading} CloseReading */
/** @typedef {import("./frame-rules.js").Found} Found */

/**
 * @typedef {object} CheckedRule
 * @property {string} says     the rule, as a sentence
 * @property {string} section  of RFC 6455
 * @property {"kept" | "broken" | "open"} state  open: these bytes alone cannot tell
 * @property {string} found    when broken, what is wrong; else empty
 */

/** @type {{section: string, says: string, check: (reading: CloseReading) => Found}[]} */
export const BODY_RULES = [
  { section: "5.5.1", says: "A payload begins with a code of two bytes.", check: codeSizeFault },
  { section: "7.4", says: "The code may be sent.", check: codeFault },
  { section: "8.1", says: "The reason is UTF-8.", check: reasonFault },
];

/**
 * The rules of RFC 6455 for a Close frame, each with what the bytes make of it.
 * @param {CloseReading} reading
 * @param {import("./standing.js").Sender} [sender]
 * @returns {CheckedRule[]}
 */
export function checkRules(reading, sender = "unknown") {
  const { frame } = reading;
  const isClose = !frame || frame.opcode === CLOSE_OPCODE;
  return [
    ...FRAME_RULES.map(({ section, says, check }) => checkedRule(section, says, frame && check(frame, sender))),
    ...BODY_RULES.map(({ section, says, check }) => checkedRule(section, says, isClose ? check(reading) : null)),
  ];
}

/**
 * @param {string} section
 * @param {string} says
 * @param {Found} found
 * @returns {CheckedRule}
 */
function checkedRule(section, says, found) {
  const fault = typeof found === "string" ? { text: found, section } : found;
  const state = fault === null ? "open" : fault.text ? "broken" : "kept";
  return { says, state, section: fault?.section ?? section, found: fault?.text ?? "" };
}

/** @param {CloseReading} reading @returns {Found} */
function codeSizeFault({ body, missing }) {
  if (body.length > 1 || (body.length === 0 && missing === 0)) return "";
  return missing ? null : "The payload has one byte. It must be empty, or begin with the two bytes of a code.";
}

/** @param {CloseReading} reading @returns {Found} */
function codeFault({ body, code }) {
  return body.length < 2 || code === null ? null : (faultOfCode(code) ?? "");
}

/** @param {CloseReading} reading @returns {Found} */
function reasonFault({ body, reason }) {
  if (body.length < 2) return null;
  if (reason.badAt < 0) return "";
  if (reason.cut) return "The reason ends in the middle of a character: somebody cut it by bytes.";
  const byte = body[2 + reason.badAt].toString(16).toUpperCase().padStart(2, "0");
  return `Byte ${reason.badAt + 1} of the reason, ${byte}, does not fit into UTF-8.`;
}
