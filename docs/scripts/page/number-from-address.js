import { siteRoot } from "./lookup-start.js";

const LONGEST_NAME = 10; // `65535.html`

/** Answer for one number where the page is about many: a range page with `?n=4321`, and the 404 page. */
export function answerNumberOfAddress() {
  const asked = document.querySelector("[data-asked]");
  if (asked instanceof HTMLElement) answerOnRange(asked);
  const numbers = document.querySelector("[data-numbers]");
  if (numbers instanceof HTMLElement) answerMissing(numbers);
}

/** A number of the range; one that has a page of its own is not spoken of as if it had none. @param {HTMLElement} place */
function answerOnRange(place) {
  const number = wholeNumber(new URLSearchParams(location.search).get("n") ?? "");
  if (number === null || number < Number(place.dataset.first) || number > Number(place.dataset.last)) return;
  const page = linkOnPage(number);
  fillIn(place, "[data-asked-number]", String(number));
  if (page) {
    const link = document.createElement("a");
    link.href = page.href;
    link.textContent = `${number} has a page of its own`;
    place.querySelector("span")?.replaceChildren(link, ".");
  }
  document.title = `${number}: ${document.title}`;
  place.hidden = false;
}

/**
 * The link to a number's page, which a range page has when there is one.
 * @param {number} number
 * @returns {HTMLAnchorElement | undefined}
 */
function linkOnPage(number) {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("main a[href]");
  return [...links].find((link) => fileName(link.pathname) === String(number) && link.search === "");
}

/**
 * Where there is no page: a number that has one elsewhere leads there, any other is answered by its range.
 * @param {HTMLElement} place  whose `data-numbers` tells which have pages, and the names of the assigned ones
 */
function answerMissing(place) {
  const number = numberOfPath(location.pathname, siteRoot());
  if (number === null) return;
  /** @type {{codes: [number, string, string][], pages: [number, number][]}} */
  const { codes, pages } = JSON.parse(place.dataset.numbers ?? "");
  const range = rangeItem(number);
  if (!range) return;
  const known = pages.some(([first, last]) => first <= number && number <= last);
  const shown = document.querySelector(known ? "[data-missing-known]" : "[data-missing-number]");
  if (!(shown instanceof HTMLElement)) return;
  const [, name = partOf(range, "name")] = codes.find(([code]) => code === number) ?? [];
  fillIn(shown, "[data-number]", String(number));
  fillIn(shown, "[data-name]", name);
  fillIn(shown, "[data-summary]", partOf(range, "summary"));
  fillIn(shown, "[data-advice]", partOf(range, "advice"));
  const link = shown.querySelector("[data-link]");
  if (link instanceof HTMLAnchorElement) {
    link.href = known ? `${siteRoot()}${number}/` : `${range.querySelector("a")?.href}?n=${number}`;
    if (known) link.textContent = `${number} is at ${link.pathname}`;
  }
  shown.className = range.className; // the range's colour
  shown.hidden = false;
  document.title = `${number} - WebSocket close codes`;
  document.querySelector("[data-missing-page]")?.setAttribute("hidden", "");
}

/**
 * The number that an address names: its last part below the site's root, as `1006`, `1006/` or `1006.html`.
 * @param {string} path
 * @param {string} root  the site's, with a slash at the end
 * @returns {number | null}
 */
export function numberOfPath(path, root) {
  const isOwn = path === `${root}404.html`; // the address of the 404 page itself names no number
  return path.startsWith(root) && !isOwn ? wholeNumber(fileName(path.slice(root.length - 1))) : null;
}

/** The last part of a path, without `.html` and slashes at the end; empty when it is long. @param {string} path */
function fileName(path) {
  let end = path.length;
  while (end > 0 && path[end - 1] === "/") end -= 1;
  const name = path.slice(path.lastIndexOf("/", end - 1) + 1, end);
  return name.length > LONGEST_NAME ? "" : name.replace(/\.html$/, "");
}

/** The range that holds a number, as the page lists it. @param {number} number */
function rangeItem(number) {
  return [...document.querySelectorAll("[data-first][data-last]")].find(
    (item) =>
      item instanceof HTMLElement && Number(item.dataset.first) <= number && number <= Number(item.dataset.last),
  );
}

/** @param {Element} item @param {string} part */
function partOf(item, part) {
  return item.querySelector(`[data-${part}]`)?.textContent ?? "";
}

/** @param {string} text @returns {number | null} a number 0-65535, or null */
function wholeNumber(text) {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65535 ? Number(text) : null;
}

/** @param {Element} place @param {string} selector @param {string} text */
function fillIn(place, selector, text) {
  const element = place.querySelector(selector);
  if (element) element.textContent = text;
}
