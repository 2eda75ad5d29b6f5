import { setAttributes } from "../page/lookup-form.js";
import { answerAddress } from "./address.js";

/** @import {Answer, Excerpt} from "../lookup/types.js" */
/** @typedef {Pick<Answer, "path" | "title" | "line" | "why"> & Partial<Answer>} Shown */

/**
 * One answer as an option of the list.  Texts are set as text, so a query can never become markup.
 * @param {Shown} answer
 * @param {string} [extraClass]
 * @returns {HTMLAnchorElement}
 */
export function answerOption(answer, extraClass = "") {
  const option = document.createElement("a");
  option.href = answerAddress(answer.path);
  option.className = `cc-answer ${answer.relative ? "cc-answer-relative" : extraClass}`.trim();
  setAttributes(option, { role: "option", "data-answer": answer.path, "aria-selected": "false", tabindex: "-1" });
  if (answer.text !== undefined) option.dataset.logText = String(answer.text);
  option.append(textSpan("cc-answer-title", answer.title), textSpan("cc-answer-line", answer.line));
  if (answer.excerpt) option.append(excerptSpan(answer.excerpt));
  const small = [answer.why, answer.verdict].filter(Boolean).join(" · ");
  if (small) option.append(textSpan("cc-answer-why", small));
  return option;
}

/** @param {string} className @param {string} text @returns {HTMLSpanElement} */
export function textSpan(className, text) {
  const span = document.createElement("span");
  span.className = className;
  span.textContent = text;
  return span;
}

/** A text with what was found in it marked. @param {Excerpt} excerpt @returns {HTMLSpanElement} */
export function excerptSpan({ text, marks }) {
  const span = textSpan("cc-answer-excerpt", "");
  let end = 0;
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (from < end) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    span.append(text.slice(end, from), mark);
    end = to;
  }
  span.append(text.slice(end));
  return span;
}
