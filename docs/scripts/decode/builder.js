import { applyMask, readClose, utf8Bytes } from "../bytes/frames.js";
import { hexDigitBytes } from "../bytes/hex-digits.js";
import { element } from "../page/elements.js";
import { browserMaySend, faultOfCode, noteOnSender } from "./code-rules.js";
import { byteCount, cutToBytes, plainHex, spacedHex } from "./formats.js";
import { codeTable } from "./meanings.js";
import {
  chipButton,
  citeLink,
  copyChip,
  linkState,
  linkWith,
  pagePart,
  rememberInLink,
  sectionLink,
} from "./page-parts.js";
import { framePicture } from "./picture.js";
import { formatList } from "./result.js";

export const REASON_ROOM = 123; // 125 bytes of a control frame (RFC 6455, 5.5) less two of code

/**
 * @import { CodeTable } from "./code-rules.js"
 * @import { Rebuild } from "./reader.js"
 *
 * @typedef {object} Wish
 * @property {string} code  as typed; empty for a Close frame without one
 * @property {string} reason
 * @property {"server" | "client"} from
 * @property {Uint8Array} key  four bytes; only a client's frame uses them
 *
 * @typedef {object} Trouble
 * @property {"code" | "reason" | "key"} field
 * @property {string} text
 * @property {string} [section]  of RFC 6455
 * @property {boolean} [browsers]  a rule for browsers
 *
 * @typedef {object} Built
 * @property {Uint8Array | null} bytes  null when there can be no such frame
 * @property {number} used  bytes of UTF-8 that the reason takes
 * @property {Trouble[]} problems  why there can be none
 * @property {Trouble[]} warnings  rules that the frame breaks, or what else to know
 */

/**
 * The bytes of a Close frame.  A frame that can be written but must not be sent is written, with a warning: tests need it.
 * @param {Wish} wish
 * @param {CodeTable} table
 * @returns {Built}
 */
export function buildClose(wish, table) {
  const used = utf8Bytes(wish.reason).length;
  const problems = problemsOf(wish, used);
  if (problems.length) return { bytes: null, used, problems, warnings: [] };
  const code = wish.code.trim() === "" ? null : Number(wish.code);
  const body = Uint8Array.from(code === null ? [] : [code >> 8, code & 255, ...utf8Bytes(wish.reason)]);
  const masked = wish.from === "client";
  const tail = masked ? [...wish.key, ...applyMask(body, wish.key)] : body;
  const bytes = Uint8Array.from([0x88, body.length + (masked ? 128 : 0), ...tail]);
  return { bytes, used, problems, warnings: code === null ? [] : warningsOn(code, wish.from, table) };
}

/**
 * @param {Wish} wish
 * @param {number} used
 * @returns {Trouble[]}
 */
function problemsOf({ code, reason, from, key }, used) {
  /** @type {Trouble[]} */
  const problems = [];
  const typed = code.trim();
  if (typed !== "" && (!/^\d{1,5}$/.test(typed) || Number(typed) > 65535)) {
    problems.push({ field: "code", text: "A close code is a whole number from 0 to 65535." });
  }
  if (typed === "" && reason !== "") {
    problems.push({ field: "code", text: "A reason cannot come without a code.", section: "5.5.1" });
  }
  if (used > REASON_ROOM) {
    problems.push({
      field: "reason",
      text: `The reason is ${byteCount(used - REASON_ROOM)} too long.`,
      section: "5.5",
    });
  }
  if (from === "client" && key.length !== 4) {
    problems.push({ field: "key", text: "A masking key is four bytes, such as 37 FA 21 3D.", section: "5.3" });
  }
  return problems;
}

/**
 * @param {number} code
 * @param {Wish["from"]} from
 * @param {CodeTable} table
 * @returns {Trouble[]}
 */
function warningsOn(code, from, table) {
  const fault = faultOfCode(code, table);
  if (fault)
    return [{ field: "code", text: `${fault.text} Use these bytes only to test a receiver.`, section: fault.section }];
  const note = noteOnSender(code, from);
  if (note) return [{ field: "code", ...note }];
  if (from === "server" || browserMaySend(code)) return [];
  return [
    {
      field: "code",
      text: "A script in a browser cannot send this code: close() takes only 1000 and 3000-4999.",
      browsers: true,
    },
  ];
}

/** Make the lower half of the page work: a code and a reason in, bytes out. @returns {Rebuild} */
export function setUpBuilder() {
  const builder = new Builder();
  builder.start();
  return (code, reason, from) => builder.take(code, reason, from);
}

