// @ts-check
import { CLOSE_OPCODE } from "./frame-parts.js";

/** @typedef {import("./frame-parts.js").FrameParts} FrameParts */
/** @typedef {import("./standing.js").Sender} Sender */
/** @typedef {string | import("./standing.js").Fault | null} Found  what breaks a rule; "" when it is kept, null when these bytes cannot tell */

/** @type {{section: string, says: string, check: (frame: FrameParts, sender: Sender) => Found}[]} */
export const FRAME_RULES = [
  { section: "5.5.1", says: "The opcode is 8.", check: opcodeFault },
  { section: "5.5", says: "It is in one piece: FIN is 1.", check: finFault },
  { section: "5.2", says: "The reserved bits are 0.", check: reservedFault },
  { section: "5.5", says: "The payload has at most 125 bytes.", check: sizeFault },
  { section: "5.2", says: "The length takes as few bytes as it can.", check: lengthFault },
  { section: "5.1", says: "A client masks, a server does not.", check: maskFault },
];

/** @type {Record<number, string>} */
const OPCODE_NAMES = { 0: "continuation", 1: "text", 2: "binary", 8: "Close", 9: "Ping", 10: "Pong" };

/** @param {number} opcode @returns {string} */
export function opcodeName(opcode) {
  return OPCODE_NAMES[opcode] ?? "reserved";
}

/** @param {FrameParts} frame @returns {Found} */
function opcodeFault({ opcode }) {
  return opcode === CLOSE_OPCODE ? "" : `The opcode is ${opcode}, ${opcodeName(opcode)}: this is not a Close frame.`;
}

/** @param {FrameParts} frame @returns {Found} */
function finFault({ fin, opcode }) {
  return fin || opcode < 8 ? "" : "FIN is 0, as if more pieces followed. A control frame must not be fragmented.";
}

/** @param {FrameParts} frame @returns {Found} */
function reservedFault({ rsv }) {
  if (rsv === 0) return "";
  const names = ["RSV1", "RSV2", "RSV3"].filter((_, i) => rsv & (4 >> i));
  return `${names.join(" and ")} ${names.length > 1 ? "are" : "is"} 1. Only an extension that both ends agreed on may set these bits.`;
}

/** @param {FrameParts} frame @returns {Found} */
function sizeFault({ length, opcode }) {
  if (length === null) return null;
  return length <= 125 || opcode < 8 ? "" : `The payload has ${length} bytes, ${length - 125} too many for a control frame.`;
}

/** @param {FrameParts} frame @returns {Found} */
function lengthFault({ lengthBytes, length }) {
  if (length === null) return null;
  if (lengthBytes[0] > 127 && lengthBytes.length === 8) return "The highest bit of the 64-bit length is 1; it must be 0.";
  const needed = length < 126 ? 0 : length < 65536 ? 2 : 8;
  if (lengthBytes.length <= needed) return "";
  return `The length ${length} takes ${lengthBytes.length} bytes more than the first; it needs ${needed || "none"}.`;
}

/** @param {FrameParts} frame @param {Sender} sender @returns {Found} */
function maskFault({ masked }, sender) {
  if (sender === "unknown") return null;
  if (sender === "server") return masked ? "It is masked, and a server must not mask." : "";
  return masked ? "" : "It is not masked, and a client must mask every frame.";
}
