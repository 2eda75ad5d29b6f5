// @ts-check

/**
 * @typedef {object} FrameParts  one frame, as RFC 6455, 5.2 lays it out
 * @property {number} start          place of its first byte
 * @property {number} end            place after the last of its bytes that are there
 * @property {boolean} fin
 * @property {number} rsv            the three reserved bits, 0 to 7
 * @property {number} opcode
 * @property {boolean} masked
 * @property {number[]} lengthBytes  0, 2 or 8 bytes that follow the second one
 * @property {number | null} length  of the payload, as announced; null when the bytes end before it does
 * @property {number[]} key          the masking key; empty when there is none
 * @property {number[]} payload      unmasked, as much of it as is there
 * @property {number} missing        bytes that are announced and not there
 */

export const CLOSE_OPCODE = 8;
const MOST_FRAMES = 64; // nobody pastes more, and it bounds the work

/**
 * The frames in some bytes up to the first Close frame, and that one.
 * @param {number[]} bytes
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
 * @param {number[]} bytes
 * @param {number} start
 * @returns {FrameParts}
 */
function frameAt(bytes, start) {
  const [first, second] = bytes.slice(start, start + 2);
  const masked = second > 127;
  const extra = extraLengthBytes(second & 127);
  const lengthBytes = bytes.slice(start + 2, start + 2 + extra);
  const headEnd = start + 2 + extra + (masked ? 4 : 0);
  const key = masked ? bytes.slice(headEnd - 4, headEnd) : [];
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
 * @param {number[]} bytes
 * @param {number[]} key four bytes
 */
export function applyMask(bytes, key) {
  return bytes.map((byte, i) => byte ^ key[i % 4]);
}
