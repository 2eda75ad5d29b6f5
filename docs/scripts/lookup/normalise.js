/** @import {Query} from "./types.js" */
/** @import {Reader} from "./language.js" */

const READ_AT_EACH_END = 4000;
const LONGEST_HOW_TO = 40; // words
const COLOURS = /\u001b\[[0-9;]*[A-Za-z]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const LINE_BREAK = /[\r\n\u2028\u2029]+/;
/** A name with its owner, of which only the name says what is asked: `GatewayCloseCodes.InvalidShard`. */
const QUALIFIED = /^[A-Za-z_]\w*(?:(?:::|[.#])[A-Za-z_]\w*)+$/;
const QUESTION = /^(?:why|what|which|who|is|are|does|do|when|where)\b|[?？]$/;
/** Who asks so wants to do something with a code, not to know what it means. */
const HOW_TO =
  /^(?:how|can|could|should|must|may|i want|i would like|i need)\b|\b(?:how (?:can|do|to|does|should)|is it (?:possible|normal|ok|allowed)|(?:should|can|do|may|must) (?:i|we|you)|may only|should send|when i|difference between)\b/;
const CLOSING_WORDS = /\b(?:codes?|clos(?:e|ed|ing|ure)|websockets?)\b/;
/** Marks of a line that a program wrote. */
const PRINTED =
  /[a-z]:\/\/|\b\d\d:\d\d:\d\d|^\[|[a-z](?:error|exception)\b|error: |[=:] ?["'{[]|\(\)? at |\.[a-z]{2,4}:\d/;
const BLANK = /[\s\u0000-\u001f\u007f-\u009f]+/g;

/**
 * What was typed or pasted, in the forms that the stages read.
 * Of a long paste only the beginning and the end are read, so that no query takes long.
 * @param {unknown} typed
 * @param {Reader} reader  of its words
 * @returns {Query}
 */
export function readQuery(typed, reader) {
  const raw = shortened(typeof typed === "string" ? typed : String(typed ?? ""));
  const lines = shortened(raw.replace(COLOURS, "").replace(INVISIBLE, "").normalize("NFKC"))
    .split(LINE_BREAK)
    .map(plainText)
    .filter(Boolean);
  const starts = [];
  for (let i = 0, at = 0; i < lines.length; at += lines[i].length + 1, i += 1) starts.push(at);
  const plain = lines.join(" ");
  return {
    raw,
    plain,
    text: lowerCase(plain),
    starts,
    form: formOf(lowerCase(plain), lines.length),
    tokens: reader.read(
      QUALIFIED.test(plain) ? plain.replace(/^.*(?:::|[.#])/, (owner) => " ".repeat(owner.length)) : plain,
    ),
  };
}

/**
 * Somebody who types a few words, or a sentence about close codes, means the numbers in it; who asks means the guide.
 * @param {string} text
 * @param {number} lines
 * @returns {Query["form"]}
 */
function formOf(text, lines) {
  const words = text.split(" ").length;
  if (words >= 4 && words <= LONGEST_HOW_TO && HOW_TO.test(text)) return "howTo";
  if (words >= 4 && QUESTION.test(text)) return "question";
  if (words <= 8) return "short";
  if (lines > 1 || PRINTED.test(text)) return "printed";
  return words <= 20 && CLOSING_WORDS.test(text) ? "sentence" : "long";
}

/**
 * A text on one line with plain spaces, quotes and dashes.
 * @param {string} text
 */
export function plainText(text) {
  return text
    .replace(BLANK, " ")
    .replace(/[\u2018\u2019\u201a\u2032]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .trim();
}

/**
 * In lower case, with every letter at its place.
 * @param {string} text
 */
export function lowerCase(text) {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : [...text]
        .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
        .join("");
}

/** @param {string} text */
function shortened(text) {
  if (text.length <= 2 * READ_AT_EACH_END) return text;
  return `${text.slice(0, READ_AT_EACH_END)}\n${text.slice(-READ_AT_EACH_END)}`;
}
