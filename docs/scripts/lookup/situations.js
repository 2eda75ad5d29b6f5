/** @import {Finding, LookupIndex, Page, Query} from "./types.js" */
/** @import {Catalogue} from "./catalogue.js" */

const STATUS = /(?:^|[^\d.:])([1-5]\d\d)(?!\d|[.:]\d| ?(?:ms|s|secs?|seconds?|mins?|minutes?|bytes?|[km]b)\b)/;
const COMPARES =
  /\bequivalen|\banalog|\bcounterpart|\bsimilar\b|\blike\b|\bsame as\b|\bversion of\b|\bcorrespond|\binstead of\b/;
const REFUSES = /\bhandshake|\breject|\brefus|\bupgrade|\bunexpected|\bresponse|\b101\b|\bhttp|\bstatus code|\bgetstatus/;
const LONGEST_ASKED = 400;
const SHORTEST_TIMER = 5; // seconds; below it a duration says nothing about an idle timer
const LONGEST_TIMER = 90_000;
/** @type {Record<string, number>} */
const SECONDS = { ms: 0.001, second: 1, minut: 60, hour: 3600 };
const CLOSES = new Set(["clos", "disconnect", "drop", "timeout", "idl", "lost", "di", "kill", "alway", "exact", "every", "keepal", "cut", "end", "stop", "fail", "reset", "inact"]);

/**
 * What the asker wants to know where the words alone would mislead: an HTTP status, a duration, two ends that disagree.
 * Guides say in their front matter which of these a section answers (`for: http 401 403`).
 * @param {Query} query
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 * @returns {Finding[]}
 */
export function findSituations(query, index, catalogue) {
  return [...httpStatus(query, index, catalogue), ...duration(query, index), ...ends(query, index, catalogue)];
}

/**
 * A status that people compare with close codes, or one that refused the opening handshake: before the 101 there is
 * no close code, and scripts are told 1006 (WHATWG websockets, "feedback from the protocol").
 * @param {Query} query
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 * @returns {Finding[]}
 */
function httpStatus({ text, plain }, index, catalogue) {
  const status = Number(STATUS.exec(text)?.[1] ?? 0);
  if (!status || plain.length === 3) return [];
  if (COMPARES.test(text.slice(0, 200))) return analogues(status, index, catalogue);
  const refused = REFUSES.test(text);
  if (!refused && text.split(" ").length > 5) return [];
  const why = `HTTP ${status} instead of a WebSocket`;
  const share = refused ? 1 : 0.8;
  const own = sectionsFor("http", index).filter(({ words }) => words.includes(String(status)));
  const any = sectionsFor("http", index).filter(({ words }) => words.length === 1);
  const unopened = index.codes.filter((code) => code.w.includes("handshake failed")).map((code) => ({ number: code.n }));
  return [
    ...[...own, ...any].map(({ page }, i) => ({ ...page, rule: /** @type {const} */ ("httpStatus"), share: share - i * 0.02, why })),
    ...unopened.map((page) => ({ ...page, rule: /** @type {const} */ ("httpOther"), share, why })),
  ];
}

/**
 * @param {number} status
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 * @returns {Finding[]}
 */
function analogues(status, index, catalogue) {
  const same = index.codes.filter((code) => code.h?.[0] === status);
  const shifted = 4000 + status;
  const own = index.ranges.findIndex((range) => range.f <= shifted && shifted <= range.z);
  return [
    ...same.map((code) => ({
      number: code.n,
      rule: /** @type {const} */ ("httpAnalogue"),
      share: code.h?.[1] === "folk" ? 0.91 : 1,
      why: `compared with HTTP ${status}`,
    })),
    ...(catalogue.users.has(shifted)
      ? [{ number: shifted, rule: /** @type {const} */ ("httpAnalogue"), share: 0.89, why: `HTTP ${status} + 4000` }]
      : []),
    { range: own, rule: "httpAnalogue", share: 0.82, why: `no code is HTTP ${status} by rule` },
  ];
}

/**
 * "after exactly 60 s", "every 10 minutes", "1分": a timer that ran out.
 * @param {Query} query
 * @param {LookupIndex} index
 * @returns {Finding[]}
 */
function duration({ tokens, plain }, index) {
  if (plain.length > LONGEST_ASKED) return [];
  const at = tokens.findIndex(({ word }, i) => {
    const seconds = Number(word === "one" ? 1 : word) * (SECONDS[tokens[i + 1]?.word] ?? 0);
    return seconds >= SHORTEST_TIMER && seconds <= LONGEST_TIMER;
  });
  if (at < 0) return [];
  const closes = tokens.some(({ word }) => CLOSES.has(word));
  const why = `closed after ${plain.slice(tokens[at].at, tokens[at + 1].end)}`;
  return sectionsFor("duration", index).map(({ page }) => ({ ...page, rule: "duration", share: closes ? 1 : 0.8, why }));
}

/**
 * Two codes for one close: "server sends 4003, client sees 1006".
 * @param {Query} query
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 * @returns {Finding[]}
 */
function ends({ text }, index, catalogue) {
  const said = new Set([...text.matchAll(/\b[1-4]\d{3}\b/g)].map(([number]) => Number(number)));
  const codes = [...said].filter((number) => catalogue.codes.has(number) || catalogue.users.has(number));
  if (codes.length < 2 || !/\b(?:client|browser|server|chrome|firefox|safari|sees?|gets?|receives?|reports?|instead)\b/.test(text)) return [];
  const why = "two codes for one close";
  const path = bothEndsPath(text, index);
  if (path) return [{ path, rule: "bothEnds", why }];
  return sectionsFor("ends", index).map(({ page }) => ({ ...page, rule: "endsDisagree", why }));
}

/**
 * The page of both ends with the two programs filled in that a text names; empty when there is none.
 * @param {string} text
 * @param {LookupIndex} index
 */
function bothEndsPath(text, index) {
  const named = (/** @type {Record<string, string>} */ ids) => Object.keys(ids).find((name) => text.includes(name));
  const { clients = {}, servers = {} } = index.bothEnds ?? {};
  const [client, server] = [named(clients), named(servers)];
  return client && server ? `both-ends/?client=${clients[client]}&server=${servers[server]}` : "";
}

/**
 * The sections of guides that say they are for something.
 * @param {string} what
 * @param {LookupIndex} index
 * @returns {{page: Page, words: string[]}[]}
 */
export function sectionsFor(what, index) {
  return index.guides.flatMap((guide, place) =>
    guide.s.flatMap(([, , , , purposes], section) =>
      purposes
        .split(";")
        .map((purpose) => purpose.split(" "))
        .filter(([first]) => first === what)
        .map((words) => ({ page: { guide: place, section }, words })),
    ),
  );
}
