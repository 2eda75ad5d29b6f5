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
 * Numbers, but not those that belong to a known text, such as the limits in an error message.
 * @param {import("./numbers.js").FoundNumber[]} numbers
 * @param {import("./texts.js").FoundText[]} texts
 * @param {import("./catalogue.js").Catalogue} catalogue
 * @param {import("./types.js").LookupIndex} index
 * @returns {import("./types.js").Finding[]}
 */
export function numberFindings(numbers, texts, catalogue, index) {
  return numbers.flatMap((number, i) => {
    const owner = texts.find(({ span, number: own }) => span[0] <= number.at && number.at < span[1] && own !== number.value);
    const score = number.score * (owner ? 0.6 : 1) - i * 0.05;
    if (!number.negative) return [{ number: number.value, score, why: number.why }, ...doubledDigit(number, score, catalogue)];
    const read = { number: number.value, score: score * 0.95, why: "the number without its sign", note: "Close codes are never negative." };
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
    if (number !== null) return [{ number, score, why }, ...(printed !== null && printed <= 65535 ? [{ number: printed, score: score - 6, why: "the number in the log text" }] : [])];
    if (printed !== null) return [{ number: printed, score: Math.min(98, score + 8), why: "the number in the log text" }, { library, score: 54, why }];
    return [{ library, score: score * 0.6, why }];
  });
}

/**
 * A constant of many numbers that all lie in one range means the range.
 * @param {{constant: import("./constants.js").Constant, score: number}[]} found
 * @param {import("./catalogue.js").Catalogue} catalogue
 * @param {import("./types.js").LookupIndex} index
 * @returns {import("./types.js").Finding[]}
 */
export function constantFindings(found, catalogue, index) {
  return found.flatMap(({ constant, score }, i) => {
    const own = score - i * 0.05;
    const ranges = [...new Set(constant.numbers.map((number) => catalogue.rangeOf(number)))];
    const range = ranges[0];
    if (constant.family && ranges.length === 1 && range && range.f >= 3000) return [{ range: index.ranges.indexOf(range), score: own, why: constant.name }];
    return constant.numbers.map((number) =>
      number >= 0 && number <= 65535 ? { number, score: own, why: constant.name } : { library: constant.libraries[0], score: own, why: constant.name, note: `${constant.name} is ${number}.` },
    );
  });
}
