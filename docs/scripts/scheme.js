// Runs before the page is painted: a reader's own choice of scheme, else the system's.

/** Where the choice is kept. */
export const SCHEME_KEY = "scheme";

/** The reader's choice, `"light"` or `"dark"`, or null to follow the system. @returns {string | null} */
export function chosenScheme() {
  try {
    const scheme = localStorage.getItem(SCHEME_KEY);
    return scheme === "light" || scheme === "dark" ? scheme : null;
  } catch {
    return null; // storage can be forbidden, as in some private windows
  }
}

document.documentElement.classList.add("js");
const chosen = chosenScheme();
if (chosen) document.documentElement.dataset.scheme = chosen;
