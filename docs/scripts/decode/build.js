// @ts-check
import { byteCount } from "./formats.js";
import { applyMask } from "./frame-parts.js";
import { browserMaySend, faultOfCode, noteOnSender } from "./standing.js";
import { utf8Bytes } from "./utf8.js";

export const REASON_ROOM = 123; // 125 bytes of a control frame (RFC 6455, 5.5) less two of code

/**
 * @typedef {object} Wish
 * @property {string} code    as typed; empty for a Close frame without one
 * @property {string} reason
 * @property {"server" | "client"} from
 * @property {number[]} key   four bytes; only a client's frame uses them
 */

/** @typedef {{field: "code" | "reason" | "key", text: string, section?: string, browsers?: boolean}} Trouble  section of RFC 6455; or a rule for browsers */

/**
 * @typedef {object} Built
 * @property {number[] | null} bytes   null when there can be no such frame
 * @property {number} used             bytes of UTF-8 that the reason takes
 * @property {Trouble[]} problems      why there can be none
 * @property {Trouble[]} warnings      rules that the frame breaks, or what else to know
 */

/**
 * The bytes of a Close frame.  A frame that can be written but must not be sent is written, with a warning: tests need it.
 * @param {Wish} wish
 * @returns {Built}
 */
export function buildClose(wish) {
  const used = utf8Bytes(wish.reason).length;
  const problems = problemsOf(wish, used);
  if (problems.length) return { bytes: null, used, problems, warnings: [] };
  const code = wish.code.trim() === "" ? null : Number(wish.code);
  const body = code === null ? [] : [code >> 8, code & 255, ...utf8Bytes(wish.reason)];
  const masked = wish.from === "client";
  const tail = masked ? [...wish.key, ...applyMask(body, wish.key)] : body;
  const bytes = [0x88, body.length + (masked ? 128 : 0), ...tail];
  return { bytes, used, problems, warnings: code === null ? [] : warningsOn(code, wish.from) };
}

/**
 * @param {Wish} wish
 * @param {number} used
 * @returns {Trouble[]}
 */
function problemsOf({ code, reason, from, key }, used) {
  /** @type {Trouble[]} */
  const problems = [];
  const typed = code.trim();
  if (typed !== "" && (!/^\d{1,5}$/.test(typed) || Number(typed) > 65535)) {
    problems.push({ field: "code", text: "A close code is a whole number from 0 to 65535." });
  }
  if (typed === "" && reason !== "") {
    problems.push({ field: "code", text: "A reason cannot come without a code.", section: "5.5.1" });
  }
  if (used > REASON_ROOM) {
    problems.push({ field: "reason", text: `The reason is ${byteCount(used - REASON_ROOM)} too long.`, section: "5.5" });
  }
  if (from === "client" && key.length !== 4) {
    problems.push({ field: "key", text: "A masking key is four bytes, such as 37 FA 21 3D.", section: "5.3" });
  }
  return problems;
}

/**
 * @param {number} code
 * @param {Wish["from"]} from
 * @returns {Trouble[]}
 */
function warningsOn(code, from) {
  const fault = faultOfCode(code);
  if (fault) return [{ field: "code", text: `${fault.text} Use these bytes only to test a receiver.`, section: fault.section }];
  const note = noteOnSender(code, from);
  if (note) return [{ field: "code", ...note }];
  if (from === "server" || browserMaySend(code)) return [];
  return [{ field: "code", text: "A script in a browser cannot send this code: close() takes only 1000 and 3000-4999.", browsers: true }];
}
