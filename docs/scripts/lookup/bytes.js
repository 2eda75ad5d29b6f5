/** @import {Finding, Query} from "./types.js" */

const LONGEST = 2000;
const HEX_PAIRS = /^(?:0x)?[0-9a-f]{2}(?:[\s,:-]+(?:0x)?[0-9a-f]{2})+$/i;
const PRINTED_LETTER = /(?:^|[\s:'"(])([\u03e7-\u03f7])(?:$|[\s'").])/;

/**
 * A close code written as bytes: `03 ee`, `880203ee`, `b'\\x03\\xe8'`, `<Buffer 03 ee>`, `[3, 238]`, `A+4=`,
 * or a whole Close frame in any of these; or printed as the character of that number, as Java does in
 * `Illegal status code: Ϯ` (U+03EE, 1006).
 * @param {Query} query
 * @returns {Finding[]}
 */
export function findBytes(query) {
  const letter = PRINTED_LETTER.exec(query.raw)?.[1];
  if (letter) return [{ number: letter.charCodeAt(0), rule: "letter", why: "its number, printed as a character" }];
  const close = closeIn(query.raw.slice(0, LONGEST).trim());
  if (!close) return [];
  const reason = close.reason ? `, reason ${JSON.stringify(close.reason.slice(0, 60))}` : "";
  const why = close.frame ? `a Close frame${close.masked ? ", masked" : ""}${reason}` : `its two bytes${reason}`;
  return [{ number: close.code, rule: close.frame ? "frame" : "body", why }];
}

/**
 * @param {string} text
 * @returns {ReadClose | null}
 */
function closeIn(text) {
  for (const read of [escapedBytes, hexBytes, decimalBytes, base64Bytes]) {
    const bytes = read(text);
    const close = bytes && readCloseBytes(bytes);
    if (close && (close.frame || !/^\d+$/.test(text))) return close;
  }
  return frameInText(text);
}

/**
 * A Close frame in hex inside a longer text, such as `sending 88 02 03 e8 to peer`.
 * @param {string} text
 */
function frameInText(text) {
  const found = /(?:^|[^0-9a-z])(88(?:[ :]?[0-9a-f]{2}){3,130})(?![0-9a-z])/i.exec(text)?.[1];
  const close = found ? readCloseBytes(pairs(found.replace(/[ :]/g, ""))) : null;
  return close?.frame ? close : null;
}

/**
 * `\x03\xe8bye`, with or without quotes around, as Python, C and JavaScript print bytes.
 * @param {string} text
 */
function escapedBytes(text) {
  const first = text.search(/\\x[0-9a-f]{2}|\\u00[0-9a-f]{2}/i);
  if (first < 0) return null;
  const opened = Math.max(text.lastIndexOf('"', first), text.lastIndexOf("'", first));
  if (opened < 0) return unescaped(text.slice(first).trimEnd());
  const inside = text[opened] === '"' ? /^(?:[^\\"]|\\[^])*/ : /^(?:[^\\']|\\[^])*/;
  return unescaped(inside.exec(text.slice(opened + 1))?.[0] ?? "");
}

/** @param {string} text */
function unescaped(text) {
  const named = { n: 10, r: 13, t: 9, b: 8, f: 12, v: 11, a: 7, 0: 0 };
  const bytes = [];
  for (const [piece, hex, unicode, letter] of text.matchAll(/\\x([0-9a-f]{2})|\\u00([0-9a-f]{2})|\\([^])|[^]/gi)) {
    if (hex || unicode) bytes.push(parseInt(hex || unicode, 16));
    else if (letter) bytes.push(named[/** @type {"n"} */ (letter)] ?? letter.charCodeAt(0) & 255);
    else bytes.push(...new TextEncoder().encode(piece));
  }
  return bytes;
}

/**
 * Hex digits, in pairs or in one piece, bare or inside `<Buffer …>`.
 * @param {string} text
 */
function hexBytes(text) {
  const core = text
    .replace(/^.{0,40}?<buffer\s+([0-9a-f\s]+)>.{0,40}$/i, "$1")
    .replace(/^(?:hex|bytes|payload|frame|data|body)?[\s:=]*[[({<"']*|[\s\])}>"';.]+$/gi, "");
  if (HEX_PAIRS.test(core)) return pairs(core.replace(/0x/gi, "").replace(/[^0-9a-f]/gi, ""));
  const joined = core.replace(/^(?:0x|\\x|h')/i, "");
  if (!/^(?:[0-9a-f]{2}){2,}$/i.test(joined)) return null;
  const number = /^\d+$/.test(joined) && !/^88\d{6}/.test(joined);
  const word = !/\d/.test(joined);
  return number || word ? null : pairs(joined);
}

/** @param {string} digits */
function pairs(digits) {
  return (digits.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
}

/**
 * `[3, 238]`, `[3 238]`, `<<3,238>>`, `Uint8Array(2) [ 3, 238 ]`.
 * @param {string} text
 */
function decimalBytes(text) {
  const list = /(?:\[|<<|\{)\s*(\d{1,3}(?:[\s,]+\d{1,3})+)\s*(?:\]|>>|\})/.exec(text)?.[1];
  const bytes = list?.split(/[\s,]+/).map(Number);
  return bytes?.every((byte) => byte < 256) ? bytes : null;
}

/**
 * Base64 with its padding, or of a whole frame; anything else that looks like it is a word.
 * @param {string} text
 */
function base64Bytes(text) {
  if (!/^[A-Za-z0-9+/]{2,}={0,2}$/.test(text) || text.length % 4 || !(text.endsWith("=") || /^i[AIJQ]/.test(text)))
    return null;
  return [...atob(text)].map((letter) => letter.charCodeAt(0));
}

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
function readCloseBytes(bytes) {
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
