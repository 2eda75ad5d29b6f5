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
