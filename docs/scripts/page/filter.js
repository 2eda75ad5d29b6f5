/**
 * Show only the rows of a table that fit what is typed (words separated by commas) and the language chosen.
 * `?only=ws,tornado` in the address fills the field, so that a comparison can be linked.
 */
export function setUpFilters() {
  const only = new URLSearchParams(location.search).get("only");
  for (const field of document.querySelectorAll("[data-filter], [data-filter-language]")) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
    field.closest("p")?.removeAttribute("hidden");
    if (only && field.dataset.filter) {
      field.value = only;
      filterTable(field.dataset.filter);
    }
    field.addEventListener("input", () => filterTable(field.dataset.filter ?? field.dataset.filterLanguage ?? ""));
  }
}

/** @param {string} id of the table */
function filterTable(id) {
  const words = fieldValue(`[data-filter="${id}"]`).toLowerCase().split(",").map((word) => word.trim()).filter(Boolean);
  const language = fieldValue(`[data-filter-language="${id}"]`);
  rememberFilter(words.join(","));
  for (const row of document.querySelectorAll(`#${id} tbody tr`)) {
    if (!(row instanceof HTMLTableRowElement)) continue;
    const text = (row.textContent ?? "").toLowerCase();
    const named = row.cells[0].textContent?.toLowerCase() ?? "";
    const wanted = !words.length || words.some((word) => (words.length > 1 ? isNamed(named, word) : text.includes(word)));
    row.hidden = !wanted || (language !== "" && row.dataset.language !== language);
  }
}

/** @param {string} selector @returns {string} */
function fieldValue(selector) {
  const field = document.querySelector(selector);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : "";
}

/** Whether a name is or holds the word as a whole, so that `ws` does not also pick uWebSockets. @param {string} name @param {string} word */
function isNamed(name, word) {
  return name === word || name.split(/[\s(),]+/).includes(word) || (word.length > 3 && name.startsWith(word));
}

/** @param {string} only what the address should say */
function rememberFilter(only) {
  const address = new URL(location.href);
  if (only) address.searchParams.set("only", only);
  else address.searchParams.delete("only");
  history.replaceState(null, "", address);
}
