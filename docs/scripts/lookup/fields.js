// @ts-check

/**
 * @param {string[]} texts
 * @param {import("./weights.js").Field} field
 * @returns {[string, import("./weights.js").Field][]}
 */
export function fielded(texts, field) {
  return texts.filter(Boolean).map((text) => [text, field]);
}

/**
 * An identifier as words: `InvalidAPIVersion` is "Invalid API Version".
 * @param {string} name
 */
export function spelledOut(name) {
  return name
    .replace(/^.*(?:::|\.)/, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .replace(/_/g, " ");
}
