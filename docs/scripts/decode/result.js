import { element } from "../page/elements.js";
import { base64Text, byteCount, bytesLiteral, hexList, spacedHex, visibleText } from "./formats.js";
import { lookupAddress, meaningOnPage, rangeColour } from "./meanings.js";
import { chipButton, copyChip, linkTo, sectionLink } from "./page-parts.js";
import { framePicture } from "./picture.js";
import { factsOf, remarksOn } from "./rules.js";

/**
 * @import { CloseReading } from "../bytes/frames.js"
 * @import { Meaning } from "./meanings.js"
 * @import { Rebuild, Unread } from "./reader.js"
 * @import { CheckedRule, Verdict } from "./rules.js"
 */

/**
 * Everything that is shown about some bytes.
 * @param {CloseReading} reading
 * @param {CheckedRule[]} rules
 * @param {Verdict} verdict
 * @param {string} spelling
 * @returns {HTMLElement[]}
 */
export function resultParts(reading, rules, verdict, spelling) {
  const broken = rules.filter((rule) => rule.state === "broken");
  const remarks = remarksOn(reading).map((remark) => element("li", "", remark));
  return [
    resultHead(reading, verdict),
    ...(broken.length ? [element("ul", "cc-dec-broken", ...broken.map(brokenItem))] : []),
    ...(remarks.length ? [element("ul", "cc-dec-remarks", ...remarks)] : []),
    framePicture(reading),
    factList(factsOf(reading, spelling)),
    otherRules(rules),
  ];
}

/**
 * The code, its name as far as the page knows it, and the verdict.
 * @param {CloseReading} reading
 * @param {Verdict} verdict
 */
function resultHead({ code, body, reason }, verdict) {
  const chip = element("span", `cc-dec-verdict cc-tone-${verdict.tone}`, verdict.text);
  if (code === null)
    return element(
      "div",
      "cc-dec-head",
      element("div", "cc-dec-code", element("span", "cc-dec-none", "No code")),
      chip,
    );
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
 * @param {Meaning} meaning
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
  const rows = facts.map(([term, description]) =>
    element("div", "", element("dt", "", term), element("dd", "", description)),
  );
  return element("dl", "cc-dec-facts", ...rows);
}

/** @param {CheckedRule[]} rules */
function otherRules(rules) {
  const kept = rules.filter((rule) => rule.state === "kept");
  const open = rules.filter((rule) => rule.state === "open");
  const summary = `${kept.length} ${kept.length === 1 ? "rule" : "rules"} kept${open.length ? `, ${open.length} cannot be told` : ""}`;
  const item = (/** @type {CheckedRule} */ rule) =>
    element("li", `cc-dec-${rule.state}`, rule.says, " ", sectionLink(rule.section));
  return element(
    "details",
    "cc-dec-rules",
    element("summary", "", summary),
    element("ul", "", ...kept.map(item), ...open.map(item)),
  );
}

/**
 * What to do with a text that is no bytes: a number has its page, anything else may be known to the lookup.
 * @param {Unread} unread
 * @param {string} text
 * @param {Rebuild} rebuild
 */
export function problemHelp({ problem, number }, text, rebuild) {
  const help = element("p", "cc-chips");
  if (number === undefined) help.append(linkTo(lookupAddress(text), "Look this text up instead"));
  else {
    const make = chipButton(`Make a frame with ${number}`, () => rebuild(String(number), "", "server"));
    help.append(linkTo(meaningOnPage(number).href, `What ${number} means`), make);
  }
  return element("div", "cc-dec-problem", element("p", "", element("strong", "", problem)), help);
}

/** The bytes in the spellings that people paste into code. @param {Uint8Array} bytes */
export function formatList(bytes) {
  /** @type {[string, string][]} */
  const formats = [
    ["Hex", spacedHex(bytes)],
    ["Python, Rust", bytesLiteral(bytes)],
    ["JavaScript", hexList(bytes)],
    ["Base64", base64Text(bytes)],
  ];
  return element("dl", "cc-dec-formats", ...formats.map(([name, text]) => formatRow(name, text)));
}

/** @param {string} name @param {string} text */
function formatRow(name, text) {
  const shown = element("code", "", text);
  const copy = copyChip("Copy", () => text, shown);
  copy.setAttribute("aria-label", `Copy as ${name}`);
  return element("div", "", element("dt", "", name), element("dd", "", shown, copy));
}
