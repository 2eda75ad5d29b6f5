/**
 * @typedef {object} FrameParts  one frame, as RFC 6455, 5.2 lays it out
 * @property {number} start  place of its first byte
 * @property {number} end  place after the last of its bytes that are there
 * @property {boolean} fin
 * @property {number} rsv  the three reserved bits, 0 to 7
 * @property {number} opcode
 * @property {boolean} masked
 * @property {Uint8Array} lengthBytes  0, 2 or 8 bytes that follow the second one
 * @property {number | null} length  of the payload, as announced; null when the bytes end before it does
 * @property {Uint8Array} key  the masking key; empty when there is none
 * @property {Uint8Array} payload  unmasked, as much of it as is there
 * @property {number} missing  bytes that are announced and not there
 *
 * @typedef {object} CloseReading  what some bytes say as a Close frame, or as the payload of one
 * @property {Uint8Array} bytes
 * @property {FrameParts | null} frame  null when the bytes are only a payload
 * @property {FrameParts[]} earlier  frames before the Close frame
 * @property {Uint8Array} body  the payload, unmasked
 * @property {Uint8Array} after  bytes that follow the frame
 * @property {number} missing  bytes that are announced and not there
 * @property {number | null} code  1005 when the payload is empty (RFC 6455, 7.1.5); null when it cannot be told
 * @property {Utf8Text} reason
 *
 * @typedef {object} Utf8Text
 * @property {string} text  with U+FFFD where the bytes are no UTF-8
 * @property {number} badAt  how many bytes are good before the first that is not; -1 when all are
 * @property {boolean} cut  the bytes end inside a character
 *
 * @typedef {"auto" | "frame" | "payload"} Form  how to take the bytes
 */

export const CLOSE_OPCODE = 8;
const MOST_FRAMES = 64; // nobody pastes more, and it bounds the work
const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const LENIENT_UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Read bytes as a Close frame or as its payload.  Takes any bytes; the rules in `close-frame.js` say what is wrong with them.
 * @param {Uint8Array} bytes
 * @param {Form} [form]
 * @returns {CloseReading}
 */
export function readClose(bytes, form = "auto") {
  const { frame, earlier, body } = closeParts(bytes, form);
  const missing = frame?.missing ?? 0;
  const isClose = !frame || frame.opcode === CLOSE_OPCODE;
  const empty = body.length === 0 && missing === 0;
  const code = !isClose ? null : empty ? 1005 : body.length > 1 ? body[0] * 256 + body[1] : null;
  const reason = readUtf8(isClose ? body.slice(2) : new Uint8Array(), missing > 0);
  return { bytes, frame, earlier, body, after: bytes.slice(frame ? frame.end : bytes.length), missing, code, reason };
}

/**
 * @param {Uint8Array} bytes
 * @param {Form} form
 * @returns {{frame: FrameParts | null, earlier: FrameParts[], body: Uint8Array}}
 */
function closeParts(bytes, form) {
  const frames = form === "payload" ? [] : walkFrames(bytes);
  if (frames.length === 0 || (form === "auto" && !isFramed(bytes, frames)))
    return { frame: null, earlier: [], body: bytes };
  const frame = frames[frames.length - 1];
  return { frame, earlier: frames.slice(0, -1), body: frame.payload };
}

/**
 * Whether bytes are a frame rather than its payload.  As the code of a payload, a first byte from 80 on would
 * be a number above 32767; one without FIN is a frame only when the length fits to the byte.
 * @param {Uint8Array} bytes
 * @param {FrameParts[]} frames
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
 * Whether bytes are frames and nothing else, the last of them a Close frame.
 * @param {Uint8Array} bytes
 */
export function isWholeClose(bytes) {
  const { frame } = closeParts(bytes, "auto");
  return frame !== null && frame.opcode === CLOSE_OPCODE && frame.missing === 0 && frame.end === bytes.length;
}

