// @ts-check

/**
 * An element with a class and children.  Children are elements or text, never markup, so pasted bytes stay inert.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
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
