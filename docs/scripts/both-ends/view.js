/** @import { Candidate } from "./reverse.js" */
/** @import { EventEntry, Program, Result, Table } from "./types.js" */
/** @import { Question } from "./address.js" */
import { element } from "../page/elements.js";
import { markedText } from "../page/marked-text.js";
import { addressOf } from "./address.js";
import { pingedSooner } from "./timers.js";
import { bothSentence, evidenceSentence, silenceWords, stepWords, toldWords } from "./words.js";

const SIDES = { client: "On the client", server: "On the server", proxy: "On the proxy" };
const TOLD_TONES = { none: "quiet", error: "quiet", nothing: "quiet", unknown: "quiet" };

/**
 * Fill the part of the page that shows one result.
 * @param {HTMLElement} place
 * @param {{client: Program, server: Program, proxy: Program | undefined, event: EventEntry, result: Result}} shown
 */
export function showResult(place, { client, server, proxy, event, result }) {
  fill(place, "said", bothSentence(client, server, event, result));
  part(place, "[data-happens]").replaceChildren(...markedText(event.happens));
  for (const [side, program] of /** @type {const} */ ([
    ["client", client],
    ["server", server],
  ])) {
    const end = part(place, `[data-end=${side}]`);
    const told = result[side];
    end.dataset.code = String(told);
    end.dataset.tone = TOLD_TONES[/** @type {keyof typeof TOLD_TONES} */ (told)] ?? "number";
    const silent = silenceWords(event, result, side);
    fill(end, "name", `${program.name} ${program.version}`);
    fill(end, "told", toldWords(told));
    fill(end, "text", silent || (side === "client" ? result.clientText : result.serverText));
  }
  const middle = part(place, "[data-middle]");
  middle.hidden = !proxy;
  middle.textContent = proxy?.name ?? "";
  const note = event.id === "proxy-idle" ? pingedSooner([client, server], proxy) : "";
  part(place, "[data-note]").hidden = !note;
  part(place, "[data-note]").replaceChildren(...markedText(note));
  part(place, "[data-unmasked]").hidden = !result.steps.slice(1).some(([source, what]) => isClose(source, what));
  part(place, "[data-lanes]").toggleAttribute("data-proxied", Boolean(proxy));
  const steps = result.steps.filter(([, what]) => what !== "silence");
  part(place, "[data-steps]").replaceChildren(...steps.map(stepItem));
  part(place, "[data-no-steps]").hidden = steps.length > 0;
  fill(place, "no-steps", noStepsWords(event, result));
  const logs = proxy?.logs?.[event.id] ?? [];
  part(place, "[data-logs]").hidden = logs.length === 0;
  part(place, "[data-log-texts]").replaceChildren(...logs.map((text) => element("li", "", element("code", "", text))));
  part(place, "[data-check]").replaceChildren(...markedText(event.check));
  part(place, "[data-fixes]").replaceChildren(
    ...Object.entries(event.fix).map(([side, text]) =>
      element(
        "div",
        "",
        element("dt", "", SIDES[/** @type {keyof typeof SIDES} */ (side)]),
        element("dd", "", ...markedText(text)),
      ),
    ),
  );
  fill(place, "evidence", evidenceSentence(result, event));
  part(place, "[data-evidence]").dataset.kind = result.evidence;
  fill(place, "seconds", result.seconds && `In our run it took ${result.seconds}\u00a0s.`);
  const race = part(place, "[data-race]");
  race.hidden = result.others.length === 0;
  fill(race, "others", result.others.join(", "));
}

/** Whether a proxy itself sends a Close frame. @param {string} source @param {string} what */
function isClose(source, what) {
  return source === "proxy" && what.startsWith("close");
}

/** What stands in place of the things that travel. @param {EventEntry} event @param {Result} result */
function noStepsWords(event, result) {
  if (!event.opens) return "There never was a WebSocket.";
  if (result.steps.length) return "Nothing is sent within 8\u00a0seconds; the connection stays open.";
  return event.id === "network-gone" ? "Nothing arrives any more." : "What travelled was not recorded.";
}

/** @param {[source: string, what: string]} step */
function stepItem([source, what]) {
  const item = element("li", `cc-step cc-step-${source}`, element("span", "", stepWords(what)));
  item.dataset.kind = what.split(" ")[0];
  item.setAttribute("aria-label", `From the ${source}: ${stepWords(what)}`);
  return item;
}

/**
 * List the events that explain what was seen; `between`: what explains it when there is a proxy after all.
 * @param {HTMLElement} place
 * @param {{candidates: Candidate[], between: Candidate[]}} found
 * @param {Question} question
 */
export function showCandidates(place, { candidates, between }, question) {
  const proxied = part(place, "[data-between]");
  proxied.hidden = between.length === 0;
  part(proxied, "[data-events]").replaceChildren(...between.map((candidate) => candidateItem(candidate, question)));
  for (const fits of /** @type {const} */ (["explains", "possible", "ruled-out"])) {
    const found = candidates.filter((candidate) => candidate.fits === fits);
    const group = part(place, `[data-fits=${fits}]`);
    group.hidden = found.length === 0;
    fill(group, "count", String(found.length));
    part(group, "[data-events]").replaceChildren(...found.map((candidate) => candidateItem(candidate, question)));
  }
  part(place, "[data-none]").hidden = candidates.some((candidate) => candidate.fits === "explains");
}

/** @param {Candidate} candidate @param {Question} question */
function candidateItem({ event, choice, result, fits, unlikely, through }, question) {
  const link = element("a", "", choice.code ? `${event.label} with ${codeWords(choice.code)}` : event.label);
  const example = through && choice.proxy !== question.proxy ? `, with ${through} for example` : "";
  link.href = addressOf({ ...question, ...choice }) || "?";
  const shows = `${toldWords(result.client)} | ${toldWords(result.server)}`;
  const detail = fits === "ruled-out" ? [`it would show ${shows}`] : markedText(event.check);
  const item = element("li", "", link, example, element("p", "", ...detail));
  if (unlikely && fits !== "ruled-out") item.append(element("p", "cc-note", ...markedText(unlikely)));
  return item;
}

/** What is not a number came from an address and counts as none. @param {string} code */
function codeWords(code) {
  return /^\d{1,5}$/.test(code) ? code : "no code";
}

/** @param {Table} table @param {Question} question @param {Result} result @param {string} address */
export function bugReport(table, question, result, address) {
  const name = (/** @type {Program[]} */ programs, /** @type {string} */ id) =>
    programs
      .filter((program) => program.id === id)
      .map((program) => `${program.name} ${program.version}`.trim())
      .join();
  const event = table.events.find((entry) => entry.id === question.event);
  const proxy = name(table.proxies, question.proxy);
  return [
    `**What happened:** ${event?.label ?? ""}${question.code ? ` (code ${codeWords(question.code)})` : ""}`,
    `**Client:** ${name(table.clients, question.client)} gets ${toldWords(result.client)}`,
    ...(proxy ? [`**Proxy:** ${proxy}`] : []),
    `**Server:** ${name(table.servers, question.server)} gets ${toldWords(result.server)}`,
    `[What both ends see](${address})`,
  ].join("\n");
}

/** @param {HTMLElement} place @param {string} name @param {string} text */
function fill(place, name, text) {
  part(place, `[data-${name}]`).textContent = text;
}

/** @param {HTMLElement} place @param {string} selector @returns {HTMLElement} */
function part(place, selector) {
  const found = place.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`the page has no ${selector}`);
  return found;
}
