import { isWholeClose, readClose } from "../bytes/frames.js";
import { hexDigitBytes } from "../bytes/hex-digits.js";
import { LONGEST_PASTE, readBytes } from "../bytes/read-bytes.js";
import { element } from "../page/elements.js";
import { plainHex, spacedHex } from "./formats.js";
import { codeTable, meaningOnPage, meaningOnSite } from "./meanings.js";
import { chipButton, copyChip, linkState, linkWith, pagePart, rememberInLink } from "./page-parts.js";
import { addMeaning, problemHelp, resultParts } from "./result.js";
import { checkRules, spokenVerdict, verdictOn } from "./rules.js";

/**
 * @import { Sender } from "../bytes/close-frame.js"
 * @import { CloseReading, Form } from "../bytes/frames.js"
 * @import { Reading } from "../bytes/read-bytes.js"
 *
 * @typedef {(code: string, reason: string, from: string) => void} Rebuild
 * @typedef {{problem: string, number?: number}} Unread  why a text is no bytes; the number that it is instead
 */

const EXAMPLE = "88 05 03 e8 62 79 65";

/**
 * The bytes that a pasted text most likely means.
 * @param {string} text
 * @returns {Reading | Unread}
 */
export function readPaste(text) {
  if (text.length > LONGEST_PASTE) return { problem: "This is more than 20,000 characters. Paste the frame alone." };
  const [best] = readBytes(text);
  return best ?? whyUnread(text.trim());
}

/** @param {string} text @returns {Unread} */
function whyUnread(text) {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) {
    return { problem: `${Number(text)} is a number, not bytes.`, number: Number(text) };
  }
  const shortened = /\.\.\. (\d{1,9}) more bytes?>/.exec(text);
  if (shortened)
    return { problem: `Node left out ${shortened[1]} bytes of this Buffer. Print it with .toString("hex").` };
  const digits = text.replace(/0x|[\s:,-]/gi, "");
  if (/^[0-9a-f]+$/i.test(digits) && /\d/.test(digits)) {
    if (digits.length === 2) return { problem: "One byte is no Close frame, and a code takes two." };
    if (digits.length % 2) {
      const counted = `${digits.length} hex ${digits.length === 1 ? "digit" : "digits"}`;
      return { problem: `${counted}: a byte has two, so one is missing or too many.` };
    }
  }
  return { problem: "No bytes found in this text." };
}

/**
 * Make the upper half of the page work: bytes in, their meaning out.
 * @param {Rebuild} rebuild hands a code and a reason to the lower half
 */
export function setUpReader(rebuild) {
  new Reader(rebuild).start();
}

/** The fields, and what is shown about them. */
class Reader {
  /** @param {Rebuild} rebuild */
  constructor(rebuild) {
    this.rebuild = rebuild;
    this.input = pagePart("dec-bytes", HTMLTextAreaElement);
    this.form = pagePart("dec-form", HTMLSelectElement);
    this.sender = pagePart("dec-sender", HTMLSelectElement);
    this.said = pagePart("dec-said", HTMLElement);
    this.result = pagePart("dec-result", HTMLElement);
    this.shown = 0;
  }

  start() {
    const asked = linkState();
    this.input.value = bytesOfLink(asked.get("frame") ?? "");
    this.choose(this.form, asked.has("frame") ? asked.get("as") : null);
    this.choose(this.sender, asked.has("frame") ? asked.get("sender") : null);
    this.input.addEventListener("input", () => this.update());
    pagePart("dec-reader", HTMLElement).hidden = false;
    this.show(asked.has("frame"));
  }

  /** @param {HTMLSelectElement} field @param {string | null} asked by the link */
  choose(field, asked) {
    if ([...field.options].some(({ value }) => value === asked)) field.value = asked ?? "";
    field.addEventListener("change", () => this.update());
  }

  update() {
    this.show(true);
    rememberInLink(this.link());
  }

  /** @param {boolean} announce */
  show(announce) {
    this.shown += 1;
    const text = this.input.value.trim();
    const read = readPaste(text || EXAMPLE);
    this.result.classList.toggle("cc-dec-example", text === "");
    if ("bytes" in read) this.showBytes(read, text !== "" && announce);
    else {
      this.result.replaceChildren(problemHelp(read, text, this.rebuild));
      this.said.textContent = read.problem;
    }
  }

  /**
   * @param {Reading} read
   * @param {boolean} asked bytes of the reader's own, not the example
   */
  showBytes({ bytes, spelling }, asked) {
    const sender = /** @type {Sender} */ (this.sender.value);
    const reading = readClose(bytes, /** @type {Form} */ (this.form.value));
    const rules = checkRules(reading, codeTable(), sender);
    const verdict = verdictOn(reading, rules, sender);
    const parts = resultParts(reading, rules, verdict, spelling);
    this.result.replaceChildren(...parts, ...(asked ? [this.actions(reading)] : []));
    const name = reading.code === null ? "" : meaningOnPage(reading.code).name;
    this.said.textContent = asked ? spokenVerdict(reading, name, verdict.text) : "";
    if (asked && reading.code !== null) this.complete(reading.code);
  }

  /** The one line about a code, when the index arrives before something else is shown. @param {number} code */
  async complete(code) {
    const shown = this.shown;
    try {
      const meaning = await meaningOnSite(code);
      if (shown === this.shown) addMeaning(this.result, meaning);
    } catch {
      // without the index the link and the rules are still right
    }
  }

  /** @param {CloseReading} reading */
  actions({ frame, body, code, reason }) {
    const actions = element(
      "p",
      "cc-chips",
      copyChip("Copy link", () => linkWith(this.link())),
    );
    if (code !== null) {
      const typed = body.length ? String(code) : "";
      const from = frame?.masked ? "client" : "server";
      actions.append(chipButton("Change it below", () => this.rebuild(typed, reason.text, from)));
    }
    return actions;
  }

  /** What the address says of this half.  Only bytes go there, never the log around them. @returns {Record<string, string>} */
  link() {
    const read = readPaste(this.input.value);
    if (!("bytes" in read) || this.input.value.trim() === "") return {};
    const form = this.form.value === "auto" ? "" : this.form.value;
    return { frame: plainHex(read.bytes), as: form, sender: this.sender.value === "unknown" ? "" : this.sender.value };
  }
}

/**
 * What `?frame=` names.  The page writes plain hex there, in which `1000` is two bytes and not the number.
 * @param {string} frame
 */
function bytesOfLink(frame) {
  if (!/^(?:[0-9a-f]{2}){2,}$/i.test(frame)) return frame;
  const bytes = hexDigitBytes(frame);
  return isWholeClose(bytes) ? frame : spacedHex(bytes);
}
