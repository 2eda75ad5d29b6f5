// @ts-check

// Words at the front of constants that do not tell one from another.
const FRONT = new Set(
  ("ws websocket web socket close closed closing closure status code codes event error err k sr lws soup nw ns url session net " +
    "swoole openswoole curlws reason frame protocol channel connection connect message enum type const constants").split(" "),
);
const SEPARATOR = /::|->|[.#/\\`:\s]/;
const IDENTIFIER = /[:`]?[A-Za-z_][A-Za-z0-9_]*(?:(?:::|\.|->|#|\/|\\)[A-Za-z_][A-Za-z0-9_]*)*/g;
const LOOKS_LIKE_CODE = /[a-z][A-Z]|[A-Za-z]_[A-Za-z0-9]|::[A-Za-z]|[A-Za-z]\.[A-Z]|^[:`][a-z]/;

/**
 * A constant in the forms that are compared.
 * @typedef {object} Spelling
 * @property {string} full   all of it without case and punctuation
 * @property {string} last   the part after the last separator
 * @property {string} core   that part without the words every constant begins with
 */

/**
 * @typedef {object} Constant
 * @property {string} name
 * @property {number[]} numbers
 * @property {number[]} libraries
 * @property {boolean} family   stands for many numbers, such as `CloseCode::Iana`
 * @property {Spelling} spelling
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
    const found = constants.map((constant) => ({ constant, score: Math.max(0, ...asked.map((one) => likenessOf(constant, one))) }));
    const byScore = found.filter((one) => one.score > 0).sort((a, b) => b.score - a.score || b.constant.libraries.length - a.constant.libraries.length);
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
 * @returns {(Spelling & {whole: boolean, qualified: boolean})[]}
 */
function askedConstants(text) {
  const core = text.slice(0, 120).replace(/^[\s"'`([{<]+|[\s"'`)\]}>,;:.()]+$/g, "");
  const likely = (text.match(IDENTIFIER) ?? []).filter((word) => word.length < 100 && LOOKS_LIKE_CODE.test(word));
  const asked = [...new Set(likely)].slice(0, 12).map((word) => askedAs(word, false));
  const whole = text.length <= 90 && core.split(" ").length <= 8 && /[a-z]/i.test(core) && (/^\S*$/.test(core) || /^[\w -]*$/.test(core));
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
 * @param {Spelling & {whole: boolean, qualified: boolean}} asked
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
 * @param {Spelling} spelling
 * @param {Spelling} asked
 */
function begunScore(spelling, asked) {
  if (asked.last.length < 3) return 0;
  const begun = [spelling.full.startsWith(asked.full), spelling.last.startsWith(asked.last), spelling.core.startsWith(asked.core)];
  const shares = [asked.full.length / spelling.full.length, asked.last.length / spelling.last.length, asked.core.length / spelling.core.length];
  const share = Math.max(...begun.map((is, i) => (is ? shares[i] : 0)));
  return share ? 62 + 20 * share : 0;
}

/**
 * @param {string} name
 * @returns {Spelling}
 */
function spellingOf(name) {
  const part = name.split(SEPARATOR).filter(Boolean).pop() ?? name;
  return { full: squeezed(name), last: squeezed(part), core: coreOf(part) };
}

/** @param {string} name */
function squeezed(name) {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/**
 * `CLOSE_STATUS_CODE_GOING_AWAY`, `kCloseEventCodeGoingAway` and `StatusGoingAway` are all `goingaway`.
 * @param {string} name
 */
function coreOf(name) {
  const words = name
    .replace(/websocket/gi, "_ws_")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word && !/^\d+$/.test(word));
  const own = words.findIndex((word) => !FRONT.has(word));
  return own > 0 ? words.slice(own).join("") : own === 0 || words.length === 1 ? words.join("") : "";
}
