// @ts-check

const READ_AT_EACH_END = 4000;
const COLOURS = /\u001b\[[0-9;]*[A-Za-z]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const BLANK = /[\s\u0000-\u001f\u007f-\u009f]+/g;

/**
 * What was typed or pasted, in the forms that the stages read.
 * Of a long paste only the beginning and the end are read, so that no query takes long.
 * @param {unknown} typed
 * @returns {import("./types.js").Query}
 */
export function prepareQuery(typed) {
  const raw = shortened(typeof typed === "string" ? typed : String(typed ?? ""));
  const plain = shortened(raw.replace(COLOURS, "").replace(INVISIBLE, "").normalize("NFKC"))
    .replace(BLANK, " ")
    .replace(/[\u2018\u2019\u201a\u2032]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .trim();
  return { raw, plain, text: plain.toLowerCase() };
}

/** @param {string} text */
function shortened(text) {
  if (text.length <= 2 * READ_AT_EACH_END) return text;
  return `${text.slice(0, READ_AT_EACH_END)}\n${text.slice(-READ_AT_EACH_END)}`;
}
