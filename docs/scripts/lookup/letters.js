// @ts-check

/**
 * A code that was printed as the character of that number, as Java does in `Illegal status code: Ϯ` (U+03EE, 1006).
 * @param {import("./types.js").Query} query
 * @returns {number | null}
 */
export function findLetterCode(query) {
  const letter = /(?:^|[\s:'"(])([\u03e7-\u03f7])(?:$|[\s'").])/.exec(query.raw)?.[1];
  return letter ? letter.charCodeAt(0) : null;
}