/** The fields, and the frame made of them. */
class Builder {
  constructor() {
    this.code = pagePart("dec-code", HTMLInputElement);
    this.reason = pagePart("dec-reason", HTMLInputElement);
    this.key = pagePart("dec-key", HTMLInputElement);
    this.client = pagePart("dec-client", HTMLInputElement);
    this.server = pagePart("dec-server", HTMLInputElement);
    this.budget = pagePart("dec-budget", HTMLMeterElement);
    this.budgetSaid = pagePart("dec-budget-said", HTMLElement);
    this.troubles = pagePart("dec-troubles", HTMLElement);
    this.built = pagePart("dec-built", HTMLElement);
  }

  start() {
    const asked = linkState();
    this.newKey();
    if (asked.has("code") || asked.has("reason"))
      this.fill(asked.get("code") ?? "", asked.get("reason") ?? "", asked.get("from") ?? "");
    if (asked.has("key")) this.key.value = asked.get("key") ?? "";
    for (const field of [this.code, this.reason, this.key, this.client, this.server])
      field.addEventListener("input", () => this.update());
    pagePart("dec-new-key", HTMLButtonElement).addEventListener("click", () => {
      this.newKey();
      this.update();
    });
    pagePart("dec-known", HTMLDataListElement).append(
      ...codeTable().codes.map(([code, name]) => new Option(name, String(code))),
    );
    pagePart("dec-builder", HTMLElement).hidden = false;
    this.show();
  }

  /** Take over what the other half read. @param {string} code @param {string} reason @param {string} from */
  take(code, reason, from) {
    this.fill(code, reason, from);
    this.update();
    this.code.scrollIntoView({ block: "center" });
    this.code.focus({ preventScroll: true });
  }

  /** @param {string} code @param {string} reason @param {string} from */
  fill(code, reason, from) {
    this.code.value = code;
    this.reason.value = reason;
    (from === "client" ? this.client : this.server).checked = true;
  }

  newKey() {
    this.key.value = spacedHex(crypto.getRandomValues(new Uint8Array(4)));
  }

  update() {
    this.show();
    rememberInLink(this.link());
  }

  show() {
    const wish = this.wish();
    const { bytes, used, problems, warnings } = buildClose(wish, codeTable());
    pagePart("dec-key-row", HTMLElement).hidden = wish.from === "server";
    this.showBudget(used);
    this.troubles.replaceChildren(...[...problems, ...warnings].map((trouble) => this.troubleItem(trouble)));
    for (const field of /** @type {const} */ (["code", "reason", "key"])) {
      this[field].setAttribute("aria-invalid", String(problems.some((problem) => problem.field === field)));
    }
    this.built.replaceChildren(
      ...(bytes ? [framePicture(readClose(bytes, "frame")), formatList(bytes), this.actions()] : []),
    );
  }

  /** @param {number} used */
  showBudget(used) {
    const over = used - REASON_ROOM;
    const left = over > 0 ? `${byteCount(over)} too many` : `${byteCount(-over)} left`;
    this.budget.value = used;
    this.budgetSaid.textContent = `${used} of ${REASON_ROOM} bytes as UTF-8, ${left}`;
    this.budgetSaid.classList.toggle("cc-dec-over", over > 0);
  }

  /** @param {Trouble} trouble */
  troubleItem({ field, text, section, browsers }) {
    const item = element("li", "", text, " ", ...(section ? [sectionLink(section)] : []));
    if (browsers) item.append(citeLink("https://websockets.spec.whatwg.org/#dom-websocket-close", "WHATWG WebSockets"));
    if (field === "reason")
      item.append(
        " ",
        chipButton("Cut it to fit", () => this.cutReason()),
      );
    return item;
  }

  cutReason() {
    this.reason.value = cutToBytes(this.reason.value, REASON_ROOM);
    this.update();
    this.reason.focus();
  }

  actions() {
    return element(
      "p",
      "cc-chips",
      copyChip("Copy link", () => linkWith(this.link())),
    );
  }

  /** @returns {Wish} */
  wish() {
    const digits = this.key.value.replace(/0x|[\s,:-]/gi, "");
    const key = /^(?:[0-9a-f]{2})*$/i.test(digits) ? hexDigitBytes(digits) : new Uint8Array();
    return { code: this.code.value, reason: this.reason.value, from: this.client.checked ? "client" : "server", key };
  }

  /** What the address says of this half. @returns {Record<string, string>} */
  link() {
    const { code, reason, from, key } = this.wish();
    return {
      code: code.trim(),
      reason,
      from: from === "client" ? from : "",
      key: from === "client" ? plainHex(key) : "",
    };
  }
}
