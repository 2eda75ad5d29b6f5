// @ts-check

const STOP_WORDS = new Set(
  ("a an the is are was were be been am of to in on at for from by with and or as it its this that these those do does did can " +
    "could should would will may might have has had how what why when where which who there here than then so if but i my me " +
    "we our you your he she they them their websocket websockets ws wss code codes vs versus mean means meaning get gets got " +
    "getting happen happens happening please help about after before while into some any").split(" "),
);
/** Forms that no ending explains, and short forms. */
const OTHER_FORMS = new Map(
  ("lost lose died die dies die dying die dead die sent send broken break broke break gone go went go hung hang threw throw " +
    "thrown throw slept sleep asleep sleep shutting shut sec second secs second s second min minute mins minute hr hour hrs hour " +
    "h hour cannot not cant not dont not didnt not doesnt not wont not isnt not wasnt not no not msg message msgs message " +
    "conn connection auth authentication cert certificate certs certificate err error srv server ext extension db database " +
    "closed close closure close timedout timeout").split(" ").reduce(pairUp, /** @type {[string, string][]} */ ([])),
);
const ASCII = /^[\u0000-\u007f]*$/;
const NO_SPACES = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
const ANY_WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+|[\p{L}\p{N}]+/gu;

/**
 * The words of a text, in their simplest form and without those that say nothing.
 * Scripts that put no space between words give pairs of letters.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  const ascii = ASCII.test(text);
  const plain = (ascii ? text.toLowerCase() : unaccented(text.toLowerCase()))
    .replace(/web[\s_-]sockets?/g, "websocket")
    .replace(/\btimed?[\s-]outs?\b/g, "timeout")
    .replace(/\bre-(?=[a-z])/g, "re")
    .replace(/n't\b/g, " not")
    .replace(/'/g, "")
    .replace(/(\d)([a-z])/g, "$1 $2");
  const words = plain.match(ascii ? /[a-z0-9]+/g : ANY_WORD) ?? [];
  return words.flatMap((word) => (!ascii && NO_SPACES.test(word) ? letterPairs(word) : STOP_WORDS.has(word) ? [] : stemOf(word)));
}

/**
 * An English word without its ending: connected, connecting and connection are one word.
 * @param {string} word  in lower case
 */
export function stemOf(word) {
  const base = OTHER_FORMS.get(word) ?? word;
  if (base.length < 4 || /\d/.test(base)) return base;
  let stem = base.replace(/ies$/, "y").replace(/(ss|sh|ch|x)es$/, "$1").replace(/([^su])s$/, "$1");
  stem = stem.replace(/(?:isation|ization)$/, "ize").replace(/is(e|ed|ing|er)$/, "iz$1").replace(/our$/, "or");
  const cut = stem.replace(/(?:ation|ating|ated|ator|ate|ions?|ing|ed|ly|ment)$/, "");
  if (cut.length >= 3 && /[aeiouy]/.test(cut)) stem = cut;
  stem = stem.replace(/([bdfgklmnprt])\1$/, "$1");
  stem = stem.length > 5 ? stem.replace(/ure$/, "") : stem;
  return stem.length > 3 ? stem.replace(/e$/, "") : stem;
}

/** @param {string} text */
function unaccented(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/’/g, "'");
}

/** @param {string} word */
function letterPairs(word) {
  const letters = [...word];
  return letters.length === 1 ? letters : letters.slice(1).map((letter, i) => letters[i] + letter);
}

/**
 * @param {[string, string][]} pairs
 * @param {string} word
 * @param {number} at
 */
function pairUp(pairs, word, at) {
  if (at % 2) pairs[pairs.length - 1][1] = word;
  else pairs.push([word, ""]);
  return pairs;
}
