import { copyText } from "../page/copy.js";
import { element } from "../page/elements.js";

const LONGEST_LINK = 2000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pending;

/** What the address asks for, such as `frame` or `code` and `reason`. @returns {URLSearchParams} */
export function linkState() {
  return new URLSearchParams(location.search);
}

/**
 * Put values into the address, in place of what stood there.  Empty ones are left out.
 * @param {Record<string, string>} values
 */
export function rememberInLink(values) {
  clearTimeout(pending); // browsers limit how often an address may change
  pending = setTimeout(() => {
    try {
      history.replaceState(null, "", `${location.pathname}${linkQuery(values)}${location.hash}`);
    } catch {
      // from file:// some browsers forbid it; the page works all the same
    }
  }, 250);
}

/**
 * The permanent address of the page with these values.
 * @param {Record<string, string>} values
 */
export function linkWith(values) {
  const canonical = document.querySelector("link[rel=canonical]");
  const page = canonical instanceof HTMLLinkElement ? canonical.href : location.href.split(/[?#]/)[0];
  return page + linkQuery(values);
}

/** @param {Record<string, string>} values */
function linkQuery(values) {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "")).toString();
  return query && query.length <= LONGEST_LINK ? `?${query}` : "";
}

/**
 * @param {string} href
 * @param {string} text
 */
export function linkTo(href, text) {
  const link = element("a", "", text);
  link.href = href;
  return link;
}

/** A link to a section of RFC 6455. @param {string} section */
export function sectionLink(section) {
  return citeLink(`https://www.rfc-editor.org/rfc/rfc6455#section-${section}`, `RFC 6455 ${section}`);
}

/** @param {string} href @param {string} label */
export function citeLink(href, label) {
  return element("span", "cc-cite", linkTo(href, label));
}

/**
 * @param {string} label
 * @param {(button: HTMLButtonElement) => void} act
 */
export function chipButton(label, act) {
  const button = element("button", "cc-chip", label);
  button.type = "button";
  button.addEventListener("click", () => act(button));
  return button;
}

/**
 * The part of the page with an id.  The shell is in `docs/decode.md`.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function pagePart(id, kind) {
  const part = document.getElementById(id);
  if (!(part instanceof kind)) throw new Error(`decode.md has no ${kind.name} #${id}`);
  return part;
}

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