/**
 * Whether bytes are a whole Close frame, or a payload that one can well have: a code from 1000 to 4999, and readable text.
 * @param {Uint8Array} bytes
 */
export function looksLikeClose(bytes) {
  const { frame, body } = closeParts(bytes, "auto");
  if (frame) return isWholeClose(bytes) && body.length !== 1;
  const code = body[0] * 256 + body[1];
  return body.length <= 125 && code >= 1000 && code < 5000 && isReadable(body.slice(2));
}

/**
 * Whether bytes are UTF-8 without control characters other than white space.
 * @param {Uint8Array} bytes
 */
export function isReadable(bytes) {
  return isUtf8(bytes) && !/[\u0000-\u0008\u000e-\u001f]/.test(LENIENT_UTF8.decode(bytes));
}

/**
 * The frames in some bytes up to the first Close frame, and that one.
 * @param {Uint8Array} bytes
 * @returns {FrameParts[]} empty when there are fewer than two bytes
 */
export function walkFrames(bytes) {
  const frames = [];
  let start = 0;
  while (start + 2 <= bytes.length && frames.length < MOST_FRAMES) {
    const frame = frameAt(bytes, start);
    frames.push(frame);
    if (frame.opcode === CLOSE_OPCODE || frame.missing > 0) break;
    start = frame.end;
  }
  return frames;
}

/**
 * @param {Uint8Array} bytes
 * @param {number} start
 * @returns {FrameParts}
 */
function frameAt(bytes, start) {
  const [first, second] = bytes.subarray(start, start + 2);
  const masked = second > 127;
  const extra = extraLengthBytes(second & 127);
  const lengthBytes = bytes.slice(start + 2, start + 2 + extra);
  const headEnd = start + 2 + extra + (masked ? 4 : 0);
  const key = bytes.slice(masked ? headEnd - 4 : headEnd, headEnd);
  const announced = extra ? lengthBytes.reduce((sum, byte) => sum * 256 + byte, 0) : second & 127;
  const length = lengthBytes.length === extra ? announced : null;
  const end = headEnd + (length ?? 0);
  const raw = bytes.slice(headEnd, end);
  return {
    start,
    end: Math.min(end, bytes.length),
    fin: first > 127,
    rsv: (first >> 4) & 7,
    opcode: first & 15,
    masked,
    lengthBytes,
    length,
    key,
    payload: masked ? applyMask(raw, key) : raw,
    missing: Math.max(0, end - bytes.length),
  };
}

/** @param {number} short  the seven bits of the second byte */
function extraLengthBytes(short) {
  return short === 126 ? 2 : short === 127 ? 8 : 0;
}

/**
 * RFC 6455, 5.3: masking and unmasking are the same step.
 * @param {Uint8Array} bytes
 * @param {Uint8Array} key  four bytes
 */
export function applyMask(bytes, key) {
  return bytes.map((byte, i) => byte ^ key[i % 4]);
}

/**
 * Bytes read as UTF-8.
 * @param {Uint8Array} bytes
 * @param {boolean} [more]  more bytes would follow, so a character may end early
 * @returns {Utf8Text}
 */
export function readUtf8(bytes, more = false) {
  const text = LENIENT_UTF8.decode(bytes);
  if (isUtf8(bytes) || (more && startsUtf8(bytes))) return { text, badAt: -1, cut: false };
  const badAt = goodBytes(bytes);
  return { text, badAt, cut: badAt === bytes.length };
}

/**
 * The length of the longest beginning that is, or could become, UTF-8.
 * @param {Uint8Array} bytes
 */
function goodBytes(bytes) {
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (startsUtf8(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

/** @param {Uint8Array} bytes */
function isUtf8(bytes) {
  try {
    STRICT_UTF8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether bytes are UTF-8 that may end inside a character. @param {Uint8Array} bytes */
function startsUtf8(bytes) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text @returns {Uint8Array} */
export function utf8Bytes(text) {
  return new TextEncoder().encode(text);
}
