import { loadData } from "../page/load-data.js";
import { textSpan } from "./option.js";

/** @typedef {[string, string, string]} LogReading  who speaks, the event, what it means; in words */

/**
 * What the log texts among the answers mean: who speaks, what happened.  It comes after the answers themselves, and
 * they stand without it.
 * @param {HTMLElement} list
 */
export async function readLogTexts(list) {
  const options = [...list.querySelectorAll("[data-log-text]")].filter(
    (option) => !option.querySelector(".cc-answer-reading"),
  );
  if (!options.length) return;
  try {
    const { texts } = await loadData("lookup/explain.json");
    for (const option of options) {
      const [who, event, meaning] = texts[Number(option instanceof HTMLElement && option.dataset.logText)] || [];
      if (!meaning && !event) continue;
      const heard = [who, event].filter(Boolean).join(": ");
      const reading = textSpan("cc-answer-reading", [heard, meaning].filter(Boolean).join(". "));
      option.querySelector(".cc-answer-line")?.replaceWith(reading);
    }
  } catch {
    // the answers say enough
  }
}
