// @ts-check
import { isWholeClose } from "./close-reading.js";
import { hexDigitBytes } from "./hex-digits.js";

const RUNS = /\b(?:0x)?[0-9a-f]{2}(?:[ :,-] ?(?:0x)?[0-9a-f]{2})+\b|\b(?:0x)?(?:[0-9a-f]{2}){2,}\b/gi;

/**
 * A whole Close frame in hex somewhere in a log line.  Less than a whole one is no proof: times and dates look alike.
 * @param {string} text
 * @returns {import("./notation.js").Reading | null}
 */
export function readInsideText(text) {
  for (const [run] of text.matchAll(RUNS)) {
    const bytes = hexDigitBytes(run.replace(/0x|[^0-9a-f]/gi, ""));
    if (isWholeClose(bytes)) return { bytes, notation: "hexadecimal, found in the text" };
  }
  return null;
}
