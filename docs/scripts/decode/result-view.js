// @ts-check
import { element, linkTo, sectionLink } from "./elements.js";
import { byteCount } from "./formats.js";
import { meaningOnPage, rangeColour } from "./meanings.js";
import { framePicture } from "./picture.js";
import { visibleText } from "./utf8.js";
import { factsOf, remarksOn } from "./verdict.js";

/** @typedef {import("./rules.js").CheckedRule} CheckedRule */

/**
 * Everything that is shown about some bytes.
 * @param {import("./close-reading.js").CloseReading} reading
 * @param {CheckedRule[]} rules
 * @param {{tone: string, text: string}} verdict
 * @param {string} notation
 * @returns {HTMLElement[]}
 */
export function resultParts(reading, rules, verdict, notation) {
  const broken = rules.filter((rule) => rule.state === "broken");
  const remarks = remarksOn(reading).map((remark) => element("li", "", remark));
  return [
    resultHead(reading, verdict),
    ...(broken.length ? [element("ul", "cc-dec-broken", ...broken.map(brokenItem))] : []),
    ...(remarks.length ? [element("ul", "cc-dec-remarks", ...remarks)] : []),
    framePicture(reading),
    factList(factsOf(reading, notation)),
    otherRules(rules),
  ];
}

/**
 * The code, its name as far as the page knows it, and the verdict.
 * @param {import("./close-reading.js").CloseReading} reading
 * @param {{tone: string, text: string}} verdict
 */
function resultHead({ code, body, reason }, verdict) {
  const chip = element("span", `cc-dec-verdict cc-tone-${verdict.tone}`, verdict.text);
  if (code === null) return element("div", "cc-dec-head", element("div", "cc-dec-code", element("span", "cc-dec-none", "No code")), chip);
  const { name, href } = meaningOnPage(code);
  const link = linkTo(href, "");
  link.className = "cc-dec-link";
  link.append(element("strong", "", String(code)), " ", element("span", "cc-dec-name", name));
  const head = element("div", `cc-dec-head ${rangeColour(code)}`, element("div", "cc-dec-code", link), chip);
  if (body.length > 2) head.append(reasonLine(reason.text, body.length - 2));
  head.append(element("p", "cc-dec-line"));
  return head;
}

/** @param {string} text @param {number} size */
function reasonLine(text, size) {
  const shown = element("bdi", "", visibleText(text));
  return element("p", "cc-dec-said-reason", "“", shown, "” ", element("small", "", `${byteCount(size)} of 123`));
}

/**
 * Complete the head when the site's index is there.
 * @param {HTMLElement} result
 * @param {import("./meanings.js").Meaning} meaning
 */
export function addMeaning(result, { name, href, line, verdict }) {
  const link = result.querySelector(".cc-dec-link");
  const shownName = result.querySelector(".cc-dec-name");
  if (!(link instanceof HTMLAnchorElement) || !shownName) return;
  link.href = href;
  shownName.textContent = name;
  result.querySelector(".cc-dec-line")?.replaceChildren(line, ...(verdict ? [element("small", "", verdict)] : []));
}

/** @param {CheckedRule} rule */
function brokenItem({ found, section }) {
  return element("li", "", found, " ", sectionLink(section));
}

/** @param {[string, string][]} facts */
function factList(facts) {
  const rows = facts.map(([term, description]) => element("div", "", element("dt", "", term), element("dd", "", description)));
  return element("dl", "cc-dec-facts", ...rows);
}

/** @param {CheckedRule[]} rules */
function otherRules(rules) {
  const kept = rules.filter((rule) => rule.state === "kept");
  const open = rules.filter((rule) => rule.state === "open");
  const summary = `${kept.length} ${kept.length === 1 ? "rule" : "rules"} kept${open.length ? `, ${open.length} cannot be told` : ""}`;
  const item = (/** @type {CheckedRule} */ rule) => element("li", `cc-dec-${rule.state}`, rule.says, " ", sectionLink(rule.section));
  return element("details", "cc-dec-rules", element("summary", "", summary), element("ul", "", ...kept.map(item), ...open.map(item)));
}
