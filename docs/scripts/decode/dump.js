// @ts-check
import { hexDigitBytes } from "./hex-digits.js";

const DUMP_LINE = /^\s*(?:0x)?([0-9a-f]{4,8})(:?)(?:\s+(.*))?$/i;
const DUMP_ROW = /^(?:(?:[0-9a-f]{2}|[0-9a-f]{4})(?: {1,2}|\t|$))+/i;
const ROW_BYTES = 16;

/**
 * Lines of `xxd`, `hexdump`, `tcpdump -x` or Wireshark: an offset that begins at 0, bytes, and perhaps letters.
 * @param {string} text
 * @returns {import("./notation.js").Reading | null}
 */
export function readDump(text) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  const rows = lines.map((line) => DUMP_LINE.exec(line));
  if (!/^0+$/.test(rows[0]?.[1] ?? "") || rows.includes(null)) return null;
  const bytes = rows.flatMap((row) => rowBytes(row?.[3] ?? "", row?.[2] === ""));
  const last = rows[rows.length - 1];
  const total = rows.length > 1 && last && !last[3] ? parseInt(last[1], 16) : bytes.length;
  return bytes.length ? { bytes: bytes.slice(0, total), notation: "a hex dump" } : null;
}

/**
 * The bytes of a row.  `hexdump` without -C swaps them in each group of four digits; it writes no colon.
 * @param {string} row
 * @param {boolean} swaps
 */
function rowBytes(row, swaps) {
  const groups = (DUMP_ROW.exec(row.split("|")[0].trimEnd())?.[0] ?? "").split(/\s+/).filter(Boolean);
  return groups.flatMap((group) => (swaps ? hexDigitBytes(group).reverse() : hexDigitBytes(group))).slice(0, ROW_BYTES);
}
