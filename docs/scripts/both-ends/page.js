/** @import { Question } from "./address.js" */
/** @import { Program, Table } from "./types.js" */
import { copyButton } from "../page/copy.js";
import { loadData } from "../page/load-data.js";
import { chosenStack } from "../stack/choice.js";
import { addressOf, questionIn } from "./address.js";
import { ownClosings } from "./own.js";
import { explain, explainedByProxies } from "./reverse.js";
import { applies, entryOf, resultOf } from "./table.js";
import { bugReport, showCandidates, showResult } from "./view.js";

/** Answer the page's address, and again whenever the reader chooses something else. */
export function setUpBothEnds() {
  const form = document.querySelector("fieldset[data-both-ends]");
  if (!(form instanceof HTMLFieldSetElement)) return;
  form.hidden = false;
  loadData("both-ends.json").then(
    (table) => start(form, table),
    () => say(form, "The data could not be loaded. Check the connection and load the page again."),
  );
}

/** @param {HTMLFieldSetElement} form @param {Table} table */
function start(form, table) {
  const question = withDefaults(questionIn(location.search), form);
  write(form, question);
  place("[data-other-proxy]").hidden = !question.proxy || Boolean(entryOf(table.proxies, question.proxy));
  form.addEventListener("input", () => answer(form, table, read(form), true));
  window.addEventListener("popstate", () => {
    write(form, withDefaults(questionIn(location.search), form));
    answer(form, table, read(form), false);
  });
  setUpCopies(form, table);
  answer(form, table, read(form), false);
}

/** What the address leaves out: the reader's own programs, else the first. @param {Question} question @param {HTMLFieldSetElement} form */
function withDefaults(question, form) {
  const asked = question.event || question.seenClient || question.seenServer;
  const named = question.client || question.server;
  const own = named ? undefined : chosenStack();
  const known = (/** @type {"client" | "proxy" | "server"} */ name) =>
    [...selectOf(form, name).options].some(({ value }) => value === own?.[name]) ? own?.[name] : ""; // it may be older than the data
  return {
    ...question,
    client: question.client || known("client") || firstOf(form, "client"),
    proxy: question.proxy || known("proxy") || "",
    server: question.server || known("server") || firstOf(form, "server"),
    event: asked ? question.event : "server-killed",
  };
}

/** @param {HTMLFieldSetElement} form @param {Table} table @param {Question} question @param {boolean} remember */
function answer(form, table, question, remember) {
  const client = entryOf(table.clients, question.client);
  const server = entryOf(table.servers, question.server);
  const proxy = entryOf(table.proxies, question.proxy);
  const event = entryOf(table.events, question.event);
  field(form, "code").closest("label")?.toggleAttribute("hidden", !event?.codes);
  for (const part of form.querySelectorAll("[data-seen]")) part.toggleAttribute("hidden", Boolean(event));
  for (const option of selectOf(form, "event").options) {
    const entry = entryOf(table.events, option.value);
    if (entry) option.disabled = !applies(entry, question, table);
  }
  const asked = event ? "" : askAgain(question);
  const result = place("[data-ends-result]");
  const reverse = place("[data-ends-reverse]");
  result.hidden = !(event && client && server);
  reverse.hidden = Boolean(event || asked);
  say(
    form,
    client && server ? asked : "The address names a program that is not in the data. Choose one from the lists.",
  );
  if (event && client && server) {
    showResult(result, { client, server, proxy, event, result: resultOf(table, question) });
  } else if (!event && !asked && client && server) {
    const seen = { client: question.seenClient, server: question.seenServer };
    const between = explainedByProxies(table, question, seen);
    showOwn(reverse, form, question, [
      [server, question.seenClient],
      [client, question.seenServer],
    ]);
    showCandidates(reverse, { candidates: explain(table, question, seen), between }, question);
  }
  if (remember) remembered(question);
}

/**
 * What the programs do by themselves; it comes a little later than the rest.
 * @param {HTMLElement} reverse
 * @param {HTMLFieldSetElement} form
 * @param {Question} question
 * @param {[Program, string][]} ends
 */
async function showOwn(reverse, form, question, ends) {
  const list = reverse.querySelector("[data-own] ul");
  const items = ownClosings(await loadData("stack.json").catch(() => ({})), ends);
  if (!list?.parentElement || addressOf(read(form)) !== addressOf(question)) return; // the reader has moved on
  list.replaceChildren(...items);
  list.parentElement.hidden = items.length === 0;
}

/** @param {Question} question */
function remembered(question) {
  try {
    history.replaceState(null, "", `${location.pathname}${addressOf(question)}`);
  } catch {
    // some browsers limit how often an address may change, and forbid it from file://
  }
}

/** @param {HTMLFieldSetElement} form @param {Table} table */
function setUpCopies(form, table) {
  const address = () => {
    const canonical = document.querySelector("link[rel=canonical]");
    const page = canonical instanceof HTMLLinkElement ? canonical.href : location.href.split(/[?#]/)[0];
    return page + addressOf(read(form));
  };
  place("[data-ends-copy]").append(
    copyButton("Copy link", address),
    copyButton("Copy for a bug report", () => {
      const question = read(form);
      return bugReport(table, question, resultOf(table, question), address());
    }),
  );
}

/** @param {HTMLFieldSetElement} form @returns {Question} */
function read(form) {
  const value = (/** @type {string} */ name) => field(form, name).value.trim();
  return {
    client: value("client"),
    proxy: value("proxy"),
    server: value("server"),
    event: value("event"),
    code: value("code"),
    seenClient: value("client-sees").toLowerCase(),
    seenServer: value("server-sees").toLowerCase(),
  };
}

/** @param {HTMLFieldSetElement} form @param {Question} question */
function write(form, question) {
  field(form, "client").value = question.client;
  field(form, "proxy").value = question.proxy;
  field(form, "server").value = question.server;
  field(form, "event").value = question.event;
  field(form, "code").value = question.code;
  field(form, "client-sees").value = question.seenClient;
  field(form, "server-sees").value = question.seenServer;
}

/** @param {HTMLFieldSetElement} form @param {string} name @returns {HTMLInputElement | HTMLSelectElement} */
function field(form, name) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(name));
}

/** What is missing when only what was seen is given. @param {Question} question */
function askAgain({ seenClient, seenServer }) {
  if (!seenClient && !seenServer) return "Give what at least one end shows.";
  const known = [seenClient, seenServer].every((told) => /^(?:\d{1,5}|none|error|nothing|)$/.test(told));
  return known ? "" : "What an end shows is a number, none, error or nothing.";
}

/** @param {HTMLFieldSetElement} form @param {string} name */
function firstOf(form, name) {
  return selectOf(form, name).options[0].value;
}

/** @param {HTMLFieldSetElement} form @param {string} name @returns {HTMLSelectElement} */
function selectOf(form, name) {
  return /** @type {HTMLSelectElement} */ (form.elements.namedItem(name));
}

/** @param {string} selector @returns {HTMLElement} */
function place(selector) {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`the page has no ${selector}`);
  return found;
}

/** @param {HTMLFieldSetElement} form @param {string} text */
function say(form, text) {
  const status = form.querySelector("[role=status]");
  if (status) status.textContent = text;
}
