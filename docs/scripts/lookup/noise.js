const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const words = (/** @type {string} */ text) => new Set(text.split("|"));

// Spelled out, not folded into patterns: a set is asked at once, however many words it holds.
const UNITS = words(
  "ns|us|µs|ms|msec|msecs|millis|milliseconds|millisecond|s|sec|secs|second|seconds|min|mins|" +
    "minute|minutes|hr|hrs|hour|hours|day|days|b|byte|bytes|kb|kib|mb|mib|gb|gib|octet|octets|char|chars|character|" +
    "characters|px|percent|times|retries|attempts|tries|messages|msgs|clients|connections|users|requests|rps|qps|" +
    "rows|lines|hz",
);
// Words that own the number behind them, with or without `:` or `=` in between.
const OWNERS = words(
  "pid|tid|thread|process|port|ports|line|lines|col|column|offset|position|attempt|goroutine|issue|issues|pull|pr|" +
    "errno|rfc|version|release|build|opcode",
);
// Words that own a number only with `:` or `=`: people also type "rate limit 4008".
const FIELDS = words(
  "id|uid|user|seq|size|len|length|count|total|timeout|interval|latency|duration|elapsed|took|ttl|delay|limit|max|" +
    "min|retry|retries|row|job|worker|time|ts|timestamp|level|bytes|remoteport|localport|serverport|clientport|" +
    "peerport|srcport|dstport",
);
// Words that own only a short number: versions, HTTP statuses, exit statuses.
const SHORT_OWNERS =
  "chrome|firefox|safari|node|python|java|ios|android|http|ipv|signal|os error|" +
  "exit(?:ed)?(?: with)?(?: code| status)?|exit code|response code|response status|server response";
// A number in brackets behind one of these is a code: `error[1006]`.
const BEFORE_CODES = "close|closed|closing|code|codes|status|err|error|errors|ws|websocket|socket".split("|");

/**
 * What looks like a number in logs and is not a close code.  No pattern looks further back than it has matched.  Where
 * there is `counts`, it says whether a match is one, by the match's only group and by what stands before it.
 * @type {(RegExp | {pattern: RegExp, counts: (word: string, before: string) => boolean})[]}
 */
const NOISE = [
  /\b(?:wss?|https?|file):\/\/[^\s"'<>)]+/g,
  /\b\d{4}[-/.]\d\d[-/.]\d\d(?:[t ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?)?(?:z\b| ?[+-]\d\d:?\d\d\b)?/g,
  /\b\d\d?[-/.]\d\d?[-/.]\d{4}\b/g,
  new RegExp(`\\b\\d\\d?[ /-](?:${MONTHS})[a-z]{0,6}[ /-]\\d{4}(?::\\d\\d){0,3}\\b`, "g"),
  new RegExp(`\\b(?:${MONTHS})[a-z]{0,6}\\.? \\d\\d?(?:,? \\d{4}\\b)?(?!\\d)`, "g"),
  /\b\d\d?:\d\d(?::\d\d)?(?:[.,]\d+)?(?: ?[ap]m\b)?(?: (?:19|20)\d\d\b)?/g,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?:\/\d+)?\b/g,
  /\[[0-9a-f]*:[0-9a-f:]+\](?::\d+)?/g,
  /(?:\blocalhost|\.[a-z]{2,12}):\d{2,5}(?!\d)/g,
  /\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|rb|php|cs|cpp|cc|c|h|swift|dart|ex|erl|lua|html?):\d+(?::\d+)?/g,
  /\/\d+(?:\.\d+)+/g,
  /\bv\d+(?:\.\d+)*\b/g,
  /\b\d+\.\d+(?:\.\d+)*\b/g,
  /\b1[5-9]\d{8}(?:\d{3}|\d{6}|\d{9})?\b/g,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
  { pattern: /\b\d+(?:[.,]\d+)?[ -]?(µs|[a-z]+)\b/g, counts: (word) => UNITS.has(word) },
  /\b\d+[mhd]\b|\b\d+ ?%/g,
  { pattern: /\b([a-z]+)(?: number| no\.?)?["']? ?[:=#/]? ?["']?#?\d+/g, counts: (word) => OWNERS.has(word) },
  /\b(?:content-length|[a-z]{0,20}[_-](?:id|ms|port))["']? ?[:=] ?["']?#?\d+/g,
  { pattern: /\b([a-z]+)["']? ?[:=] ?["']?#?\d+/g, counts: (word) => FIELDS.has(word) },
  new RegExp(`\\b(?:${SHORT_OWNERS})[ :=/]{0,2}\\(?\\d{1,3}\\b`, "g"),
  { pattern: /(\[\d+\])/g, counts: (_, before) => isIndexed(before) },
  /errordomain[^a-z0-9]{0,4}(?:error |code ?)?[=: ]{0,2}-?\d+/g,
  /(?:\bgh-|#)\d+/g,
  /[$€£]\d[\d,.]*/g,
  /\b\d{1,3}(?:,\d{3}){2,}\b/g,
];

/** Whether a number in brackets is an index, as in `app[1006]`, by what stands before it. @param {string} before */
function isIndexed(before) {
  return /[a-z0-9_.-]/.test(before.slice(-1)) && !BEFORE_CODES.some((word) => before.endsWith(word));
}

/**
 * The text with dates, times, addresses, ports, durations, sizes, versions, ids and HTTP statuses blanked out.
 * Every other character stays at its place.
 * @param {string} text  in lower case
 */
export function withoutNoise(text) {
  return NOISE.reduce((left, noise) => {
    if (noise instanceof RegExp) return left.replace(noise, blank);
    const { pattern, counts } = noise;
    return left.replace(pattern, (found, word, at, all) => (counts(word, all.slice(0, at)) ? blank(found) : found));
  }, text);
}

/** @param {string} found */
function blank(found) {
  return " ".repeat(found.length);
}
