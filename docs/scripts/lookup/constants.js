// @ts-check
import { SEPARATOR, spellingOf } from "./spellings.js";

const IDENTIFIER = /[:`]?[A-Za-z_][A-Za-z0-9_]*(?:(?:::|\.|->|#|\/|\\)[A-Za-z_][A-Za-z0-9_]*)*/g;
const LOOKS_LIKE_CODE = /[a-z][A-Z]|[A-Za-z]_[A-Za-z0-9]|::[A-Za-z]|[A-Za-z]\.[A-Z]|^[:`][a-z]/;

/**
 * @typedef {object} Constant
 * @property {string} name
 * @property {number[]} numbers
 * @property {number[]} libraries
 * @property {boolean} family   stands for many numbers, such as `CloseCode::Iana`
 * @property {import("./spellings.js").Spelling} spelling
 */

/**
 * Finds library constants, however they are punctuated, also partly typed.
 * @param {[string, number, number[]][]} rows
 * @returns {(query: import("./types.js").Query) => {constant: Constant, score: number}[]}
 */
export function createConstantFinder(rows) {
  const constants = readConstants(rows);
  return (query) => {
    const asked = askedConstants(query.plain);
    const found = constants.map((constant) => ({
      constant,
      score: Math.max(0, ...asked.map((one) => likenessOf(constant, one))),
    }));
    const byScore = found
      .filter((one) => one.score > 0)
      .sort((a, b) => b.score - a.score || b.constant.libraries.length - a.constant.libraries.length);
    return byScore.slice(0, 12);
  };
}

/**
 * @param {[string, number, number[]][]} rows
 * @returns {Constant[]}
 */
function readConstants(rows) {
  /** @type {Map<string, Constant>} */
  const constants = new Map();
  for (const [shown, number, libraries] of rows) {
    const name = shown.replace(/\(\d+\)$/, "");
    const family = name !== shown;
    const key = family ? name : `${name} ${number}`;
    const known = constants.get(key);
    if (known) known.numbers.push(number);
    else constants.set(key, { name, numbers: [number], libraries, family, spelling: spellingOf(name) });
  }
  return [...constants.values()];
}

/**
 * What in the query may be a constant; `whole` when nothing else was typed.
 * @param {string} text
 * @returns {(import("./spellings.js").Spelling & {whole: boolean, qualified: boolean})[]}
 */
function askedConstants(text) {
  const core = text.slice(0, 120).replace(/^[\s"'`([{<]+|[\s"'`)\]}>,;:.()]+$/g, "");
  const likely = (text.match(IDENTIFIER) ?? []).filter((word) => word.length < 100 && LOOKS_LIKE_CODE.test(word));
  const asked = [...new Set(likely)].slice(0, 12).map((word) => askedAs(word, false));
  const whole =
    text.length <= 90 &&
    core.split(" ").length <= 8 &&
    /[a-z]/i.test(core) &&
    (/^\S*$/.test(core) || /^[\w -]*$/.test(core));
  return whole ? [askedAs(core, true), ...asked] : asked;
}

/**
 * @param {string} text
 * @param {boolean} whole
 */
function askedAs(text, whole) {
  const joined = text.includes(" ") && !LOOKS_LIKE_CODE.test(text) ? text.replace(/ /g, "_") : text;
  return { ...spellingOf(joined), whole, qualified: SEPARATOR.test(joined) };
}

/**
 * @param {Constant} constant
 * @param {import("./spellings.js").Spelling & {whole: boolean, qualified: boolean}} asked
 */
function likenessOf({ spelling }, asked) {
  if (asked.full.length < 2) return 0;
  if (asked.full === spelling.full) return 97;
  if (asked.last === spelling.last) {
    const sameOwner = asked.qualified && spelling.full.endsWith(asked.full.slice(-spelling.last.length - 5));
    return sameOwner ? 95 : asked.whole || asked.qualified ? 90 : 84;
  }
  if (asked.core.length >= 3 && asked.core === spelling.core) return asked.whole || asked.qualified ? 86 : 80;
  return asked.whole ? begunScore(spelling, asked) : 0;
}

/**
 * A constant of which the beginning is typed: the more of it, the better.
 * @param {import("./spellings.js").Spelling} spelling
 * @param {import("./spellings.js").Spelling} asked
 */
function begunScore(spelling, asked) {
  if (asked.last.length < 3) return 0;
  const begun = [
    spelling.full.startsWith(asked.full),
    spelling.last.startsWith(asked.last),
    spelling.core.startsWith(asked.core),
  ];
  const shares = [
    asked.full.length / spelling.full.length,
    asked.last.length / spelling.last.length,
    asked.core.length / spelling.core.length,
  ];
  const share = Math.max(...begun.map((is, i) => (is ? shares[i] : 0)));
  return share ? 62 + 20 * share : 0;
}
