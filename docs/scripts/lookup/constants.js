/** @import {Finding, LookupIndex, Query} from "./types.js" */

const IDENTIFIER = /[:\x60]?[A-Za-z_][A-Za-z0-9_]*(?:(?:::|\.|->|#|\/|\\)[A-Za-z_][A-Za-z0-9_]*)*/g;
const LOOKS_LIKE_CODE = /[a-z][A-Z]|[A-Za-z]_[A-Za-z0-9]|::[A-Za-z]|[A-Za-z]\.[A-Z]|^[:\x60][a-z]/;
const SEPARATOR = /::|->|[.#/\\\x60:\s]/;
const MOST_NAMES = 12;
const MOST_CONSTANTS = 12;
const LONGEST_READ = 120;
/** Words at the front of constants that do not tell one from another. */
const FRONT = new Set(
  (
    "ws websocket web socket close closed closing closure status code codes event error err reason frame protocol channel " +
    "connection connect message enum type const constants k sr lws soup nw ns url session net swoole openswoole curlws"
  ).split(" "),
);

/**
 * A constant in the forms that are compared.
 * @typedef {object} Spelling
 * @property {string} full   all of it without case and punctuation
 * @property {string} last   the part after the last separator
 * @property {string} core   that part without the words every constant begins with
 *
 * @typedef {object} Constant
 * @property {string} name
 * @property {number[]} numbers
 * @property {number} library  the first that uses it
 * @property {number} users    how many do
 * @property {boolean} family   stands for many numbers, such as `CloseCode::Iana`
 * @property {Spelling} spelling
 *
 * @typedef {Spelling & {whole: boolean, qualified: boolean, written: boolean}} Asked  `whole` when nothing else was
 * typed, `written` when it has the form of a constant, `GOING_AWAY`
 */

/**
 * Finds library constants, however they are punctuated, also partly typed, those included that came later.
 * @param {LookupIndex} index
 * @returns {(query: Query) => Finding[]}
 */
export function createConstantStage(index) {
  /** @type {Constant[]} */
  let constants = [];
  let read = -1;
  return (query) => {
    if (read !== index.constants.length) constants = readConstants(index.constants);
    read = index.constants.length;
    const asked = askedConstants(query.plain);
    const found = constants.flatMap((constant) => {
      const likeness = asked.map((one) => likenessOf(constant, one)).reduce((a, b) => (better(b, a) ? b : a), null);
      return likeness ? [{ constant, ...likeness }] : [];
    });
    const best = found.sort(
      (a, b) =>
        LIKENESS.indexOf(a.rule) - LIKENESS.indexOf(b.rule) || b.share - a.share || b.constant.users - a.constant.users,
    );
    return best.slice(0, MOST_CONSTANTS).flatMap((one, i) => constantFindings(one, i, query, index));
  };
}

/** @typedef {{rule: typeof LIKENESS[number], share: number}} Likeness */
/** How alike two names can be, most first. */
const LIKENESS = /** @type {const} */ ([
  "constant",
  "constantOfSameOwner",
  "constantName",
  "constantCore",
  "constantBegun",
]);

/**
 * @param {Likeness | null} a
 * @param {Likeness | null} b
 */
function better(a, b) {
  if (!a || !b) return a !== null;
  return (LIKENESS.indexOf(b.rule) - LIKENESS.indexOf(a.rule) || a.share - b.share) > 0;
}

/**
 * What a constant leads to: a name for many numbers that all lie in one range means the range.
 * @param {{constant: Constant} & Likeness} found
 * @param {number} place  among the found ones: a little less sure each
 * @param {Query} query
 * @param {LookupIndex} index
 * @returns {Finding[]}
 */
function constantFindings({ constant, rule, share }, place, query, index) {
  const clue = { rule, share: share - place * 0.0005, why: constant.name };
  const ranges = new Set(constant.numbers.map((n) => index.ranges.findIndex(({ f, z }) => f <= n && n <= z)));
  const [range] = ranges;
  const said = [...query.text.matchAll(/\d{4,5}/g)].map(Number);
  const alike = rule === "constantCore" || rule === "constantBegun";
  if (alike && said.length && !constant.numbers.some((number) => said.includes(number)) && !constant.family) return [];
  // a name that no library has for one code is authored for the range, whatever gets assigned in it
  const ofRange =
    constant.users === 0 || constant.numbers.every((n) => n >= 3000 || !index.codes.some((code) => code.n === n));
  if (constant.family && ranges.size === 1 && range >= 0 && ofRange) {
    const inside = said.find((n) => index.ranges[range].f <= n && n <= index.ranges[range].z);
    return [inside === undefined ? { ...clue, range } : { ...clue, number: inside }];
  }
  const meant = constant.numbers.filter((number) => said.includes(number));
  return (meant.length ? meant : constant.numbers).map((number) =>
    number >= 0 && number <= 65535
      ? { ...clue, number }
      : { ...clue, library: constant.library, note: `${constant.name} is ${number}.` },
  );
}

/**
 * @param {LookupIndex["constants"]} rows
 * @returns {Constant[]}
 */
function readConstants(rows) {
  /** @type {Map<string, Constant>} */
  const constants = new Map();
  for (const [shown, number, library, users] of rows) {
    const name = shown.replace(/\(\d+\)$/, "");
    const family = name !== shown;
    const key = family ? name : `${name} ${number}`;
    const known = constants.get(key);
    if (known) known.numbers.push(number);
    else constants.set(key, { name, numbers: [number], library, users, family, spelling: spellingOf(name) });
  }
  return [...constants.values()];
}

/**
 * What in the query may be a constant.
 * @param {string} text
 * @returns {Asked[]}
 */
function askedConstants(text) {
  const core = text.slice(0, LONGEST_READ).replace(/^[\s"'\x60([{<]+|[\s"'\x60)\]}>,;:.()]{1,9}$/g, "");
  const likely = (text.match(IDENTIFIER) ?? []).filter((word) => word.length < 100 && LOOKS_LIKE_CODE.test(word));
  const asked = [...new Set(likely)].slice(0, MOST_NAMES).map((word) => askedAs(word, false));
  const short =
    text.length <= 90 && /^[\u0020-\u007e]*$/.test(core) && core.split(" ").length <= 8 && /[a-z]/i.test(core);
  const whole = short && (/^\S*$/.test(core) || /^[\w -]*$/.test(core));
  return whole ? [askedAs(core, true), ...asked] : asked;
}

/**
 * @param {string} text
 * @param {boolean} whole
 * @returns {Asked}
 */
function askedAs(text, whole) {
  const joined = text.includes(" ") && !LOOKS_LIKE_CODE.test(text) ? text.replace(/ /g, "_") : text;
  return { ...spellingOf(joined), whole, qualified: SEPARATOR.test(joined), written: /_|\d/.test(joined) };
}

/**
 * @param {Constant} constant
 * @param {Asked} asked
 * @returns {Likeness | null}
 */
function likenessOf({ spelling }, asked) {
  if (asked.full.length < 2) return null;
  const sure = asked.whole || asked.qualified || asked.written;
  if (asked.full === spelling.full) return sure ? { rule: "constant", share: 1 } : { rule: "constantName", share: 0 };
  const clear = asked.whole || asked.qualified ? 1 : 0;
  if (asked.last === spelling.last) {
    const sameOwner = asked.qualified && spelling.full.endsWith(asked.full.slice(-spelling.last.length - 5));
    return sameOwner ? { rule: "constantOfSameOwner", share: 1 } : { rule: "constantName", share: clear };
  }
  if (asked.core.length >= 3 && asked.core === spelling.core) return { rule: "constantCore", share: clear };
  const begun = asked.whole ? begunShare(spelling, asked) : 0;
  return begun ? { rule: "constantBegun", share: begun } : null;
}

/**
 * How much of a constant is typed of which the beginning is typed, 0 to 1.
 * @param {Spelling} spelling
 * @param {Asked} asked
 */
function begunShare(spelling, asked) {
  if (asked.last.length < 3) return 0;
  const forms = /** @type {const} */ (["full", "last", "core"]);
  return Math.max(
    ...forms.map((form) => (spelling[form].startsWith(asked[form]) ? asked[form].length / spelling[form].length : 0)),
  );
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
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word && !/^\d+$/.test(word));
  const own = words.findIndex((word) => !FRONT.has(word));
  return own > 0 ? words.slice(own).join("") : own === 0 || words.length === 1 ? words.join("") : "";
}
