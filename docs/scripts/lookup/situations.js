import { stemOf } from "./language.js";

/** @import {Finding, LibraryEntry, LookupIndex, Page, Query} from "./types.js" */
/** @import {Catalogue} from "./catalogue.js" */
/** @typedef {{id: string, at: number}} Named  a program by its id, empty for its kind, and where it stands */

const STATUS = /(?:^|[^\d.:])(101|[2-5]\d\d)(?![\d:]|\.\d| ?(?:ms|s|secs?|seconds?|mins?|minutes?|bytes?|[km]b)\b)/;
const STATUS_IN_TEXT = /[^\d.,:|-]([2-5]\d\d)(?![\d:-]|\.\d| ?(?:ms|s|bytes?|バイト)\b)/g;
const SAYS_STATUS =
  /\b(?:http|status|responses?|responded|returns?|returned|returning|rejected|upgrade|handshake|getstatus|server response)/;
const HTTP_VERSION = /http\/\d(?:\.\d)?/;
/** How far a status may stand behind the word that says what it is. */
const NEAR = 32;
const PHRASED_STATUS =
  /\b([2-5]\d\d)\W{1,3}(?:ok\b|moved|found|bad request|unauthorized|forbidden|not found|upgrade required|too many|internal server|bad gateway|service unav|gateway time)/;
const COMPARES =
  /\bequivalen|\banalog|\bcounterpart|\bsimilar\b|\blike\b|\bsame as\b|\bversion of\b|\bcorrespond|\binstead of\b/;
const ENDS = /\b(?:client|browser|server|chrome|firefox|safari|sees?|gets?|receives?|reports?|instead)\b/;
const CLIENT = /\b(?:client|browser)/;
const BROWSER = /\bbrowser/;
const SERVER = /\b(?:server|backend)/;
const NOTHING = /(?!)/;
const LONGEST_ASKED = 400;
const SHORTEST_TIMER = 8; // seconds; below it a duration says nothing about an idle timer
const LONGEST_TIMER = 90_000;
const MOST_SUSPECTS = 3;
/** So few words with a duration in them ask about a timer: "350 seconds", "nginx 60 s". */
const MOST_BESIDE_TIMER = 4;
/** @type {Map<string, number>} */
const SECONDS = new Map(
  Object.entries({ ms: 0.001, second: 1, minute: 60, hour: 3600 }).map(([unit, long]) => [stemOf(unit), long]),
);
/** Words that tell of a timer; without one of them a duration is only a duration. */
const CLOSES = new Set(
  (
    "close disconnect drop timeout idle lose die kill always exact every keepalive cut end stop fail reset break restart " +
    "inactive send last terminate shut expire gone reconnect limit automatic down max maximum duration lifetime"
  )
    .split(" ")
    .map(stemOf),
);

/**
 * What the asker wants to know where the words alone would mislead: an HTTP status, a duration, two ends that disagree.
 * Guides say in their front matter which of these a section answers (`for: http 401 403`).
 * @param {Query} query
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 * @param {Finding[]} earlier  what other stages found
 * @returns {Finding[]}
 */
export function findSituations(query, index, catalogue, earlier) {
  return [...httpStatus(query, index, catalogue), ...duration(query, index), ...ends(query, index, catalogue, earlier)];
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
  const first = Number(STATUS.exec(text)?.[1] ?? 0);
  if (first && COMPARES.test(text.slice(0, 200))) return analogues(first, index, catalogue);
  const refused = saidStatus(text) ?? PHRASED_STATUS.exec(text)?.[1];
  const status = Number(refused ?? (text.split(" ").length <= 5 ? first : 0));
  if (!status || plain.length === 3) return [];
  const why = `HTTP ${status} instead of a WebSocket`;
  const share = refused ? 1 : 0.8;
  const own = sectionsFor("http", index).filter(({ words }) => words.includes(String(status)));
  const rest = sectionsFor("http", index).filter(({ words }) => words.length === 1);
  const unopened = index.codes
    .filter((code) => code.w.includes("handshake failed"))
    .map((code) => ({ number: code.n }));
  return [
    ...own.map(({ page }) => ({ ...page, rule: /** @type {const} */ ("httpStatusNamed"), share, why })),
    ...rest.map(({ page }) => ({ ...page, rule: /** @type {const} */ ("httpStatus"), share, why })),
    ...unopened.map((page) => ({ ...page, rule: /** @type {const} */ ("httpOther"), share, why })),
  ];
}

