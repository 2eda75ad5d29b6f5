import { setAttributes } from "../page/lookup-form.js";
import { answerAddress } from "./address.js";
import { readLogTexts } from "./explain.js";
import { nothingFits } from "./help.js";
import { fullTextAnswers } from "./more.js";
import { answerOption } from "./option.js";
import { loadParts } from "./page-resolver.js";

/** @import {Answer} from "../lookup/types.js" */
/** @import {Resolver} from "../lookup/resolver.js" */

const MOST_READ = 20000; // of a pasted log: more than any line that has an answer
const MOST_MORE = 5;
/** Parts of the index may name further ones: a service that has come, the rows of that service. */
const MOST_ROUNDS = 3;

/**
 * Make a form answer as its reader types.  Does nothing the second time.
 * @param {HTMLFormElement} form
 * @param {() => Promise<Resolver>} loadResolver
 */
export function attachBox(form, loadResolver) {
  if (form.dataset.awake) return;
  form.dataset.awake = "true";
  const box = new LookupBox(form);
  loadResolver().then(
    (resolver) => box.start(resolver),
    () => box.fail(),
  );
}

/** One form: what was asked last, its answers, and which of them is active. */
class LookupBox {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
    this.list = /** @type {HTMLElement} */ (form.querySelector("[role=listbox]"));
    this.status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
    this.status.textContent = this.input.value ? "Loading" : "";
    /** @type {Resolver | undefined} */
    this.resolver = undefined;
    /** @type {HTMLElement | undefined} */
    this.help = undefined;
    this.asked = "";
    this.active = -1;
    form.addEventListener("input", () => this.update());
    form.addEventListener("keydown", (event) => this.key(event));
    form.addEventListener("submit", () => this.enter());
  }

  /** @param {Resolver} resolver */
  start(resolver) {
    this.resolver = resolver;
    this.form.ariaBusy = null;
    this.update();
    if (this.form.dataset.entered !== undefined && this.form.dataset.entered === this.input.value) this.enter();
  }

  fail() {
    delete this.form.dataset.awake;
    this.form.ariaBusy = null;
    this.status.classList.add("cc-status-shown");
    this.status.textContent = "The index could not be loaded. Check the connection and reload the page.";
  }

  /** Answer what stands in the field now; say more when the parts that belong to it have come. */
  async update() {
    const query = this.input.value.slice(0, MOST_READ).trim();
    const resolver = this.resolver;
    if (!resolver || query === this.asked) return;
    this.asked = query;
    let { answers, needs } = resolver.resolve(query);
    this.show(answers);
    this.remember(query);
    if (!query) return;
    for (let round = 0; needs.length && round < MOST_ROUNDS; round += 1) {
      this.list.setAttribute("aria-busy", "true");
      await loadParts(resolver, needs);
      if (query !== this.asked) return;
      this.list.removeAttribute("aria-busy");
      ({ answers, needs } = resolver.resolve(query));
      if (this.active < 0) this.show(answers); // nothing moves under what the reader chose
    }
    readLogTexts(this.list).then(() => this.number());
    this.more(query);
  }

  /** @param {Answer[]} answers */
  show(answers) {
    this.help?.remove();
    this.list.replaceChildren(...answers.map((answer) => answerOption(answer)));
    this.number();
    this.activate(-1);
    if (this.asked && answers.every(({ rule }) => rule === "usual")) {
      this.help = nothingFits(this.asked, (example) => this.ask(example));
      this.status.after(this.help);
    }
  }

  /** @param {string} example */
  ask(example) {
    this.input.value = example;
    this.input.focus();
    this.update();
  }

  /** Full-text results below the answers, when they arrive before the next key. @param {string} query */
  async more(query) {
    const pages = await fullTextAnswers(query);
    if (query !== this.asked) return;
    const shown = new Set(this.options().map((option) => option.href.split(/[?#]/)[0]));
    const extra = pages.filter(
      ({ path }) => !shown.has(new URL(answerAddress(path), location.href).href.split(/[?#]/)[0]),
    );
    this.list.append(...extra.slice(0, MOST_MORE).map((page) => answerOption(page, "cc-answer-more")));
    this.number();
  }

  /** @returns {HTMLAnchorElement[]} */
  options() {
    return [...this.list.querySelectorAll("a")];
  }

  /** Give the options ids, show or hide the list, and say how many there are. */
  number() {
    const options = this.options();
    options.forEach((option, index) => (option.id = `${this.list.id}-${index}`));
    this.list.hidden = options.length === 0;
    this.input.setAttribute("aria-expanded", String(options.length > 0));
    const count = options.length === 1 ? "1 answer" : `${options.length || "No"} answers`;
    this.status.textContent = this.asked ? `${count} for ${this.asked.slice(0, 60)}` : "";
    this.status.classList.toggle("cc-status-shown", this.asked !== "" && options.length === 0);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
    if (event.key in steps && this.options().length) {
      event.preventDefault();
      const count = this.options().length;
      const from = this.active < 0 && steps[event.key] < 0 ? 0 : this.active;
      this.activate((from + steps[event.key] + count) % count);
    } else if (event.key === "Escape" && this.input.value && !this.form.closest("dialog")) {
      event.preventDefault();
      this.input.value = "";
      this.update();
    }
  }

  /** @param {number} index -1 for none */
  activate(index) {
    const options = this.options();
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    this.active = index;
    if (index < 0) return this.input.removeAttribute("aria-activedescendant");
    setAttributes(this.input, { "aria-activedescendant": options[index].id });
    options[index].scrollIntoView({ block: "nearest" });
  }

  /** Open the active answer, else the best one for exactly what stands in the field. */
  enter() {
    this.update();
    if (!this.resolver) return; // the form remembers it
    const option = this.options()[Math.max(this.active, 0)];
    if (option) location.assign(option.href);
  }

  /** On the home page the address names the query, so that it can be shared. @param {string} query */
  remember(query) {
    if (!this.form.closest(".cc-home")) return;
    const address = new URL(location.href);
    if (query && query.length <= 500) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    try {
      history.replaceState(null, "", address);
    } catch {
      // some browsers allow no more than 100 of these in 30 seconds
    }
  }
}
