// @ts-check

const WRITTEN_SPAN = /\b(\d{1,5}) ?(?:-|\.\.+|to|through|until|and|bis|–) ?(\d{1,5})\b/g;
const WRITTEN_CLASS = /\b([0-4]xxx|[1-4]\dxx|[0-4]000s)\b/g;

/**
 * Ranges that are asked for by their numbers: `4000-4999`, `3000 to 4999`, `4xxx`, `40xx`.
 * @param {import("./types.js").Query} query
 * @param {import("./types.js").RangeEntry[]} ranges
 * @returns {import("./types.js").Finding[]}
 */
export function findSpans(query, ranges) {
  const asked = [...writtenSpans(query.text), ...writtenClasses(query.text)];
  return asked.flatMap(([first, last, score]) =>
    ranges.flatMap((range, place) =>
      range.f <= last && first <= range.z
        ? [{ range: place, score: score - (range.f < first && range.z > last ? 1 : 0), why: "the range" }]
        : [],
    ),
  );
}

/**
 * @param {string} text
 * @returns {[number, number, number][]} first, last, score
 */
function writtenSpans(text) {
  return [...text.matchAll(WRITTEN_SPAN)].flatMap(([found, a, b]) => {
    const [first, last] = [Number(a), Number(b)];
    const even = first < last && (first % 100 === 0 || last % 100 === 99 || first === 1016 || last === 65535);
    return even && last >= 999 ? [[first, last, found.length === text.length ? 99 : 70]] : [];
  });
}

/**
 * @param {string} text
 * @returns {[number, number, number][]}
 */
function writtenClasses(text) {
  return [...text.matchAll(WRITTEN_CLASS)].map(([word]) => {
    const first = Number(word.replace(/s$/, "").replace(/x/g, "0"));
    const size = word.endsWith("xxx") || word.endsWith("s") ? 1000 : 100;
    return [first, first + size - 1, 80];
  });
}
