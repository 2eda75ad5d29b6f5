/** Answer for one number where the page is about many: a range page with `?n=4321`, and the 404 page. */
export function setUpAsked() {
  const range = document.querySelector("[data-asked]");
  if (range instanceof HTMLElement) answerOnRange(range);
  if (document.querySelector("[data-missing-number]")) answerMissing();
}

/** @param {HTMLElement} place */
function answerOnRange(place) {
  const number = wholeNumber(new URLSearchParams(location.search).get("n") ?? "");
  if (number === null || number < Number(place.dataset.first) || number > Number(place.dataset.last)) return;
  fillIn(place, "[data-asked-number]", String(number));
  document.title = `${number}: ${document.title}`;
  place.hidden = false;
}

/** The last number in the path that was asked for names the range; nothing else of the path is used. */
function answerMissing() {
  const number = wholeNumber(location.pathname.match(/\d+(?!.*\d)/)?.[0] ?? "");
  const place = document.querySelector("[data-missing-number]");
  if (number === null || !(place instanceof HTMLElement)) return;
  for (const item of document.querySelectorAll("[data-first][data-last]")) {
    if (!(item instanceof HTMLElement)) continue;
    if (number < Number(item.dataset.first) || number > Number(item.dataset.last)) continue;
    for (const part of ["name", "summary", "advice"]) {
      fillIn(place, `[data-${part}]`, item.querySelector(`[data-${part}]`)?.textContent ?? "");
    }
    fillIn(place, "[data-number]", String(number));
    place.className = item.className; // the range's colour
    const link = place.querySelector("[data-link]");
    const target = item.querySelector("a");
    if (link instanceof HTMLAnchorElement && target) link.href = `${target.href}?n=${number}`;
    document.title = `${number} - WebSocket close codes`;
    place.hidden = false;
    document.querySelector("[data-missing-page]")?.setAttribute("hidden", "");
  }
}

/** @param {string} text @returns {number | null} a number 0-65535, or null */
function wholeNumber(text) {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65535 ? Number(text) : null;
}

/** @param {HTMLElement} place @param {string} selector @param {string} text */
function fillIn(place, selector, text) {
  const element = place.querySelector(selector);
  if (element) element.textContent = text;
}
