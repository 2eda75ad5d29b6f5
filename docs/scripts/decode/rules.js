import { FRAME_RULES, REASON_RULE, SIZE_RULE } from "../bytes/close-frame.js";
import { CLOSE_OPCODE } from "../bytes/frames.js";
import { faultOfCode } from "./code-rules.js";
import { byteCount, visibleText } from "./formats.js";

/**
 * @import { Found, Sender } from "../bytes/close-frame.js"
 * @import { CloseReading } from "../bytes/frames.js"
 * @import { CodeTable } from "./code-rules.js"
 *
 * @typedef {object} CheckedRule
 * @property {string} says  the rule, as a sentence
 * @property {string} section  of RFC 6455
 * @property {"kept" | "broken" | "open"} state  open: these bytes alone cannot tell
 * @property {string} found  when broken, what is wrong; else empty
 *
 * @typedef {{tone: "good" | "warn" | "bad", text: string}} Verdict
 */

/** @type {{section: string, says: string, check: (reading: CloseReading, table: CodeTable) => Found}[]} */
export const BODY_RULES = [SIZE_RULE, { section: "7.4", says: "The code may be sent.", check: codeFault }, REASON_RULE];

/**
 * The rules of RFC 6455 for a Close frame, each with what the bytes make of it.
 * @param {CloseReading} reading
 * @param {CodeTable} table
 * @param {Sender} [sender]
 * @returns {CheckedRule[]}
 */
export function checkRules(reading, table, sender = "unknown") {
  const { frame } = reading;
  const isClose = !frame || frame.opcode === CLOSE_OPCODE;
  return [
    ...FRAME_RULES.map(({ section, says, check }) => checkedRule(section, says, frame && check(frame, sender))),
    ...BODY_RULES.map(({ section, says, check }) => checkedRule(section, says, isClose ? check(reading, table) : null)),
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

/** @param {CloseReading} reading @param {CodeTable} table @returns {Found} */
function codeFault({ body, code }, table) {
  return body.length < 2 || code === null ? null : (faultOfCode(code, table) ?? "");
}

/**
 * The judgement on some bytes, in a few words.
 * @param {CloseReading} reading
 * @param {CheckedRule[]} rules
 * @param {Sender} sender
 * @returns {Verdict}
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
 * @param {string} spelling
 * @returns {[term: string, description: string][]}
 */
export function factsOf({ bytes, frame }, spelling) {
  /** @type {[string, string][]} */
  const facts = [];
  if (frame) {
    const length = frame.length === null ? "cut off" : `${byteCount(frame.length)} of payload`;
    facts.push(["Mask", frame.masked ? "Masked, as from a client" : "Not masked, as from a server"]);
    facts.push([
      "First byte",
      `FIN ${Number(frame.fin)}, RSV ${frame.rsv.toString(2).padStart(3, "0")}, opcode ${frame.opcode}`,
    ]);
    facts.push(["Length", `${length}, ${byteCount(bytes.length)} in all`]);
  }
  facts.push(["Read as", `${spelling}, ${frame ? "a whole frame" : "the payload of a frame"}`]);
  return facts;
}

/**
 * Remarks that are no broken rules.
 * @param {CloseReading} reading
 * @returns {string[]}
 */
export function remarksOn({ bytes, frame, earlier, body, after, missing, code }) {
  const remarks = [];
  if (earlier.length) {
    const frames = earlier.length === 1 ? "Another frame comes" : `${earlier.length} other frames come`;
    remarks.push(`${frames} before the Close frame.`);
  }
  if (code !== null && body.length === 0)
    remarks.push("The payload is empty: no code was sent. The receiver reports 1005.");
  if (missing) {
    const count = `${frame?.length === null ? "at least " : ""}${byteCount(missing)}`;
    remarks.push(`The frame is cut off: ${count} of it ${missing === 1 ? "is" : "are"} not here.`);
  }
  if (after.length) {
    const were = after.length === 1 ? "was" : "were";
    remarks.push(
      `${byteCount(after.length)} after the frame ${were} not read. No data frame may follow a Close frame.`,
    );
  }
  if (!frame && bytes.length > 125)
    remarks.push(`The payload has ${bytes.length} bytes; a Close frame holds at most 125.`);
  return remarks;
}
