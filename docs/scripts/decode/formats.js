// @ts-check

/** @param {number} byte */
export function hexByte(byte) {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}

/** `88 02 03 E8` @param {number[]} bytes */
export function spacedHex(bytes) {
  return bytes.map(hexByte).join(" ");
}

/** `880203e8`, as it stands in a link @param {number[]} bytes */
export function plainHex(bytes) {
  return bytes.map(hexByte).join("").toLowerCase();
}

/** `b"\x88\x02\x03\xe8"`, as Python and Rust read it @param {number[]} bytes */
export function bytesLiteral(bytes) {
  const inside = bytes.map((byte) => {
    if (byte === 34 || byte === 92) return `\\${String.fromCharCode(byte)}`;
    return byte > 31 && byte < 127 ? String.fromCharCode(byte) : `\\x${hexByte(byte).toLowerCase()}`;
  });
  return `b"${inside.join("")}"`;
}

/** `[0x88, 0x02]`, as JavaScript and most others read it @param {number[]} bytes */
export function hexList(bytes) {
  return `[${bytes.map((byte) => `0x${hexByte(byte).toLowerCase()}`).join(", ")}]`;
}

/** @param {number[]} bytes */
export function base64Text(bytes) {
  return btoa(String.fromCharCode(...bytes));
}

/** @param {number} count */
export function byteCount(count) {
  return count === 1 ? "1 byte" : `${count} bytes`;
}
