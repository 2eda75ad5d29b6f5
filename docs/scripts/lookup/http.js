// @ts-check

const TRUST = new Map([
  ["registered", 92],
  ["documented", 90],
  ["folk", 84],
]);

const STATUS = /(?:^|[^\d.:])([1-5]\d\d)(?!\d|[.:]\d| ?(?:ms|s|secs?|seconds?|mins?|minutes?|bytes?|[km]b)\b)/;
const COMPARES =
  /\bequivalen|\banalog|\bcounterpart|\bsimilar\b|\blike\b|\bsame as\b|\bversion of\b|\bcorrespond|\binstead of\b/;
const REFUSES = /\bhandshake|\brejected|\brefused|\bupgrade|\bunexpected|\bresponse|\b101\b/;

/**
 * What an HTTP status in a query leads to: the close codes that people compare with it (`equivalent of http 502`),
 * or, where it ended the opening handshake, 1006: before the 101 there is no close code, and scripts are told 1006.
 * Rests on WHATWG websockets, "feedback from the protocol".
 * @param {import("./types.js").Query} query
 * @param {import("./types.js").LookupIndex} index
 * @param {import("./catalogue.js").Catalogue} catalogue
 * @returns {import("./types.js").Finding[]}
 */
export function findHttpStatus(query, index, catalogue) {
  const status = Number(STATUS.exec(query.text)?.[1] ?? 0);
  if (!status) return [];
  if (COMPARES.test(query.text.slice(0, 200))) return analogues(status, 0, index, catalogue);
  if (REFUSES.test(query.text)) return [{ number: 1006, score: 76, why: `HTTP ${status} instead of a WebSocket` }];
  const short = query.text.split(" ").length <= 5;
  return short ? analogues(status, /\bhttp/.test(query.text) ? -4 : -12, index, catalogue) : [];
}

/**
 * @param {number} status
 * @param {number} more  added to each score
 * @param {import("./types.js").LookupIndex} index
 * @param {import("./catalogue.js").Catalogue} catalogue
 * @returns {import("./types.js").Finding[]}
 */
function analogues(status, more, index, catalogue) {
  const codes = index.codes.filter((code) => code.h?.[0] === status);
  const same = codes.map((code) => ({
    number: code.n,
    score: (TRUST.get(code.h?.[1] ?? "") ?? 80) + more,
    why: `compared with HTTP ${status}`,
  }));
  const shifted = catalogue.uses.has(4000 + status)
    ? [{ number: 4000 + status, score: 82 + more, why: `HTTP ${status} + 4000` }]
    : [];
  const own = index.ranges.findIndex((range) => range.f === 4000);
  return [
    ...same,
    ...shifted,
    ...(own >= 0 && more === 0 ? [{ range: own, score: 76, why: `no code is HTTP ${status} by rule` }] : []),
  ];
}
