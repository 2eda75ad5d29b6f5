// @ts-check

const HIGHEST = 65535;
/** The score of a number by what stands before it. */
export const NEAR = { code: 96, closing: 92, short: 90, sentence: 83, none: 66, size: 40 };
const SAYS_CODE = /(?:close ?event|code|codes|status|errcode|closecode)$/;
const SAYS_CLOSE_CODE =
  /(?:close|closed|closing|closure|ws|websocket|disconnect|disconnected)[\s_.:-]*(?:status[\s_-]?)?(?:code|status)$/;
const SAYS_SIZE = /(?:size|length|limit|max|maximum|exceeds?|exceeded|than|larger|>)$/;
const SAYS_CLOSING =
  /(?:close|closed|closing|closure|disconnect(?:ed|ion)?|sent|received|websocket|ws|error|err|event|reason|failed)$/;

/**
 * How near a number stands to words that say what it is.
 * @param {string} words     what stands before it
 * @param {number} value
 * @param {boolean} assigned whether it is a code by itself; any other number behind "size" or "limit" is one of those
 * @param {"short" | "sentence" | "none"} length  of the query: a few words, one sentence, or more
 */
export function nearness(words, value, assigned, length) {
  if (!assigned && SAYS_SIZE.test(words)) return NEAR.size;
  if (value < 1000 && !SAYS_CLOSE_CODE.test(words))
    return smallNearness(value, SAYS_CODE.test(words), length === "short");
  if (SAYS_CODE.test(words)) return NEAR.code;
  if (SAYS_CLOSING.test(words)) return NEAR.closing;
  return NEAR[length];
}

/**
 * Numbers below 1000 are HTTP statuses, errors of the system and counts, more often than not.
 * @param {number} value
 * @param {boolean} code  whether "code" or "status" stands before it
 * @param {boolean} short
 */
function smallNearness(value, code, short) {
  if (value >= 100 && value < 600) return short ? 48 : 12;
  return code ? (short ? NEAR.code : 45) : short ? 40 : 10;
}

/**
 * How far a number with nothing around it looks like a close code; 2024 and 54321 do not.
 * @param {number} value
 * @param {number} near
 */
export function likeness(value, near) {
  if (near >= NEAR.closing) return 1;
  if (value > HIGHEST || value < 100) return 0.2;
  if (value < 1000 || value >= 5000) return 0.6;
  return near === NEAR.none && value >= 1900 && value < 2100 ? 0.3 : 1;
}
