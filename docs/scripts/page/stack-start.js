import { chosenStack } from "../stack/choice.js";
import { element } from "./elements.js";
import { loadScript, siteRoot } from "./lookup-start.js";

/** Offer to name the reader's stack, and show what concerns it; the code for that is fetched when there is one. */
export function setUpStack() {
  const head = document.querySelector(".cc-hero") ?? document.querySelector("article > h1");
  const concerned = document.querySelector(".cc-kind-text .cc-crumbs, [data-language]"); // guides, comparisons
  if (!head || !(concerned || /^(code|library|both-ends)/.test(document.body.dataset.kind ?? ""))) return;
  const button = element("button", "cc-chip", "Your stack");
  button.type = "button";
  const line = element("p", "cc-stack-line", button, " Name your client, proxy and server once.");
  head.after(line);
  /** @type {Promise<void> | undefined} */
  let script;
  const wake = () => (script ??= loadScript(`${siteRoot()}assets/stack.js`));
  const fail = () => {
    script = undefined; // a later try may work
    line.lastChild?.replaceWith(" It could not be loaded. Check the connection and try again.");
  };
  button.addEventListener("click", () => {
    wake().then(() => document.dispatchEvent(new CustomEvent("stack:choose")), fail);
  });
  if (chosenStack()) wake().catch(fail);
}
