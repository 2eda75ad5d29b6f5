// @ts-check

/**
 * @param {import("./texts.js").FoundText[]} texts
 * @returns {import("./types.js").Finding[]}
 */
export function textFindings(texts) {
  return texts.flatMap(({ number, printed, library, score }) => {
    const why = "a known log text";
    if (number !== null) return [{ number, score, why }, ...printedFindings(printed, score - 6)];
    if (printed !== null) return [...printedFindings(printed, Math.min(98, score + 8)), { library, score: 54, why }];
    return [{ library, score: score * 0.6, why }];
  });
}

/**
 * The number that stands where a text has its placeholder; a small one is as often a size or an HTTP status.
 * @param {number | null} printed
 * @param {number} score
 * @returns {import("./types.js").Finding[]}
 */
function printedFindings(printed, score) {
  if (printed === null || printed > 65535) return [];
  return [
    { number: printed, score: printed > 9 && printed < 600 ? score * 0.6 : score, why: "the number in the log text" },
  ];
}
