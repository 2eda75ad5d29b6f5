import { utf8Bytes } from "../bytes/frames.js";

const LONGEST_SHOWN = 300;

/** @param {number} byte */
export function hexByte(byte) {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}

/** `88 02 03 E8` @param {Uint8Array} bytes */
export function spacedHex(bytes) {
  return Array.from(bytes, hexByte).join(" ");
}

/** `880203e8`, as it stands in a link @param {Uint8Array} bytes */
export function plainHex(bytes) {
  return Array.from(bytes, hexByte).join("").toLowerCase();
}

/** `b"\x88\x02\x03\xe8"`, as Python and Rust read it @param {Uint8Array} bytes */
export function bytesLiteral(bytes) {
  const inside = Array.from(bytes, (byte) => {
    if (byte === 34 || byte === 92) return `\\${String.fromCharCode(byte)}`;
    return byte > 31 && byte < 127 ? String.fromCharCode(byte) : `\\x${hexByte(byte).toLowerCase()}`;
  });
  return `b"${inside.join("")}"`;
}

/** `[0x88, 0x02]`, as JavaScript and most others read it @param {Uint8Array} bytes */
export function hexList(bytes) {
  return `[${Array.from(bytes, (byte) => `0x${hexByte(byte).toLowerCase()}`).join(", ")}]`;
}

/** @param {Uint8Array} bytes */
export function base64Text(bytes) {
  return btoa(String.fromCharCode(...bytes));
}

/** @param {number} count */
export function byteCount(count) {
  return count === 1 ? "1 byte" : `${count} bytes`;
}

/**
 * The longest beginning of a text that fits into some bytes of UTF-8, without cutting a character.
 * @param {string} text
 * @param {number} room in bytes
 */
export function cutToBytes(text, room) {
  let used = 0;
  let kept = "";
  for (const character of text) {
    used += utf8Bytes(character).length;
    if (used > room) break;
    kept += character;
  }
  return kept;
}

/**
 * A text as it can be shown: control characters as their pictures, those that turn the direction as numbers, cut when long.
 * @param {string} text
 */
export function visibleText(text) {
  const shown = text
    .replace(/[\u0000-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/\u007f/g, "\u2421")
    .replace(/[\u0080-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, numberedSign);
  return shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown;
}

/** @param {string} sign */
function numberedSign(sign) {
  return `<${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`;
}
