// @ts-check
import { buildClose, REASON_ROOM } from "./build.js";
import { readClose } from "./close-reading.js";
import { copyChip } from "./copying.js";
import { chipButton, citeLink, element, pagePart, sectionLink } from "./elements.js";
import { formatList } from "./formats-view.js";
import { byteCount, plainHex, spacedHex } from "./formats.js";
import { hexDigitBytes } from "./hex-digits.js";
import { linkState, linkWith, rememberInLink } from "./link-state.js";
import { assignedCodes } from "./meanings.js";
import { framePicture } from "./picture.js";
import { cutToBytes } from "./utf8.js";

/** Make the lower half of the page work: a code and a reason in, bytes out. @returns {import("./reader.js").Rebuild} */
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
    if (asked.has("code") || asked.has("reason")) this.fill(asked.get("code") ?? "", asked.get("reason") ?? "", asked.get("from") ?? "");
    if (asked.has("key")) this.key.value = asked.get("key") ?? "";
    for (const field of [this.code, this.reason, this.key, this.client, this.server]) field.addEventListener("input", () => this.update());
    pagePart("dec-new-key", HTMLButtonElement).addEventListener("click", () => {
      this.newKey();
      this.update();
    });
    pagePart("dec-known", HTMLDataListElement).append(...assignedCodes().map(([code, name]) => new Option(name, code)));
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
    this.key.value = spacedHex([...crypto.getRandomValues(new Uint8Array(4))]);
  }

  update() {
    this.show();
    rememberInLink(this.link());
  }

  show() {
    const wish = this.wish();
    const { bytes, used, problems, warnings } = buildClose(wish);
    pagePart("dec-key-row", HTMLElement).hidden = wish.from === "server";
    this.showBudget(used);
    this.troubles.replaceChildren(...[...problems, ...warnings].map((trouble) => this.troubleItem(trouble)));
    for (const field of /** @type {const} */ (["code", "reason", "key"])) {
      this[field].setAttribute("aria-invalid", String(problems.some((problem) => problem.field === field)));
    }
    this.built.replaceChildren(...(bytes ? [framePicture(readClose(bytes, "frame")), formatList(bytes), this.actions()] : []));
  }

  /** @param {number} used */
  showBudget(used) {
    const over = used - REASON_ROOM;
    const left = over > 0 ? `${byteCount(over)} too many` : `${byteCount(-over)} left`;
    this.budget.value = used;
    this.budgetSaid.textContent = `${used} of ${REASON_ROOM} bytes as UTF-8, ${left}`;
    this.budgetSaid.classList.toggle("cc-dec-over", over > 0);
  }

  /** @param {import("./build.js").Trouble} trouble */
  troubleItem({ field, text, section, browsers }) {
    const item = element("li", "", text, " ", ...(section ? [sectionLink(section)] : []));
    if (browsers) item.append(citeLink("https://websockets.spec.whatwg.org/#dom-websocket-close", "WHATWG WebSockets"));
    if (field === "reason") item.append(" ", chipButton("Cut it to fit", () => this.cutReason()));
    return item;
  }

  cutReason() {
    this.reason.value = cutToBytes(this.reason.value, REASON_ROOM);
    this.update();
    this.reason.focus();
  }

  actions() {
    return element("p", "cc-chips", copyChip("Copy link", () => linkWith(this.link())));
  }

  /** @returns {import("./build.js").Wish} */
  wish() {
    const digits = this.key.value.replace(/0x|[\s,:-]/gi, "");
    const key = /^(?:[0-9a-f]{2})*$/i.test(digits) ? hexDigitBytes(digits) : [];
    return { code: this.code.value, reason: this.reason.value, from: this.client.checked ? "client" : "server", key };
  }

  /** What the address says of this half. @returns {Record<string, string>} */
  link() {
    const { code, reason, from, key } = this.wish();
    return { code: code.trim(), reason, from: from === "client" ? from : "", key: from === "client" ? plainHex(key) : "" };
  }
}
