// @ts-check

const STOP_WORDS = new Set(
  ("a an the is are was were be been am of to in on at for from by with and or as it its this that these those do does did can " +
    "could should would will may might have has had how what why when where which who there here than then so if but i my me " +
    "we our you your he she they them their websocket websockets ws wss code codes vs versus mean means meaning get gets got " +
    "getting happen happens happening please help about after before while into some any").split(" "),
);
const IRREGULAR = new Map(
  Object.entries({
    lost: "lose", died: "die", dies: "die", dying: "die", dead: "die", sent: "send", broken: "break", broke: "break",
    gone: "go", went: "go", hung: "hang", threw: "throw", thrown: "throw", slept: "sleep", asleep: "sleep", shutting: "shut",
    sec: "second", secs: "second", s: "second", min: "minute", mins: "minute", hr: "hour", hrs: "hour", h: "hour",
    cannot: "not", cant: "not", dont: "not", didnt: "not", doesnt: "not", wont: "not", isnt: "not", wasnt: "not", no: "not",
    msg: "message", msgs: "message", conn: "connection", auth: "authentication", cert: "certificate", certs: "certificate",
    err: "error", srv: "server", ext: "extension", db: "database", bye: "bye", closed: "close", closure: "close",
  }),
);

/**
 * The words of a text, in their simplest form and without those that say nothing.
 * Scripts that put no space between words give pairs of letters.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  const plain = text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/web[\s_-]sockets?/g, "websocket")
    .replace(/\btimed?[\s-]outs?\b/g, "timeout")
    .replace(/\bre-(?=[a-z])/g, "re")
    .replace(/n't\b|['’]/g, (found) => (found.length > 1 ? " not" : ""))
    .replace(/(\d)([a-z])/g, "$1 $2");
  const words = plain.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+|[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => (/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(word) ? letterPairs(word) : simpleWord(word)));
}

/** @param {string} word */
function simpleWord(word) {
  return STOP_WORDS.has(word) ? [] : [stemOf(word)];
}

/** @param {string} word */
function letterPairs(word) {
  const letters = [...word];
  return letters.length === 1 ? letters : letters.slice(1).map((letter, i) => letters[i] + letter);
}

/**
 * An English word without its ending: connected, connecting and connection are one word.
 * @param {string} word  in lower case
 */
export function stemOf(word) {
  const known = IRREGULAR.get(word);
  if (known) return withoutEnding(known);
  return withoutEnding(word);
}

/** @param {string} word */
function withoutEnding(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  let stem = word.replace(/ies$/, "y").replace(/(ss|sh|ch|x)es$/, "$1").replace(/([^su])s$/, "$1");
  stem = stem.replace(/(?:isation|ization)$/, "ize").replace(/is(e|ed|ing|er)$/, "iz$1").replace(/our$/, "or");
  const cut = stem.replace(/(?:ation|ating|ated|ator|ate|ions?|ing|ed|ly|ment)$/, "");
  if (cut.length >= 3 && /[aeiouy]/.test(cut)) stem = cut;
  stem = stem.replace(/([bdfgklmnprt])\1$/, "$1");
  stem = stem.length > 5 ? stem.replace(/ure$/, "") : stem;
  return stem.length > 3 ? stem.replace(/e$/, "") : stem;
}
