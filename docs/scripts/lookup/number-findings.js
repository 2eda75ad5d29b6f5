// @ts-check

/**
 * Numbers, but not those that belong to a known text, such as the limits in an error message.
 * @param {import("./numbers.js").FoundNumber[]} numbers
 * @param {import("./texts.js").FoundText[]} texts
 * @param {import("./catalogue.js").Catalogue} catalogue
 * @param {import("./types.js").LookupIndex} index
 * @returns {import("./types.js").Finding[]}
 */
export function numberFindings(numbers, texts, catalogue, index) {
  return numbers.flatMap((number, i) => {
    const owner = texts.find(({ span, number: own, printed }) => {
      const meant = own ?? printed;
      return meant !== null && meant !== number.value && span[0] <= number.at && number.at < span[1];
    });
    const score = number.score * (owner ? 0.6 : 1) - i * 0.05;
    if (!number.negative)
      return [{ number: number.value, score, why: number.why }, ...doubledDigit(number, score, catalogue)];
    const read = {
      number: number.value,
      score: score * (number.sole ? 0.95 : 0.6),
      why: "the number without its sign",
      note: "Close codes are never negative.",
    };
    const locals = index.constants.filter((row) => row[1] === -number.value).slice(0, 3);
    return [
      ...(number.value >= 1000 && number.value < 5000 ? [read] : []),
      { number: -number.value || -1, score: score * 0.9, why: "a negative number" },
      ...locals.map((row) => ({ library: row[2][0], score: score * 0.88, why: row[0] })),
    ];
  });
}

/**
 * `10006` may be `1006` with a key held too long.
 * @param {import("./numbers.js").FoundNumber} number
 * @param {number} score
 * @param {import("./catalogue.js").Catalogue} catalogue
 * @returns {import("./types.js").Finding[]}
 */
function doubledDigit({ value }, score, catalogue) {
  if (value < 10000 || value > 99999) return [];
  const shorter = [
    ...new Set([...String(value).matchAll(/(\d)(?=\1)/g)].map((match) => removedAt(String(value), match.index ?? 0))),
  ];
  return shorter
    .filter((number) => catalogue.codes.has(number))
    .map((number) => ({ number, score: score * 0.9, why: "one digit fewer" }));
}

/**
 * @param {string} text
 * @param {number} at
 */
function removedAt(text, at) {
  return Number(text.slice(0, at) + text.slice(at + 1));
}
