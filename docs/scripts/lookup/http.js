// @ts-check

const TRUST = new Map([["registered", 92], ["documented", 90], ["folk", 84]]);

/**
 * Close codes that people compare with an HTTP status: `equivalent of http 502`.
 * @param {import("./types.js").Query} query
 * @param {import("./types.js").LookupIndex} index
 * @param {import("./catalogue.js").Catalogue} catalogue
 * @returns {import("./types.js").Finding[]}
 */
export function findHttpAnalogues(query, index, catalogue) {
  const text = query.text.slice(0, 200);
  if (!/\bhttps?\b|\bequivalen|\banalog|\bsimilar\b|\blike\b|\bcounterpart|\bsame as\b|\bstatus\b/.test(text)) return [];
  const status = Number(/(?:^|[^\d.:])([1-5]\d\d)(?![\d.:]\d|\d)/.exec(text)?.[1] ?? 0);
  if (!status) return [];
  const asked = /\bhttps?\b|\bequivalen|\banalog|\bcounterpart/.test(text) ? 0 : -20;
  const codes = index.codes.filter((code) => code.h?.[0] === status);
  const same = codes.map((code) => ({ number: code.n, score: (TRUST.get(code.h?.[1] ?? "") ?? 80) + asked, why: `HTTP ${status}` }));
  const shifted = catalogue.uses.has(4000 + status) ? [{ number: 4000 + status, score: 78 + asked, why: `HTTP ${status} + 4000` }] : [];
  const own = index.ranges.findIndex((range) => range.f === 4000);
  return [...same, ...shifted, ...(own >= 0 ? [{ range: own, score: 70 + asked, why: `no code is HTTP ${status} by rule` }] : [])];
}
