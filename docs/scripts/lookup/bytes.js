import { readCloseFrame } from "../bytes/close-frame.js";
import { readBytes } from "../bytes/read-bytes.js";

/** @import {Finding, Query} from "./types.js" */

const LONGEST_BYTES = 2000;
const LONGEST_SHOWN_REASON = 60;
const NUMBER_ALONE = /^\d{1,5}$/;
const PRINTED_LETTER = /(?:^|[\s:'"(])([\u03e7-\u03f7])(?:$|[\s'").])/;

/**
 * A close code written as bytes: `03 ee`, `880203ee`, `b'\\x03\\xe8'`, `<Buffer 03 ee>`, `[3, 238]`, `A+4=`,
 * or a whole Close frame in any of these; or printed as the character of that number, as Java does in
 * `Illegal status code: Ϯ` (U+03EE, 1006).
 * @param {Query} query
 * @returns {Finding[]}
 */
export function findBytes(query) {
  const letter = PRINTED_LETTER.exec(query.raw)?.[1];
  if (letter) return [{ number: letter.charCodeAt(0), rule: "letter", why: "its number, printed as a character" }];
  for (const { bytes } of readBytes(query.raw.slice(0, LONGEST_BYTES))) {
    const close = readCloseFrame(bytes);
    const number = NUMBER_ALONE.test(query.plain); // 1800 is one; 8800 may be a frame as well
    if (!close || (number && close.problems.length)) continue;
    const reason = close.reason ? `, reason ${JSON.stringify(close.reason.slice(0, LONGEST_SHOWN_REASON))}` : "";
    const why = close.frame ? `a Close frame${close.masked ? ", masked" : ""}${reason}` : `its two bytes${reason}`;
    return [{ number: close.code, rule: close.frame ? "frame" : "body", share: number ? 0.97 : 1, why }];
  }
  return [];
}
