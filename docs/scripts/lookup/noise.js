const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const UNITS =
  "ns|us|µs|ms|msecs?|millis(?:econds)?|milliseconds?|s|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|" +
  "b|bytes?|kb|kib|mb|mib|gb|gib|octets?|chars?|characters?|px|percent|times|retries|attempts|tries|messages|msgs|" +
  "clients|connections|users|requests|rps|qps|rows|lines|hz";
// Words that own the number behind them, with or without `:` or `=` in between.
const OWNERS =
  "pid|tid|thread|process|ports?|lines?|col|column|offset|position|attempt|goroutine|issues?|pull|pr|errno|rfc|" +
  "version|release|build|opcode";
// Words that own a number only with `:` or `=`: people also type "rate limit 4008".
const FIELDS =
  "id|uid|user|seq|size|len|length|content-length|count|total|timeout|interval|latency|duration|elapsed|took|ttl|" +
  "delay|limit|max|min|retry|retries|row|job|worker|time|ts|timestamp|level|bytes|[a-z]{0,20}[_-](?:id|ms|port)|" +
  "(?:remote|local|server|client|peer|src|dst)_?port";
// Words that own only a short number: versions, HTTP statuses, exit statuses.
const SHORT_OWNERS =
  "chrome|firefox|safari|node|python|java|ios|android|http|ipv|signal|os error|" +
  "exit(?:ed)?(?: with)?(?: code| status)?|exit code|response code|response status|server response";

/** What looks like a number in logs and is not a close code.  No pattern looks further back than it has matched. */
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
  new RegExp(`\\b\\d+(?:[.,]\\d+)?[ -]?(?:${UNITS})\\b`, "g"),
  /\b\d+[mhd]\b|\b\d+ ?%/g,
  new RegExp(`\\b(?:${OWNERS})(?: number| no\\.?)?["']? ?[:=#/]? ?["']?#?\\d+`, "g"),
  new RegExp(`\\b(?:${FIELDS})["']? ?[:=] ?["']?#?\\d+`, "g"),
  new RegExp(`\\b(?:${SHORT_OWNERS})[ :=/]{0,2}\\(?\\d{1,3}\\b`, "g"),
  /(?<=[a-z0-9_.-])(?<!(?:closed?|closing|codes?|status|err|errors?|ws|websocket|socket))\[\d+\]/g,
  /errordomain[^a-z0-9]{0,4}(?:error |code ?)?[=: ]{0,2}-?\d+/g,
  /(?:\bgh-|#)\d+/g,
  /[$€£]\d[\d,.]*/g,
  /\b\d{1,3}(?:,\d{3}){2,}\b/g,
];

/**
 * The text with dates, times, addresses, ports, durations, sizes, versions, ids and HTTP statuses blanked out.
 * Every other character stays at its place.
 * @param {string} text  in lower case
 */
export function withoutNoise(text) {
  return NOISE.reduce((left, pattern) => left.replace(pattern, (found) => " ".repeat(found.length)), text);
}
