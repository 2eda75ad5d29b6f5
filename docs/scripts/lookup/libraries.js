/** @import {Finding, LookupIndex, Query} from "./types.js" */

/** Names that prose has as words: they name a library only inside a path or a qualified name. */
const COMMON_NAMES =
  /^(?:web|net|http|ws|go|node|browsers?|clients?|servers?|web ?sockets?|java|spring|mint|gun|dart|k6|bun)$/;
const MOST_READ_FOR_NAMES = 3000;
const MOST_NAMED = 4;

/**
 * The libraries that a query names, as a word or in a path: `aiohttp/client.py`, `okhttp3.internal.ws`, `node_modules/ws/`.
 * @param {Query} query
 * @param {LookupIndex} index
 * @returns {Finding[]}
 */
export function findLibraries({ text }, { libraries }) {
  const read = text.slice(0, MOST_READ_FOR_NAMES);
  /** @type {Finding[]} */
  const found = [];
  libraries.forEach(({ i, t, a }, library) => {
    const best = [t, i, ...a].map((name) => namedBy(name.toLowerCase(), read)).sort((one, other) => other - one)[0];
    if (best) found.push({ library, rule: best > 1 ? "libraryInPath" : "libraryNamed", why: "its name" });
  });
  return found.slice(0, MOST_NAMED);
}

/**
 * How a text names something: 2 inside a path or a qualified name, 1 as a word, 0 not at all.
 * @param {string} name
 * @param {string} text
 */
function namedBy(name, text) {
  let best = 0;
  for (let at = text.indexOf(name); at >= 0 && best < 2; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text[at - 1] ?? " ", text.slice(at + name.length, at + name.length + 3)];
    if (/[\w-]/.test(before) || /^(?:-|\d?\w)/.test(after.replace(/^3(?=\.)/, ""))) continue;
    const inPath = /^3?[./:]\w/.test(after) && !/:\/\//.test(text.slice(at, at + name.length + 3));
    if (inPath || (before === "/" && after[0] === "/")) best = 2;
    else if (name.length > 2 && !COMMON_NAMES.test(name)) best = Math.max(best, 1);
  }
  return best;
}
