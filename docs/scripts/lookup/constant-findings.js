// @ts-check

/**
 * What the constants in a query lead to.
 * @param {{constant: import("./constants.js").Constant, score: number}[]} found
 * @param {import("./numbers.js").FoundNumber[]} numbers  may say which is meant: `CloseCode::Bad(1004)`
 * @param {import("./catalogue.js").Catalogue} catalogue
 * @param {import("./types.js").LookupIndex} index
 * @returns {import("./types.js").Finding[]}
 */
export function constantFindings(found, numbers, catalogue, index) {
  return found.flatMap(({ constant, score }, i) => {
    const own = score - i * 0.05;
    const range = commonRange(constant, catalogue);
    const inside = range && numbers.find(({ value }) => range.f <= value && value <= range.z);
    if (inside) return [{ number: inside.value, score: own, why: constant.name }];
    if (range) return [{ range: index.ranges.indexOf(range), score: own, why: constant.name }];
    const said = constant.numbers.filter((number) => numbers.some(({ value }) => value === number));
    return (said.length ? said : constant.numbers).map((number) => oneConstant(constant, number, own));
  });
}

/**
 * A name for many numbers that all lie in one range means the range, such as `CloseCode::Iana`.
 * @param {import("./constants.js").Constant} constant
 * @param {import("./catalogue.js").Catalogue} catalogue
 */
function commonRange(constant, catalogue) {
  const ranges = new Set(constant.numbers.map((number) => catalogue.rangeOf(number)));
  const [range] = ranges;
  const own = constant.numbers.every((number) => number >= 3000 || !catalogue.codes.has(number));
  return constant.family && ranges.size === 1 && own ? (range ?? null) : null;
}

/**
 * @param {import("./constants.js").Constant} constant
 * @param {number} number
 * @param {number} score
 * @returns {import("./types.js").Finding}
 */
function oneConstant({ name, libraries }, number, score) {
  if (number >= 0 && number <= 65535) return { number, score, why: name };
  return { library: libraries[0], score, why: name, note: `${name} is ${number}.` };
}
