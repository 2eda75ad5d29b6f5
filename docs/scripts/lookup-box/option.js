import { setAttributes } from "../page/lookup-form.js";
import { answerAddress } from "./address.js";

/**
 * One answer as an option of the list.  Texts are set as text, so a query can never become markup.
 * @param {import("./box.js").Answer} answer
 * @param {string} [extraClass]
 * @returns {HTMLAnchorElement}
 */
export function answerOption(answer, extraClass = "") {
  const option = document.createElement("a");
  option.href = answerAddress(answer.path);
  option.className = `cc-answer ${extraClass}`.trim();
  setAttributes(option, { role: "option", "data-answer": answer.path, "aria-selected": "false", tabindex: "-1" });
  option.append(textSpan("cc-answer-title", answer.title), textSpan("cc-answer-line", answer.line));
  const small = [answer.why, answer.verdict].filter(Boolean).join(" · ");
  if (small) option.append(textSpan("cc-answer-why", small));
  return option;
}

/** @param {string} className @param {string} text @returns {HTMLSpanElement} */
function textSpan(className, text) {
  const span = document.createElement("span");
  span.className = className;
  span.textContent = text;
  return span;
}
