import { chosenStack } from "../stack/choice.js";

/** Put copy buttons where the page has room for them: the link, Markdown for a bug report, the data. */
export function setUpCopy() {
  for (const place of document.querySelectorAll("[data-copy]")) {
    if (!(place instanceof HTMLElement)) continue;
    const { number = "", title = "" } = place.dataset;
    place.append(
      copyButton("Copy link", () => pageAddress()),
      copyButton("Copy Markdown", () => `[WebSocket close code ${number} (${title})](${pageAddress()})`),
    );
    place.hidden = false;
    for (const heading of document.querySelectorAll(".cc-causes h3[id]")) {
      const report = () => causeReport(`${number} (${title})`, heading);
      heading.parentElement?.append(copyButton("Copy for a bug report", report));
    }
  }
}

/** Markdown that names a cause, its address and the reader's stack. @param {string} code @param {Element} heading @returns {string} */
function causeReport(code, heading) {
  const stack = chosenStack();
  const named = stack ? Object.entries(stack).filter(([, id]) => id) : [];
  const lines = named.map(([role, id]) => `${role}: ${id}`);
  const cause = (heading.firstChild?.textContent ?? "").trim();
  return [`[WebSocket close code ${code}: ${cause}](${pageAddress()}#${heading.id})`, ...lines].join("\n");
}

/** The permanent address of this page. @returns {string} */
function pageAddress() {
  const canonical = document.querySelector("link[rel=canonical]");
  return canonical instanceof HTMLLinkElement ? canonical.href : location.href.split(/[?#]/)[0];
}

/**
 * @param {string} label
 * @param {() => string} text what to copy
 */
export function copyButton(label, text) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cc-chip";
  button.textContent = label;
  button.addEventListener("click", async () => {
    button.textContent = (await copyText(text())) ? "Copied" : "Copying failed";
    setTimeout(() => (button.textContent = label), 1500);
  });
  return button;
}

/**
 * Copy a text, also where the clipboard API is missing (plain http, file://).
 * @param {string} text
 * @returns {Promise<boolean>} whether it worked
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}
