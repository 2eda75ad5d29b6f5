// @ts-check
import { chipButton, element, linkTo } from "./elements.js";
import { lookupAddress, meaningOnPage } from "./meanings.js";

/**
 * What to do with a text that is no bytes: a number has its page, anything else may be known to the lookup.
 * @param {import("./notation.js").Unread} unread
 * @param {string} text
 * @param {import("./reader.js").Rebuild} rebuild
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
