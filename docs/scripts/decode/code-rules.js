/**
 * @import { Fault, Sender } from "../bytes/close-frame.js"
 *
 * @typedef {object} CodeTable  what the registry says of every number; the page carries it, made from `data/`
 * @property {[number: number, name: string, status: string][]} codes  the assigned ones
 * @property {[first: number, last: number, policy: string, sendable: boolean][]} ranges  whether a number in it that is
 *   not assigned may be sent
 * @property {[first: number, last: number][]} pages  the numbers that have a page of their own
 */

const FOR_CLIENTS = 1010; // RFC 6455, 7.4.1: the one code that is defined for one side only
const FROM_SCRIPTS = { normal: 1000, first: 3000, last: 4999 }; // WHATWG WebSockets, close()

/**
 * Why a number may not be the code of a Close frame.
 * @param {number} code 0 to 65535
 * @param {CodeTable} table
 * @returns {Fault | null} null when it may
 */
export function faultOfCode(code, { codes, ranges }) {
  const [, name, status] = codes.find(([number]) => number === code) ?? [];
  if (status === "registered") return null;
  if (status === "reserved") return { text: `${code} is reserved and has no meaning yet.`, section: "7.4.1" };
  if (name) {
    const text = `${code} must never be in a Close frame: an endpoint reports it to its own application only.`;
    return { text, section: "7.4.1" };
  }
  const [first, last, policy, sendable] = rangeOfCode(code, ranges);
  return sendable
    ? null
    : { text: `${code} ${faultOfRange(first, last, policy)}`, section: policy === "undefined" ? "5.5.1" : "7.4.2" };
}

/**
 * @param {number} code
 * @param {CodeTable["ranges"]} ranges
 */
export function rangeOfCode(code, ranges) {
  const range = ranges.find(([first, last]) => first <= code && code <= last);
  if (!range) throw new Error(`no range holds ${code}`);
  return range;
}

/** @param {number} first @param {number} last @param {string} policy */
function faultOfRange(first, last, policy) {
  if (policy === "not-used") return `is not a close code: ${first}-${last} are not used.`;
  if (policy === "undefined") return `is in no range that the RFC defines: the last ends at ${first - 1}.`;
  return `is not assigned: up to ${last} the protocol and its extensions define the codes.`;
}

/**
 * What to know about a code that a certain end sends.
 * @param {number} code
 * @param {Sender} sender
 * @returns {Fault | null}
 */
export function noteOnSender(code, sender) {
  if (code !== FOR_CLIENTS || sender !== "server") return null;
  return {
    text: `${code} is for clients. A server can refuse an extension in the opening handshake.`,
    section: "7.4.1",
  };
}

/** Whether a browser's `close()` takes a code. @param {number} code */
export function browserMaySend(code) {
  return code === FROM_SCRIPTS.normal || (code >= FROM_SCRIPTS.first && code <= FROM_SCRIPTS.last);
}

/**
 * Where a number is answered, below the site's root: its own page, else its range's page for that number.
 * @param {number} code
 * @param {CodeTable} table
 */
export function pageOfCode(code, { ranges, pages }) {
  const [first, last] = rangeOfCode(code, ranges);
  return hasPage(code, pages) ? `${code}/` : `${first}-${last}/?n=${code}`;
}

/** @param {number} code @param {CodeTable["pages"]} pages */
export function hasPage(code, pages) {
  return pages.some(([first, last]) => first <= code && code <= last);
}
