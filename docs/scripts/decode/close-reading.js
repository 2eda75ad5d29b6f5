// @ts-check
import { CLOSE_OPCODE, walkFrames } from "./frame-parts.js";
import { readUtf8 } from "./utf8.js";

/**
 * @typedef {object} CloseReading  what some bytes say as a Close frame, or as the payload of one
 * @property {number[]} bytes
 * @property {import("./frame-parts.js").FrameParts | null} frame    null when the bytes are only a payload
 * @property {import("./frame-parts.js").FrameParts[]} earlier       frames before the Close frame
 * @property {number[]} body     the payload, unmasked
 * @property {number[]} after    bytes that follow the frame
 * @property {number} missing    bytes that are announced and not there
 * @property {number | null} code  1005 when the payload is empty (RFC 6455, 7.1.5); null when it cannot be told
 * @property {import("./utf8.js").Utf8Text} reason
 */

/** @typedef {"auto" | "frame" | "payload"} Form  how to take the bytes */

/**
 * Read bytes as a Close frame or as its payload.  Takes any bytes; `brokenRules` says what is wrong with them.
 * @param {number[]} bytes
 * @param {Form} [form]
 * @returns {CloseReading}
 */
export function readClose(bytes, form = "auto") {
  const frames = form === "payload" ? [] : walkFrames(bytes);
  if (frames.length === 0 || (form === "auto" && !isFramed(bytes, frames))) return reading(bytes, null, [], bytes);
  const frame = frames[frames.length - 1];
  return reading(bytes, frame, frames.slice(0, -1), frame.payload);
}

/**
 * @param {number[]} bytes
 * @param {CloseReading["frame"]} frame
 * @param {CloseReading["earlier"]} earlier
 * @param {number[]} body
 * @returns {CloseReading}
 */
function reading(bytes, frame, earlier, body) {
  const missing = frame?.missing ?? 0;
  const isClose = !frame || frame.opcode === CLOSE_OPCODE;
  const empty = body.length === 0 && missing === 0;
  const code = !isClose ? null : empty ? 1005 : body.length > 1 ? body[0] * 256 + body[1] : null;
  const reason = readUtf8(isClose ? body.slice(2) : [], missing > 0);
  return { bytes, frame, earlier, body, after: frame ? bytes.slice(frame.end) : [], missing, code, reason };
}

/**
 * Whether bytes are a frame rather than its payload.  As the code of a payload, a first byte from 80 on would
 * be a number above 32767; one without FIN is a frame only when the length fits to the byte.
 * @param {number[]} bytes
 * @param {import("./frame-parts.js").FrameParts[]} frames
 */
function isFramed(bytes, frames) {
  const [first] = frames;
  const last = frames[frames.length - 1];
  const whole = last.missing === 0 && (last.end === bytes.length || last.opcode === CLOSE_OPCODE);
  if (first.fin && first.opcode === CLOSE_OPCODE) return true;
  if (first.fin) return whole && frames.every((frame) => isDefinedOpcode(frame.opcode));
  return whole && last.end === bytes.length && [0, 1, 2, CLOSE_OPCODE].includes(first.opcode);
}

/** @param {number} opcode */
function isDefinedOpcode(opcode) {
  return opcode <= 2 || (opcode >= 8 && opcode <= 10);
}

/**
 * Whether bytes are one Close frame and nothing else.
 * @param {number[]} bytes
 */
export function isWholeClose(bytes) {
  const { frame, missing, after, code } = readClose(bytes);
  return frame !== null && missing === 0 && after.length === 0 && code !== null;
}

/**
 * Whether bytes can well be meant as a Close frame or its payload.
 * @param {number[]} bytes
 */
export function looksLikeClose(bytes) {
  const { frame, code, reason } = readClose(bytes);
  if (frame) return isWholeClose(bytes);
  return bytes.length > 1 && code !== null && code >= 1000 && code < 5000 && reason.badAt < 0;
}
