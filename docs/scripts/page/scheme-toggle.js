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
      localStorage.setItem("scheme", root.dataset.scheme);
    } catch {
      // the choice then holds for this page only
    }
  });
}
