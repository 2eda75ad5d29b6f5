/** Where the reader's choice of scheme is kept. */
const SCHEME_KEY = "scheme";

/** The reader's choice, `"light"` or `"dark"`, or null to follow the system. @returns {string | null} */
export function chosenScheme() {
  try {
    const scheme = localStorage.getItem(SCHEME_KEY);
    return scheme === "light" || scheme === "dark" ? scheme : null;
  } catch {
    return null; // storage can be forbidden, as in some private windows
  }
}

/** Show the button that changes between the dark and the light scheme, and remember the choice. */
export function setUpScheme() {
  const root = document.documentElement;
  const button = document.querySelector("[data-scheme-toggle]");
  if (!(button instanceof HTMLButtonElement)) return;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const current = () => root.dataset.scheme ?? (dark.matches ? "dark" : "light");
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.scheme = current() === "dark" ? "light" : "dark";
    try {
      localStorage.setItem(SCHEME_KEY, root.dataset.scheme);
    } catch {
      // the choice then holds for this page only
    }
  });
}
