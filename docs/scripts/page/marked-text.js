import { answerAddress } from "../lookup-box/address.js";
import { element } from "./elements.js";

const MARKED = /`([^`\n]+)`|\[(\d{1,5})\]/g;

/**
 * A text of the data with its `code` and its [1006], which links to that number's page.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function markedText(text) {
  const parts = [];
  let end = 0;
  for (const { 0: whole, 1: code, 2: number, index } of text.matchAll(MARKED)) {
    parts.push(text.slice(end, index), code ? element("code", "", code) : numberLink(number));
    end = index + whole.length;
  }
  return [...parts, text.slice(end)];
}

/** @param {string} number */
function numberLink(number) {
  const link = element("a", "", number);
  link.href = answerAddress(`${number}/`);
  return link;
}
