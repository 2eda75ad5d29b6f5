// @ts-check

// Words at the front of constants that do not tell one from another.
const FRONT = new Set([
  ..."ws websocket web socket close closed closing closure status code codes event error err reason frame".split(" "),
  ..."protocol channel connection connect message enum type const constants k sr lws soup nw ns url session net".split(
    " ",
  ),
  ..."swoole openswoole curlws".split(" "),
]);
export const SEPARATOR = /::|->|[.#/\\`:\s]/;

/**
 * A constant in the forms that are compared.
 * @typedef {object} Spelling
 * @property {string} full   all of it without case and punctuation
 * @property {string} last   the part after the last separator
 * @property {string} core   that part without the words every constant begins with
 */

/**
 * @param {string} name
 * @returns {Spelling}
 */
export function spellingOf(name) {
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
