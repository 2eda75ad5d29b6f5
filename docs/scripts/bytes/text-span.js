const LABEL = /^(?:[a-z][\w .()[\]&*-]{0,40}[:=]|(?:hex|bytes|payload|frame|data|body)\b)[\s:=]*(?=[^\s:=])/i;
const OPENING = "\"'\x60([{<";
const CLOSING = "\"'\x60)]}>.,;!?";
const MOST_BEFORE = 60;

/**
 * Whether a part of a text is all that it says: a few words may stand before it, and a mark or a type after it.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
export function coversText(text, from, to) {
  const before = text.slice(0, from).trim();
  const after = text.slice(to).trim();
  return before.length <= MOST_BEFORE && before.split(/\s+/).length <= 3 && /^\W{0,20}(?:u8)?$/.test(after);
}

/**
 * What is left of a text without a label such as `payload:`, and without quotes, brackets and punctuation around it.
 * @param {string} text
 * @returns {{core: string, at: number}}
 */
export function unwrapped(text) {
  let [start, end] = [0, text.length];
  for (let turn = 0; turn < 2; turn += 1) {
    while (start < end && isOf(OPENING, text[start])) start += 1;
    start += LABEL.exec(text.slice(start, start + MOST_BEFORE))?.[0].length ?? 0;
  }
  while (start < end && isOf(OPENING, text[start])) start += 1;
  while (end > start && isOf(CLOSING, text[end - 1])) end -= 1;
  return { core: text.slice(start, end), at: start };
}

/** @param {string} marks @param {string} sign */
function isOf(marks, sign) {
  return marks.includes(sign) || /\s/.test(sign);
}

/**
 * Blank out what a pattern finds, so that places in the text stay.
 * @param {string} text
 * @param {RegExp} pattern
 */
export function blanked(text, pattern) {
  return text.replace(pattern, (found) => " ".repeat(found.length));
}
