/** Make the heads of sortable tables into buttons. */
export function setUpTables() {
  for (const table of document.querySelectorAll("table[data-sortable]")) {
    table.querySelectorAll("thead th").forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", () => sortTable(/** @type {HTMLTableElement} */ (table), head, column));
      head.replaceChildren(button);
    });
  }
}

/**
 * Sort by one column, the other way round on the second click.
 * @param {HTMLTableElement} table @param {Element} head @param {number} column
 */
function sortTable(table, head, column) {
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = table.tBodies[0];
  const key = (/** @type {HTMLTableRowElement} */ row) => row.cells[column].textContent?.trim() ?? "";
  const rows = [...body.rows].sort((a, b) => key(a).localeCompare(key(b), "en", { numeric: true }));
  body.append(...(down ? rows.reverse() : rows));
}

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
  const typed = fieldValue(`[data-filter="${id}"]`).toLowerCase().split(",");
  const words = typed.map((word) => word.trim()).filter(Boolean);
  const language = fieldValue(`[data-filter-language="${id}"]`);
  rememberFilter(words.join(","));
  /** @type {HTMLTableRowElement | null} */
  let heading = null;
  for (const row of document.querySelectorAll(`#${id} tbody tr`)) {
    if (!(row instanceof HTMLTableRowElement)) continue;
    if (row.matches(".cc-group")) {
      heading = row;
      heading.hidden = true; // until one of its rows is wanted
      continue;
    }
    const text = `${row.textContent} ${heading?.textContent ?? ""}`.toLowerCase();
    const named = row.cells[0].textContent?.toLowerCase() ?? "";
    const wanted =
      !words.length || words.some((word) => (words.length > 1 ? isNamed(named, word) : text.includes(word)));
    row.hidden = !wanted || (language !== "" && row.dataset.language !== language);
    if (heading && !row.hidden) heading.hidden = false;
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
  try {
    history.replaceState(null, "", address);
  } catch {
    // some browsers allow no more than 100 of these in 30 seconds, and none from file://; the filter works all the same
  }
}
