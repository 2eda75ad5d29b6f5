/** @import { Part } from "./types.js" */
import { element } from "../page/elements.js";
import { siteRoot } from "../page/lookup-start.js";

/**
 * What is known of one program, in rows: what it reports, its constant, when it sends the code, its timers.
 * @param {Part} part
 * @param {string} code the page's, empty on pages that are not about one
 * @returns {HTMLElement}
 */
export function partRow({ program, role, digest }, code) {
  const name = program.library ? pageLink(`libraries/${program.library}`, program.name) : program.name;
  const row = element("div", "", element("dt", "", name, element("small", "", role)));
  const lines = [
    digest?.told[code] ? `Reports: ${digest.told[code]}` : "",
    pingWords(digest?.pings, role),
    digest?.idle
      ? `Closes after ${digest.idle.after}\u00a0s without traffic, by default (${digest.idle.setting}).`
      : "",
  ];
  for (const line of lines) if (line) row.append(element("dd", "", line));
  const constant = digest?.constants[code];
  if (constant) row.append(element("dd", "", "Its constant: ", element("code", "", constant)));
  const sends = (digest?.sends[code] ?? []).map((when) => element("li", "", when));
  if (sends.length) row.append(element("dd", "", folded(`Ends this way by itself (${sends.length})`, sends)));
  const texts = (digest?.texts[code] ?? []).map((text) => element("li", "", element("code", "", text)));
  if (texts.length) row.append(element("dd", "", folded(`It prints (${texts.length})`, texts)));
  if (row.childElementCount === 1)
    row.append(element("dd", "", code ? `Nothing of its own about ${code}.` : "See its page."));
  return row;
}

/** @param {string} summary @param {HTMLElement[]} items */
function folded(summary, items) {
  return element("details", "cc-fold", element("summary", "", summary), element("ul", "", ...items));
}

/** @param {import("./types.js").Digest["pings"] | undefined} pings @param {string} role */
function pingWords(pings, role) {
  if (!pings?.roles.includes(role)) return "";
  const wait = pings.timeout ? ` and waits ${pings.timeout}\u00a0s for the Pong` : "";
  return `Sends a Ping every ${pings.every}\u00a0s${wait}${pings.defaultOn ? ", by default" : ", when switched on"} (${pings.setting}).`;
}

/** A link to a page of the site. @param {string} page its name such as `libraries/ws` @param {string} text @param {string} [query] */
export function pageLink(page, text, query = "") {
  const link = element("a", "", text);
  link.href = `${siteRoot()}${page}${document.body.dataset.flat ? ".html" : "/"}${query}`;
  return link;
}
