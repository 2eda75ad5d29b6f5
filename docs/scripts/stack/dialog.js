/** @import { Program, Table } from "../both-ends/types.js" */
/** @import { Stack } from "./choice.js" */
import { element } from "../page/elements.js";

/**
 * Ask for the three programs.
 * @param {Table} table
 * @param {Stack | undefined} stack what is chosen now
 * @param {(stack: Stack) => void} done
 */
export function askForStack(table, stack, done) {
  const dialog = element("dialog", "cc-dialog cc-stack-dialog");
  dialog.setAttribute("aria-label", "Your stack");
  const selects = {
    client: choiceOf(table.clients, stack?.client ?? ""),
    proxy: choiceOf(table.proxies, stack?.proxy ?? ""),
    server: choiceOf(table.servers, stack?.server ?? ""),
  };
  const show = element("button", "cc-button", "Show what concerns it");
  const cancel = element("button", "cc-chip", "Cancel");
  cancel.type = "button";
  cancel.addEventListener("click", () => dialog.close());
  const form = element(
    "form",
    "",
    element("p", "", "It is kept in this browser only, and nothing is sent."),
    element("label", "", "Client ", selects.client),
    element("label", "", "Proxy ", selects.proxy),
    element("label", "", "Server ", selects.server),
    element("p", "", show, " ", cancel),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close();
    done({ client: selects.client.value, proxy: selects.proxy.value, server: selects.server.value });
  });
  dialog.append(form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** @param {Program[]} programs @param {string} chosen */
function choiceOf(programs, chosen) {
  const select = element("select", "", element("option", "", "none or another"));
  select.options[0].value = "";
  for (const program of programs) {
    const option = element("option", "", program.name);
    option.value = program.id;
    select.append(option);
  }
  select.value = chosen;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
  return select;
}