/**
 * The first status that stands behind a word which says that it is one, with no other number between them.
 * @param {string} text
 */
function saidStatus(text) {
  for (const found of text.matchAll(STATUS_IN_TEXT)) {
    const before = text.slice(Math.max(0, found.index - NEAR), found.index + 1).replace(HTTP_VERSION, "http");
    if (SAYS_STATUS.test(before.split(/[\d|]/).at(-1) ?? "")) return found[1];
  }
  return undefined;
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
function duration(query, index) {
  const { tokens, plain } = query;
  if (plain.length > LONGEST_ASKED) return [];
  const closes = tokens.length <= MOST_BESIDE_TIMER || tokens.some(({ word }) => CLOSES.has(word));
  const unit = tokens.findIndex(
    ({ word }, i) => SECONDS.has(word) && isTimer(tokens[i - 1]?.word, SECONDS.get(word) ?? 0),
  );
  if (unit < 0 || !closes) return [];
  const from = tokens[unit - 1] && isNumber(tokens[unit - 1].word) ? unit - 1 : unit;
  const why = `closed after ${plain.slice(tokens[from].at, tokens[unit].end)}`;
  const share = from < unit ? 1 : 0.95;
  const sections = sectionsFor("duration", index).map(({ page }) => ({
    ...page,
    rule: /** @type {const} */ ("duration"),
    share,
    why,
  }));
  return [...sections, ...suspects(query, unit, index)];
}

/**
 * The platforms whose timer is just so long: those that are named, or all when few are: "350 seconds" tells one, 60
 * seconds half a dozen.
 * @param {Query} query
 * @param {number} unit  place of the unit
 * @param {LookupIndex} index
 * @returns {Finding[]}
 */
function suspects({ tokens, text }, unit, index) {
  const seconds = secondsOf(tokens[unit - 1]?.word, SECONDS.get(tokens[unit].word) ?? 0);
  const rows = index.timers?.find(([after]) => after === seconds)?.[1] ?? [];
  const named = rows.filter(([library]) => isLibraryNamed(index.libraries[library], text));
  const shown = named.length || rows.length > MOST_SUSPECTS ? named : rows;
  const rule = named.length ? "durationOfNamed" : "durationOf";
  return shown.map(([library, note]) => ({ library, rule, note, why: "closes after just this time by default" }));
}

/** @param {LibraryEntry} library @param {string} text */
function isLibraryNamed({ t, a }, text) {
  return [t, ...a].some((name) => ` ${text} `.includes(` ${name.toLowerCase()} `));
}

/** @param {string} word */
function isNumber(word) {
  return word === "one" || /^\d{1,9}$/.test(word);
}

/**
 * @param {string | undefined} word  before the unit
 * @param {number} long  the unit in seconds
 */
function secondsOf(word, long) {
  return (word === "one" ? 1 : Number(word)) * long;
}

/**
 * Whether so many of a unit can be an idle timer; "a few minutes" can be one.
 * @param {string | undefined} word  before the unit
 * @param {number} long  the unit in seconds
 */
function isTimer(word, long) {
  if (word === undefined || !isNumber(word)) return long >= 60;
  const seconds = secondsOf(word, long);
  return seconds >= SHORTEST_TIMER && seconds <= LONGEST_TIMER;
}

/**
 * Two codes for one close: "server sends 4003, client sees 1006"; or the two programs that may disagree, of which
 * a log text may name one.
 * @param {Query} query
 * @param {LookupIndex} index
 * @param {Catalogue} catalogue
 * @param {Finding[]} earlier  what other stages found
 * @returns {Finding[]}
 */
function ends({ text, form }, index, catalogue, earlier) {
  if (text.length > LONGEST_ASKED) return [];
  const codes = [...text.matchAll(/\b[1-4]\d{3}\b/g)]
    .map((match) => ({ number: match[0], at: match.index ?? 0 }))
    .filter(({ number }) => catalogue.codes.has(Number(number)) || catalogue.users.has(Number(number)));
  const several = new Set(codes.map(({ number }) => number)).size > 1;
  const { clients = {}, servers = {}, proxies = {} } = index.bothEnds ?? {};
  const { client, server } = programsIn(text, clients, servers, loggedBy(earlier, servers, index));
  /** @type {Finding[]} */
  const found = several && ENDS.test(text) ? disagreeing(index) : [];
  const programs = Boolean(server?.id && (client?.id || BROWSER.test(text)));
  if (!client || !server || (!programs && !several) || (form === "printed" && !several)) return found;
  const address = new URLSearchParams();
  const proxy = namedIn(text, proxies, NOTHING);
  if (programs && client.id) address.set("client", client.id);
  if (proxy) address.set("proxy", proxy.id);
  if (programs) address.set("server", server.id);
  const single = programs && !several && codes.length > 0;
  if (single) {
    const far = (/** @type {{at: number}} */ end) => Math.abs(end.at - codes[0].at);
    address.set(far(server) < far(client) ? "server-sees" : "client-sees", codes[0].number);
  } else if (several) {
    const [first, second] = client.at < server.at ? [client, server] : [server, client];
    const nearest = (/** @type {number} */ from, /** @type {number} */ to) =>
      codes.find(({ at }) => at > from && at < to)?.number;
    const [one, other] = [nearest(first.at, second.at), nearest(second.at, Infinity)];
    const [seen, told] = first === client ? [one, other] : [other, one];
    if (seen && told) (address.set("client-sees", seen), address.set("server-sees", told));
    else if (!programs) return found;
  }
  const rule = programs && codes.length > 0 ? "bothEnds" : "bothEndsLikely";
  const named = [client, proxy, server].flatMap((one) => one?.id || []);
  const note = named.length ? `${named.join(", ")}:` : "";
  const why = programs ? "the two programs" : "what each end saw";
  return [{ path: `both-ends/?${address}`, rule, why, note }, ...found];
}

/**
 * The two programs that a text names.  A program that is both is the server where a browser is spoken of.
 * @param {string} text
 * @param {Record<string, string>} clients
 * @param {Record<string, string>} servers
 * @param {Named | undefined} logged  the server that a log text names
 */
function programsIn(text, clients, servers, logged) {
  const client = namedIn(text, clients, CLIENT);
  const server = logged ?? namedIn(text, servers, SERVER, client?.at);
  const browser = text.search(BROWSER);
  const both = browser >= 0 && !server?.id ? namedIn(text, servers, NOTHING) : undefined;
  if (both) return { client: { id: "", at: browser }, server: both };
  return client?.id && client.id === logged?.id ? { client: namedIn(text, {}, CLIENT), server } : { client, server };
}

/**
 * The server whose log text stands in the query, when it is the text of one library alone.
 * @param {Finding[]} earlier
 * @param {Record<string, string>} servers
 * @param {LookupIndex} index
 * @returns {Named | undefined}
 */
function loggedBy(earlier, servers, index) {
  const found = earlier.filter(({ text }) => text !== undefined);
  const ids = new Set(found.map(({ text = 0 }) => servers[index.libraries[index.texts[text][2]]?.t.toLowerCase()]));
  const [id] = ids;
  return id && ids.size === 1 ? { id, at: found[0].span?.[0] ?? 0 } : undefined;
}

/** @param {LookupIndex} index @returns {Finding[]} */
function disagreeing(index) {
  return sectionsFor("ends", index).map(({ page }) => ({
    ...page,
    rule: "endsDisagree",
    why: "two codes for one close",
  }));
}

/**
 * The program of one end that a text names as a whole word, or else the word for that end; `ws://` names none.
 * @param {string} text
 * @param {Record<string, string>} ids  by name, the longest first
 * @param {RegExp} words
 * @param {number} [taken]  where the other end is named
 * @returns {Named | undefined}
 */
function namedIn(text, ids, words, taken) {
  for (const [name, id] of Object.entries(ids)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const alone = !/[\w-]/.test(text[at - 1] ?? "") && !/[\w:-]/.test(text[at + name.length] ?? "");
      if (alone && at !== taken) return { id, at };
    }
  }
  const at = text.search(words);
  return at < 0 ? undefined : { id: "", at };
}

/**
 * The sections of guides that say they are for something.
 * @param {string} what
 * @param {LookupIndex} index
 * @returns {{page: Page, words: string[]}[]}
 */
export function sectionsFor(what, index) {
  return index.guides.flatMap((guide, place) =>
    guide.s.flatMap(([, , , purposes], section) =>
      purposes
        .split(";")
        .map((purpose) => purpose.split(" "))
        .filter(([first]) => first === what)
        .map((words) => ({ page: { guide: place, section }, words })),
    ),
  );
}
