// @ts-check

const SHOWN_SERVICES = 3;

/**
 * The one best page of a number, and what it says: the code's own page, that of a number which services use,
 * or its range's page for that number.
 * @param {number} number
 * @param {number | undefined} service  place of the service whose meaning is asked for
 * @param {import("./types.js").LookupIndex} index
 * @param {import("./catalogue.js").Catalogue} catalogue
 */
export function printNumber(number, service, index, catalogue) {
  const code = catalogue.codes.get(number);
  const uses = catalogue.uses.get(number) ?? [];
  const row = uses.find(([place]) => place === service)?.[1];
  if (row && service !== undefined) return printServiceRow(row, index.services[service], index, code);
  if (code) return { path: `${number}/`, title: `${number} ${code.t}`, line: code.l, verdict: code.v, kind: "code" };
  const range = catalogue.rangeOf(number);
  if (!range) return printBeyond(number, index);
  if (uses.length)
    return {
      path: `${number}/`,
      title: `${number} ${range.t}`,
      line: usesLine(uses, index),
      verdict: range.uv,
      kind: "number",
    };
  const line = [letterNote(number), range.u].filter(Boolean).join(" ");
  return {
    path: `${range.f}-${range.z}/?n=${number}`,
    title: `${number} ${range.t}`,
    line,
    verdict: range.uv,
    kind: "range",
  };
}

/**
 * @param {import("./types.js").ServiceEntry["c"][number]} row
 * @param {import("./types.js").ServiceEntry} service
 * @param {import("./types.js").LookupIndex} index
 * @param {import("./types.js").CodeEntry | undefined} code
 */
function printServiceRow([number, name, meaning, verdict], service, index, code) {
  const title = `${number} ${code ? code.t : name || service.t}`;
  const line = `${service.t}: ${[name, meaning].filter(Boolean).join(". ")}`;
  return {
    path: `${number}/`,
    title,
    line,
    verdict: index.about.verdict[verdict] ?? "",
    kind: code ? "code" : "number",
  };
}

/**
 * @param {[number, import("./types.js").ServiceEntry["c"][number]][]} uses
 * @param {import("./types.js").LookupIndex} index
 */
function usesLine(uses, index) {
  const shown = uses.slice(0, SHOWN_SERVICES).map(([place, row]) => `${index.services[place].t}: ${row[1] || row[2]}`);
  const more = uses.length - shown.length;
  return `It depends on who sent it. ${shown.join(" · ")}${more > 0 ? ` · ${more} more` : ""}`;
}

/**
 * A five-digit number is often the first two letters of a text that stands where the code belongs.
 * @param {number} number
 */
function letterNote(number) {
  const letters = [number >> 8, number & 255];
  if (number < 5000 || letters.some((letter) => letter < 32 || letter > 126)) return "";
  const text = String.fromCharCode(...letters);
  return `${number} is the two letters "${text}": somebody put a text where the code belongs.`;
}

/**
 * @param {number} number
 * @param {import("./types.js").LookupIndex} index
 */
function printBeyond(number, index) {
  const range = index.ranges[number < 0 ? 0 : index.ranges.length - 1];
  const why = number < 0 ? "Close codes are never negative" : "A close code has two bytes";
  const line = `${why}: the numbers go from 0 to 65535. A library may report ${number} for itself.`;
  return {
    path: `${range.f}-${range.z}/`,
    title: `${number} is not a close code`,
    line,
    verdict: "never on the wire",
    kind: "range",
  };
}
