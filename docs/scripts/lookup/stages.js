// @ts-check

/**
 * @param {import("./frames.js").ReadClose | null} close
 * @returns {import("./types.js").Finding[]}
 */
export function byteFindings(close) {
  if (!close) return [];
  const reason = close.reason ? `, reason ${JSON.stringify(close.reason.slice(0, 60))}` : "";
  const why = close.frame ? `a Close frame${close.masked ? ", masked" : ""}${reason}` : `its two bytes${reason}`;
  return [{ number: close.code, score: 100, why }];
}

/**
 * @param {number | null} code
 * @returns {import("./types.js").Finding[]}
 */
export function letterFindings(code) {
  return code === null ? [] : [{ number: code, score: 98, why: "its number, printed as a character" }];
}

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
    const owner = texts.find(({ span, number: own, printed }) => span[0] <= number.at && number.at < span[1] && (own ?? printed) !== number.value);
    const score = number.score * (owner ? 0.6 : 1) - i * 0.05;
    if (!number.negative) return [{ number: number.value, score, why: number.why }, ...doubledDigit(number, score, catalogue)];
    const read = { number: number.value, score: score * (number.sole ? 0.95 : 0.6), why: "the number without its sign", note: "Close codes are never negative." };
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
  const shorter = [...new Set([...String(value).matchAll(/(\d)(?=\1)/g)].map((match) => removedAt(String(value), match.index ?? 0)))];
  return shorter.filter((number) => catalogue.codes.has(number)).map((number) => ({ number, score: score * 0.8, why: "one digit fewer" }));
}

/**
 * @param {string} text
 * @param {number} at
 */
function removedAt(text, at) {
  return Number(text.slice(0, at) + text.slice(at + 1));
}

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
  return [{ number: printed, score: printed > 9 && printed < 600 ? score * 0.6 : score, why: "the number in the log text" }];
}
