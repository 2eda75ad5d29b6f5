import { CLOSE_OPCODE, isReadable, readClose } from "./frames.js";

/**
 * @import { CloseReading, FrameParts } from "./frames.js"
 *
 * @typedef {{text: string, section: string}} Fault  what is wrong, and the section of RFC 6455 that says so
 * @typedef {string | Fault | null} Found  what breaks a rule; "" when it is kept, null when these bytes cannot tell
 * @typedef {"unknown" | "server" | "client"} Sender
 *
 * @typedef {object} CloseFrame
 * @property {number} code  1005 when the frame holds none (RFC 6455, 7.1.5)
 * @property {string} reason
 * @property {boolean} frame  a whole Close frame; false when there is only its payload
 * @property {boolean} masked
 * @property {string[]} problems  what is wrong with the bytes, as sentences; whether the code may be sent is not asked
 */

/** @type {{section: string, says: string, check: (frame: FrameParts, sender: Sender) => Found}[]} */
export const FRAME_RULES = [
  { section: "5.5.1", says: "The opcode is 8.", check: opcodeFault },
  { section: "5.5", says: "It is in one piece: FIN is 1.", check: finFault },
  { section: "5.2", says: "The reserved bits are 0.", check: reservedFault },
  { section: "5.5", says: "The payload has at most 125 bytes.", check: sizeFault },
  { section: "5.2", says: "The length takes as few bytes as it can.", check: lengthFault },
  { section: "5.1", says: "A client masks, a server does not.", check: maskFault },
];

/** The rules for a payload; the one on its code is the decoder's. */
export const SIZE_RULE = { section: "5.5.1", says: "A payload begins with a code of two bytes.", check: codeSizeFault };
export const REASON_RULE = { section: "8.1", says: "The reason is UTF-8.", check: reasonFault };

/** @type {Record<number, string>} */
const OPCODE_NAMES = { 0: "continuation", 1: "text", 2: "binary", 8: "Close", 9: "Ping", 10: "Pong" };

/**
 * What bytes say as a Close frame, or as the payload of one; null when they can hardly be meant as either.
 * Two bytes are a code of any value; more are a payload only when the code is one of 1000-4999 and the rest is text.
 * @param {Uint8Array} bytes
 * @returns {CloseFrame | null}
 */
export function readCloseFrame(bytes) {
  const reading = readClose(bytes);
  const { frame, body, code, reason } = reading;
  if (code === null || (!frame && body.length < 2)) return null;
  if (!frame && body.length > 2 && (code < 1000 || code > 4999 || body.length > 125 || !isReadable(body.slice(2))))
    return null;
  return {
    code,
    reason: reason.text,
    frame: frame !== null,
    masked: frame?.masked ?? false,
    problems: faultsOf(reading),
  };
}

/** @param {CloseReading} reading @returns {string[]} */
function faultsOf(reading) {
  const { frame, missing } = reading;
  const found = [
    ...FRAME_RULES.map(({ check }) => frame && check(frame, "unknown")),
    codeSizeFault(reading),
    reasonFault(reading),
  ];
  const faults = found.map((fault) => (typeof fault === "string" ? fault : (fault?.text ?? ""))).filter(Boolean);
  return missing
    ? [`The frame is cut off: ${missing} of its bytes ${missing === 1 ? "is" : "are"} missing.`, ...faults]
    : faults;
}

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
  const are = names.length > 1 ? "are" : "is";
  return `${names.join(" and ")} ${are} 1. Only an extension that both ends agreed on may set these bits.`;
}

/** @param {FrameParts} frame @returns {Found} */
function sizeFault({ length, opcode }) {
  if (length === null) return null;
  if (length <= 125 || opcode < 8) return "";
  return `The payload has ${length} bytes, ${length - 125} too many for a control frame.`;
}

/** @param {FrameParts} frame @returns {Found} */
function lengthFault({ lengthBytes, length }) {
  if (length === null) return null;
  if (lengthBytes[0] > 127 && lengthBytes.length === 8)
    return "The highest bit of the 64-bit length is 1; it must be 0.";
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

/** @param {CloseReading} reading @returns {Found} */
function codeSizeFault({ body, missing }) {
  if (body.length > 1 || (body.length === 0 && missing === 0)) return "";
  return missing ? null : "The payload has one byte. It must be empty, or begin with the two bytes of a code.";
}

/** @param {CloseReading} reading @returns {Found} */
function reasonFault({ body, reason }) {
  if (body.length < 2) return null;
  if (reason.badAt < 0) return "";
  if (reason.cut) return "The reason ends in the middle of a character: somebody cut it by bytes.";
  const byte = body[2 + reason.badAt].toString(16).toUpperCase().padStart(2, "0");
  return `Byte ${reason.badAt + 1} of the reason, ${byte}, does not fit into UTF-8.`;
}
