import { answerAddress } from "./address.js";

/** What can be typed, one of each kind. */
const EXAMPLES = [
  "1006",
  "CloseGoingAway",
  "0x03EE",
  "88 02 03 e8",
  "discord 4004",
  "closes after 60 seconds",
  "Unexpected server response: 403",
];
const LONGEST_REPORT = 300;

/**
 * What to do when nothing fits, or what is shown is a guess: examples that work, the ranges, and a way to report the miss.
 * @param {string} query
 * @param {(example: string) => void} ask
 * @returns {HTMLElement}
 */
export function nothingFits(query, ask) {
  const help = document.createElement("div");
  help.className = "cc-lookup-help";
  const intro = document.createElement("p");
  intro.textContent =
    "Type a number, a constant, bytes, a service with its code, what happened, or paste the log line:";
  help.append(intro, exampleList(ask), rangePicture());
  const report = reportLink(query);
  if (report) help.append(report);
  return help;
}

/** @param {(example: string) => void} ask */
function exampleList(ask) {
  const list = document.createElement("p");
  list.className = "cc-lookup-examples";
  for (const example of EXAMPLES) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = example;
    button.addEventListener("click", () => ask(example));
    list.append(button, " ");
  }
  return list;
}

/** The number line of the home page, where there is one; else links to the ranges. */
function rangePicture() {
  const picture = document.createElement("p");
  picture.className = "cc-lookup-ranges";
  for (const range of ["0-999", "1000-2999", "3000-3999", "4000-4999", "5000-65535"]) {
    const link = document.createElement("a");
    link.href = answerAddress(`${range}/`);
    link.textContent = range;
    picture.append(link, " ");
  }
  return picture;
}

/**
 * Opens an issue with the text filled in; nothing where the site has no repository.
 * @param {string} query
 */
function reportLink(query) {
  const repository = document.body.dataset.repo;
  if (!repository) return null;
  const link = document.createElement("a");
  const title = encodeURIComponent(`Lookup: ${query.slice(0, 60)}`);
  const body = encodeURIComponent(
    `Typed or pasted:\n\n    ${query.slice(0, LONGEST_REPORT)}\n\nThe page that should have answered:\n`,
  );
  link.href = `${repository.replace(/\/$/, "")}/issues/new?title=${title}&body=${body}`;
  link.className = "cc-lookup-report";
  link.textContent = "Report what it should have found";
  return link;
}
