// @ts-check
import { copyText } from "../page/clipboard.js";
import { chipButton, pagePart } from "./elements.js";

/**
 * A button that copies a text.  Where that is not allowed (plain http) it selects the text, to be copied by hand.
 * @param {string} label
 * @param {() => string} text
 * @param {HTMLElement} [shown] what holds the text on the page
 */
export function copyChip(label, text, shown) {
  return chipButton(label, async (button) => {
    const done = await copyOrSelect(text(), shown);
    button.textContent = done;
    pagePart("dec-said", HTMLElement).textContent = done;
    setTimeout(() => (button.textContent = label), 1500);
  });
}

/**
 * @param {string} text
 * @param {HTMLElement | undefined} shown
 * @returns {Promise<string>} what happened
 */
async function copyOrSelect(text, shown) {
  if (await copyText(text)) return "Copied";
  if (!shown) return "Copying failed";
  getSelection()?.selectAllChildren(shown);
  return "Selected";
}
