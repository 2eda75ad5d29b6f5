/** Show only the rows of a table that fit what is typed (words separated by commas) and the language chosen. */
export function setUpFilters() {
  for (const field of document.querySelectorAll("[data-filter], [data-filter-language]")) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
    field.closest("p")?.removeAttribute("hidden");
    field.addEventListener("input", () => filterTable(field.dataset.filter ?? field.dataset.filterLanguage ?? ""));
  }
}

/** @param {string} id of the table */
function filterTable(id) {
  const words = fieldValue(`[data-filter="${id}"]`).toLowerCase().split(",").map((word) => word.trim()).filter(Boolean);
  const language = fieldValue(`[data-filter-language="${id}"]`);
  for (const row of document.querySelectorAll(`#${id} tbody tr`)) {
    if (!(row instanceof HTMLTableRowElement)) continue;
    const text = (row.textContent ?? "").toLowerCase();
    const named = row.cells[0].textContent?.toLowerCase() ?? "";
    const wanted = !words.length || words.some((word) => (words.length > 1 ? named : text).includes(word));
    row.hidden = !wanted || (language !== "" && row.dataset.language !== language);
  }
}

/** @param {string} selector @returns {string} */
function fieldValue(selector) {
  const field = document.querySelector(selector);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : "";
}
