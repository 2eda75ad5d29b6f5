/** @import {Finding, Identifiers, Page, Query} from "./types.js" */

/** What code and logs have, and few words and numbers that somebody typed have not. */
const LOOKS_PRINTED = /\p{L}_|\p{Ll}\p{Lu}|\p{Lu}{2}|[\p{L}\d][.:/\\@-]\p{L}|@\p{L}/u;
const FEW_WORDS = 2;
const MOST_READ_FOR_IDENTIFIERS = 4000;
const MOST_IDENTIFIED = 4;
const FIRST_WORD = /[a-z\d]+/g; // of identifiers and texts in lower case; Chinese stands beside a name without a space
const WORD_SIGN = /\w/;

/**
 * @typedef {object} Identifier
 * @property {string} name   in lower case
 * @property {string} shown  as it is written
 * @property {number} before  how much of it stands before its first word, such as the `@` of a package
 * @property {Page[]} pages  of those that have it
 */

/**
 * Whether a query may show names of code.
 * @param {Query} query
 */
export function mayShowIdentifiers({ plain }) {
  return LOOKS_PRINTED.test(plain) || plain.split(" ").length > FEW_WORDS;
}

/**
 * Finds programs by names of their own: packages, classes, exceptions, error ids, as pasted code, logs and stack traces
 * show them.  One that ends in a mark, such as `lws_`, stands for all names that begin so.
 */
export function createIdentifierStage() {
  /** By their first word, so that the time is linear in the length of the text. @type {Map<string, Identifier[]>} */
  const known = new Map();

  /** @param {string} shown @param {Page} page */
  function learn(shown, page) {
    const name = shown.toLowerCase();
    const [first] = name.matchAll(FIRST_WORD);
    const same = known.get(first[0]) ?? [];
    const before = same.find((one) => one.name === name);
    if (before) before.pages.push(page);
    else known.set(first[0], [...same, { name, shown, before: first.index, pages: [page] }]);
  }

  /**
   * Whether an identifier stands at a place, and neither begins nor ends inside another word.
   * @param {string} name
   * @param {string} text
   * @param {number} at
   */
  function standsAt(name, text, at) {
    const end = at + name.length;
    const begun = WORD_SIGN.test(name[0]) && WORD_SIGN.test(text[at - 1] ?? " ");
    const goesOn = /[a-z\d]$/.test(name) && WORD_SIGN.test(text[end] ?? " ");
    return !begun && !goesOn && text.startsWith(name, at);
  }

  return {
    /**
     * @param {Query} query
     * @returns {Finding[]}
     */
    find(query) {
      const read = mayShowIdentifiers(query) ? query.text.slice(0, MOST_READ_FOR_IDENTIFIERS) : "";
      /** @type {Map<string, Finding>} */
      const found = new Map();
      for (const { 0: word, index } of read.matchAll(FIRST_WORD))
        for (const { name, shown, before, pages } of known.get(word) ?? [])
          if (standsAt(name, read, index - before))
            for (const page of pages) {
              const key = JSON.stringify(page);
              const first = found.get(key);
              const why = `its name ${shown}`;
              if (!first) found.set(key, { ...page, rule: "identifier", share: 0, why });
              else if (first.why !== why) first.share = 1;
            }
      return [...found.values()].slice(0, MOST_IDENTIFIED);
    },
    /** Takes in what has come. @param {Identifiers} identifiers */
    add({ libraries, services }) {
      for (const [library, names] of libraries) for (const name of names) learn(name, { library });
      for (const [service, names] of services) for (const name of names) learn(name, { service });
    },
  };
}
