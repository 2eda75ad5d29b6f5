/** @import { Table } from "../both-ends/types.js" */
/** @import { Stack } from "./choice.js" */
/** @import { Digests, Part } from "./types.js" */
import { addressOf } from "../both-ends/address.js";
import { entryOf, resultOf } from "../both-ends/table.js";
import { bothSentence } from "../both-ends/words.js";
import { element } from "../page/elements.js";
import { loadData } from "../page/load-data.js";
import { siteRoot } from "../page/lookup-start.js";
import { markedText } from "../page/marked-text.js";
import { eventsThatGive, judge, VERDICTS } from "./causes.js";
import { chosenStack, rememberStack } from "./choice.js";
import { askForStack } from "./dialog.js";
import { pageLink, partRow } from "./panel.js";

const FIRST = 4; // events that the panel shows unfolded
const HEADS = { fits: "Your stack: ", open: "", unlikely: "Unlikely: ", "ruled-out": "Ruled out: " };

/** Show the page for the chosen stack, and ask for one when the reader wants to. */
export function startStack() {
  const sheet = element("link", "");
  sheet.rel = "stylesheet";
  sheet.href = `${siteRoot()}assets/stack.css`;
  document.head.append(sheet);
  const stack = chosenStack();
  if (stack) showStack(stack).catch(sayFailure);
  document.addEventListener("stack:choose", () => ask(chosenStack()).catch(sayFailure));
}

/** That the data could not be loaded; the button is still there, and a later try may work. */
function sayFailure() {
  const text = document.querySelector(".cc-stack-line")?.lastChild;
  text?.replaceWith(" The data could not be loaded. Check the connection and try again.");
}

/** @param {Stack | undefined} stack */
async function ask(stack) {
  askForStack(await loadData("both-ends.json"), stack, (chosen) => {
    rememberStack(chosen);
    const own = new URLSearchParams(location.search).has("stack");
    if (own || !(chosen.client || chosen.proxy || chosen.server)) location.assign(location.pathname + location.hash);
    else showStack(chosen).catch(sayFailure);
  });
}

/** @param {Stack} stack */
async function showStack(stack) {
  /** @type {[Table, Digests]} */
  const [table, digests] = await Promise.all([loadData("both-ends.json"), loadData("stack.json")]);
  const parts = partsOf(table, digests, stack);
  const line = document.querySelector(".cc-stack-line, .cc-stack");
  if (!line || !parts.length) return;
  const code = document.querySelector(".cc-kind-code [data-copy]")?.getAttribute("data-number") ?? "";
  if (code) orderCauses(table, stack, parts, Number(code));
  line.replaceWith(panelOf(table, stack, parts, code));
  rowsFirst(parts);
}

/** @param {Table} table @param {Digests} digests @param {Stack} stack @returns {Part[]} */
function partsOf(table, digests, stack) {
  const found = /** @type {const} */ ([
    ["client", entryOf(table.clients, stack.client)],
    ["proxy", entryOf(table.proxies, stack.proxy)],
    ["server", entryOf(table.servers, stack.server)],
  ]);
  return found.flatMap(([role, program]) =>
    program ? [{ role, program, digest: program.library ? digests[program.library] : undefined }] : [],
  );
}

/**
 * Causes that fit come first, those that are ruled out last, each with the reason.
 * @param {Table} table
 * @param {Stack} stack
 * @param {Part[]} parts
 * @param {number} code
 */
function orderCauses(table, stack, parts, code) {
  const list = document.querySelector(".cc-causes");
  const items = [...(list?.children ?? [])].flatMap((item) => {
    const heading = item.querySelector("h3");
    if (!heading) return [];
    const judgement = judge(table, stack, parts, code, heading.id.replace(/^cause-/, ""));
    return [{ item, heading, ...judgement }];
  });
  items.sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict)); // stable: likeliest first stays
  for (const { item, heading, verdict, why } of items) {
    list?.append(item);
    item.querySelector(".cc-stack-note")?.remove();
    if (why)
      heading.after(
        element("p", `cc-stack-note cc-stack-${verdict}`, element("b", "", HEADS[verdict]), ...markedText(why)),
      );
  }
}

/**
 * @param {Table} table
 * @param {Stack} stack
 * @param {Part[]} parts
 * @param {string} code
 */
function panelOf(table, stack, parts, code) {
  const change = element("button", "cc-chip", "Change");
  change.type = "button";
  change.addEventListener("click", () => ask(stack).catch(sayFailure));
  const names = parts.map(({ program }) => program.name).join(" · ");
  const panel = element(
    "section",
    "cc-stack",
    element("p", "", element("b", "", "For your stack "), names, " ", change),
  );
  panel.setAttribute("aria-label", "For your stack");
  const likely = code ? eventsThatGive(table, stack, parts, Number(code)) : [];
  if (likely.length) {
    const steps = likely.map(({ event, shows, unlikely }) => {
      const query = addressOf({ ...stack, event: event.id, code: "", seenClient: "", seenServer: "" });
      return element(
        "li",
        "",
        bothEndsLink(query, event.label),
        element("small", "", ` ${shows}. `, ...markedText(unlikely)),
      );
    });
    const more = steps.splice(FIRST);
    panel.append(
      element("p", "", `What gives ${code} with these, in the order to check:`),
      element("ol", "", ...steps),
    );
    if (more.length) {
      const list = element("ol", "", ...more);
      list.start = FIRST + 1;
      panel.append(element("details", "cc-fold", element("summary", "", `${more.length} more`), list));
    }
  }
  const event = table.events.find(({ id }) => location.pathname.replace(".html", "/").split("/").at(-2) === id);
  const client = entryOf(table.clients, stack.client);
  const server = entryOf(table.servers, stack.server);
  if (event && client && server) {
    const result = resultOf(table, { ...stack, event: event.id, code: "" });
    panel.append(element("p", "", event.codes ? "" : bothSentence(client, server, event, result)));
  }
  panel.append(element("dl", "", ...parts.map((part) => partRow(part, code))));
  const asked = { ...stack, event: event?.id ?? "", code: "", seenClient: code, seenServer: "" };
  if (client && server)
    panel.append(element("p", "", bothEndsLink(addressOf(asked), "Both ends, with these programs")));
  return panel;
}

/** In comparisons, the stack's own rows come first. @param {Part[]} parts */
function rowsFirst(parts) {
  for (const { program } of [...parts].reverse()) {
    for (const link of document.querySelectorAll(`[data-language] a[href*="/${program.library}"]`)) {
      const row = link.closest("[data-language]");
      const address = (link.getAttribute("href") ?? "").replace(/(\/|\.html)$/, "");
      if (row?.parentElement && address.endsWith(`/${program.library}`)) row.parentElement.prepend(row);
    }
  }
}

/** @param {string} query @param {string} text */
function bothEndsLink(query, text) {
  const page = document.body.dataset.flat ? "both-ends/index" : "both-ends";
  return pageLink(page, text, query);
}
