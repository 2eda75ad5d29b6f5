// @ts-check
import { readClose } from "./close-reading.js";
import { copyChip } from "./copying.js";
import { chipButton, element, pagePart } from "./elements.js";
import { plainHex } from "./formats.js";
import { linkState, linkWith, rememberInLink } from "./link-state.js";
import { meaningOnPage, meaningOnSite } from "./meanings.js";
import { readNotation } from "./notation.js";
import { problemHelp } from "./problem-view.js";
import { addMeaning, resultParts } from "./result-view.js";
import { checkRules } from "./rules.js";
import { spokenVerdict, verdictOn } from "./verdict.js";

/** @typedef {(code: string, reason: string, from: string) => void} Rebuild */

const EXAMPLE = "88 05 03 e8 62 79 65";

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
    this.input.value = asked.get("frame") ?? "";
    for (const [field, key] of /** @type {const} */ ([[this.form, "as"], [this.sender, "sender"]])) {
      const option = [...field.options].find(({ value }) => value === asked.get(key));
      if (option && asked.has("frame")) field.value = option.value;
      field.addEventListener("change", () => this.update());
    }
    this.input.addEventListener("input", () => this.update());
    pagePart("dec-reader", HTMLElement).hidden = false;
    this.show(asked.has("frame"));
  }

  update() {
    this.show(true);
    rememberInLink(this.link());
  }

  /** @param {boolean} announce */
  show(announce) {
    this.shown += 1;
    const text = this.input.value.trim();
    const read = readNotation(text || EXAMPLE);
    this.result.classList.toggle("cc-dec-example", text === "");
    if ("bytes" in read) this.showBytes(read, text !== "" && announce);
    else {
      this.result.replaceChildren(problemHelp(read, text, this.rebuild));
      this.said.textContent = read.problem;
    }
  }

  /**
   * @param {import("./notation.js").Reading} read
   * @param {boolean} asked bytes of the reader's own, not the example
   */
  showBytes({ bytes, notation }, asked) {
    const sender = /** @type {import("./standing.js").Sender} */ (this.sender.value);
    const reading = readClose(bytes, /** @type {import("./close-reading.js").Form} */ (this.form.value));
    const rules = checkRules(reading, sender);
    const verdict = verdictOn(reading, rules, sender);
    this.result.replaceChildren(...resultParts(reading, rules, verdict, notation), ...(asked ? [this.actions(reading)] : []));
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

  /** @param {import("./close-reading.js").CloseReading} reading */
  actions({ frame, body, code, reason }) {
    const actions = element("p", "cc-chips", copyChip("Copy link", () => linkWith(this.link())));
    if (code !== null) {
      const typed = body.length ? String(code) : "";
      actions.append(chipButton("Change it below", () => this.rebuild(typed, reason.text, frame?.masked ? "client" : "server")));
    }
    return actions;
  }

  /** What the address says of this half.  Only bytes go there, never the log around them. @returns {Record<string, string>} */
  link() {
    const read = readNotation(this.input.value);
    if (!("bytes" in read) || this.input.value.trim() === "") return {};
    const form = this.form.value === "auto" ? "" : this.form.value;
    return { frame: plainHex(read.bytes), as: form, sender: this.sender.value === "unknown" ? "" : this.sender.value };
  }
}
