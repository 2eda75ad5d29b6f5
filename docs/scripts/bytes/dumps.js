import { hexDigitBytes } from "./hex-digits.js";

/** @import { Reading } from "./read-bytes.js" */

const DUMP_ROW = /^[ \t|]{0,80}(?:0x)?([0-9a-f]{4,8})([:|]?)(?:[ \t](.*))?$/i;
const ROW_GROUPS = /^(?:(?:[0-9a-f]{2}|[0-9a-f]{4})(?: {1,2}|\t|$))+/i;
const ROW_BYTES = 16;
const ETHERNET_HEAD = 14;
const IPV6_HEAD = 40;
const TCP = 6;

/**
 * Rows of `xxd`, `hexdump`, `od`, `tcpdump -X`, Wireshark or Netty: an offset that begins at 0, bytes, and perhaps letters.
 * The headers of a captured TCP packet are left out.
 * @param {string} text
 * @returns {Reading[]}
 */
export function readDumps(text) {
  /** @type {{bytes: number[], at: number, end: number}[]} */
  const blocks = [];
  let isOpen = false;
  let at = 0;
  for (const line of text.split("\n")) {
    const end = at + line.length;
    const row = DUMP_ROW.exec(line.trimEnd());
    const offset = row?.[1] ?? "";
    const block = blocks[blocks.length - 1];
    if (row && /^0+$/.test(offset)) {
      blocks.push({ bytes: rowBytes(row), at, end });
      isOpen = true;
    } else if (row && isOpen && (row[3] ?? "").trim() === "") {
      block.bytes.splice(parseInt(offset, 16)); // the last row has only the number of bytes
      block.end = end;
      isOpen = false;
    } else if (row && isOpen && [16, 8].some((base) => parseInt(offset, base) === block.bytes.length)) {
      block.bytes.push(...rowBytes(row));
      block.end = end;
    } else if (/[0-9a-z]/i.test(line)) isOpen = false;
    at = end + 1;
  }
  return blocks.map(({ bytes, at: start, end }) => {
    return { bytes: withoutHeaders(Uint8Array.from(bytes)), spelling: "a hex dump", at: start, length: end - start };
  });
}

/**
 * The bytes of a row.  `hexdump` without -C swaps them in each group of four digits; it writes no colon.
 * @param {RegExpExecArray} row
 */
function rowBytes([, , colon, rest = ""]) {
  const groups = (ROW_GROUPS.exec(rest.split("|")[0].trim())?.[0] ?? "").split(/\s+/).filter(Boolean);
  const bytes = groups.flatMap((group) =>
    colon === "" ? [...hexDigitBytes(group)].reverse() : [...hexDigitBytes(group)],
  );
  return bytes.slice(0, ROW_BYTES);
}

/** What a captured TCP packet carries; other bytes as they are. @param {Uint8Array} bytes */
function withoutHeaders(bytes) {
  const isEthernet = (bytes[12] === 8 && bytes[13] === 0) || (bytes[12] === 0x86 && bytes[13] === 0xdd);
  const packet = isEthernet && bytes.length > ETHERNET_HEAD + IPV6_HEAD ? bytes.subarray(ETHERNET_HEAD) : bytes;
  const version = packet[0] >> 4;
  const isTcp = version === 4 ? packet[9] === TCP && packet[0] === 0x45 : version === 6 && packet[6] === TCP;
  if (!isTcp || packet.length < IPV6_HEAD) return bytes;
  const segment = packet.subarray(version === 4 ? 20 : IPV6_HEAD);
  const head = (segment[12] >> 4) * 4;
  return head >= 20 && head < segment.length - 1 ? segment.slice(head) : bytes;
}
