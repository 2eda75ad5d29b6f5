/**
 * The lookup's form: a combobox over a list of answers.  Home, dialog and 404 page all use this one.
 * @param {string} id unique on the page
 * @returns {HTMLFormElement}
 */
export function lookupForm(id) {
  const form = document.createElement("form");
  form.className = "cc-lookup";
  form.setAttribute("role", "search");
  form.append(lookupInput(id), lookupList(id), lookupStatus());
  return form;
}

/** @param {string} id @returns {HTMLInputElement} */
function lookupInput(id) {
  const input = document.createElement("input");
  const properties = { type: "search", name: "q", autocomplete: "off", spellcheck: false, enterKeyHint: "go" };
  Object.assign(input, properties, { placeholder: "1006, closes after 60 s, a log line" });
  setAttributes(input, {
    "aria-label": "Close code, constant, hex value or log line",
    role: "combobox",
    autocapitalize: "none",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": `cc-answers-${id}`,
  });
  return input;
}

/** @param {string} id @returns {HTMLElement} */
function lookupList(id) {
  const list = document.createElement("div");
  list.className = "cc-answers";
  list.hidden = true;
  setAttributes(list, { id: `cc-answers-${id}`, role: "listbox", "aria-label": "Answers" });
  return list;
}

/** @returns {HTMLElement} what a screen reader is told about the answers */
function lookupStatus() {
  const status = document.createElement("p");
  status.className = "cc-status";
  status.setAttribute("role", "status");
  return status;
}

/** @param {Element} element @param {Record<string, string>} attributes */
export function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
