import { lookupForm } from "./lookup-form.js";

/** The site's root as seen from this page, with a slash at the end. @returns {string} */
export function siteRoot() {
  return `${(document.body.dataset.base ?? ".").replace(/\/$/, "")}/`; // the base of the 404 page is absolute
}

/** Put the lookup on the page; its code and index are fetched on first use. */
export function setUpLookup() {
  const place = document.querySelector("[data-lookup-home]");
  if (place instanceof HTMLElement) setUpPlace(place);
  for (const button of document.querySelectorAll("[data-lookup-open]")) {
    if (!(button instanceof HTMLElement)) continue;
    button.hidden = false;
    button.addEventListener("click", () => focusLookup());
  }
  document.addEventListener("keydown", (event) => {
    if (!["/", "s"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    event.preventDefault();
    focusLookup();
  });
}

/** @param {HTMLElement} place */
function setUpPlace(place) {
  const form = lookupForm("page");
  place.append(form);
  wakeOnUse(form);
  const query = new URLSearchParams(location.search).get("q");
  const input = formInput(form);
  if (query) {
    input.value = query;
    wakeLookup(form);
  }
}

/** @param {HTMLFormElement} form @returns {HTMLInputElement} */
function formInput(form) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
}

/** Typing in a field is not a shortcut. @param {Event} event @returns {boolean} */
function isTyping(event) {
  const target = event.target;
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Focus the page's own box, or open the dialog where the page has none. */
function focusLookup() {
  const own = document.querySelector("[data-lookup-home] input");
  if (own instanceof HTMLInputElement) {
    own.scrollIntoView({ block: "nearest" });
    own.focus();
    return;
  }
  lookupDialog().showModal();
}

/** @returns {HTMLDialogElement} the dialog, made on first use */
function lookupDialog() {
  const made = document.querySelector("dialog.cc-dialog");
  if (made instanceof HTMLDialogElement) return made;
  const dialog = document.createElement("dialog");
  dialog.className = "cc-dialog";
  dialog.setAttribute("aria-label", "Look up a close code");
  const form = lookupForm("dialog");
  dialog.append(form);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // the backdrop
  });
  dialog.addEventListener("close", () => delete form.dataset.entered); // who leaves the dialog means to stay
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // a search field would only clear itself
    dialog.close();
  });
  document.body.append(dialog);
  wakeOnUse(form);
  wakeLookup(form);
  return dialog;
}

/** @param {HTMLFormElement} form */
function wakeOnUse(form) {
  for (const event of ["focusin", "input"]) form.addEventListener(event, () => wakeLookup(form), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault(); // until the lookup is there, Enter is remembered
    if (form.ariaBusy === "true") form.dataset.entered = formInput(form).value;
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") delete form.dataset.entered; // who leaves the field, too
  });
}

/** @type {Promise<void> | undefined} */
let lookupScript;

/** Fetch the lookup once and hand the form to it. @param {HTMLFormElement} form */
function wakeLookup(form) {
  if (!form.dataset.awake) form.ariaBusy = "true"; // until the box can answer
  lookupScript ??= loadScript(`${siteRoot()}assets/lookup.js`);
  lookupScript.then(
    () => form.dispatchEvent(new CustomEvent("lookup:attach", { bubbles: true })),
    () => {
      lookupScript = undefined;
      showFailure(form);
    },
  );
}

/** @param {HTMLFormElement} form */
function showFailure(form) {
  form.ariaBusy = null;
  const status = form.querySelector("[role=status]");
  if (!status) return;
  status.classList.add("cc-status-shown");
  status.textContent = "The lookup could not be loaded. Check the connection and type again.";
  form.addEventListener("input", () => wakeLookup(form), { once: true });
}

/** @param {string} address @returns {Promise<void>} */
export function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`cannot load ${address}`));
    };
    document.head.append(script);
  });
}
