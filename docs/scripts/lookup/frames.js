// @ts-check

/**
 * @typedef {object} ReadClose
 * @property {number} code     1005 when the frame holds none
 * @property {string} reason
 * @property {boolean} frame   a whole Close frame, not only its body
 * @property {boolean} masked
 */

const CLOSE = 8;

/**
 * The close code in some bytes: a Close frame, alone or after other frames, or the body of one.
 * @param {number[]} bytes
 * @returns {ReadClose | null}
 */
export function readCloseBytes(bytes) {
  return closeFrame(bytes) ?? closeBody(bytes, false, false);
}

/**
 * RFC 6455, 5.2: a byte with FIN and opcode, a byte with the mask bit and the length, the key, the payload.
 * Only short frames are followed; a Close frame is never longer than 125 bytes.
 * @param {number[]} bytes
 * @returns {ReadClose | null}
 */
function closeFrame(bytes) {
  let at = 0;
  while (at + 2 <= bytes.length) {
    const opcode = bytes[at] & 15;
    const masked = bytes[at + 1] > 127;
    const length = bytes[at + 1] & 127;
    const start = at + 2 + (masked ? 4 : 0);
    if (length > 125 || start + length > bytes.length || !isOpcode(bytes[at])) return null;
    if (opcode === CLOSE) {
      const key = bytes.slice(at + 2, start);
      const body = bytes.slice(start, start + length).map((byte, i) => (masked ? byte ^ key[i % 4] : byte));
      if (length === 0) return { code: 1005, reason: "", frame: true, masked };
      return closeBody(body, true, masked);
    }
    at = start + length;
  }
  return null;
}

/** @param {number} byte  whether it can begin a frame: a defined opcode, and a control frame in one piece */
function isOpcode(byte) {
  const opcode = byte & 15;
  return opcode <= 2 || (opcode >= 8 && opcode <= 10 && byte > 127);
}

/**
 * Two bytes are a code of any value; more are one only when the rest can be its reason.
 * @param {number[]} body
 * @param {boolean} frame
 * @param {boolean} masked
 * @returns {ReadClose | null}
 */
function closeBody(body, frame, masked) {
  if (body.length < 2 || body.length > 125) return null;
  const code = body[0] * 256 + body[1];
  const reason = readableText(body.slice(2));
  if (reason === null || (!frame && body.length > 2 && (code < 1000 || code > 4999))) return null;
  return { code, reason, frame, masked };
}

/** @param {number[]} bytes  as UTF-8; null when they are no text */
function readableText(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}
