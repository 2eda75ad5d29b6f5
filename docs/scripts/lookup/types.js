// @ts-check
/**
 * The shapes that the lookup passes around; nothing here runs.
 *
 * @typedef {object} Answer
 * @property {string} path     the page below the site's root: `1006/`, `4000-4999/?n=4321`, `services/okx/`
 * @property {string} title    what to print large
 * @property {string} line     the answer in one sentence
 * @property {string} why      what in the query led here
 * @property {string} verdict  half a line, such as `never on the wire · reconnect: yes, back off`; may be empty
 * @property {string} kind     code, number, range, service, library, guide or page
 * @property {number} score    0 to 100; answers come best first
 *
 * @typedef {object} Finding
 * What a stage found: a page by one of `number`, `range`, `service`, `library` and `guide`.
 * @property {number} score
 * @property {string} why
 * @property {number} [number]
 * @property {number} [range]    place in the index
 * @property {number} [service]  place in the index; with `number`, what that service means by it
 * @property {number} [library]  place in the index
 * @property {number} [guide]    place in the index
 * @property {string} [note]     a sentence that goes before the page's own
 *
 * @typedef {object} Query
 * @property {string} raw    as typed, shortened when it is very long
 * @property {string} plain  on one line, without colours, odd spaces, odd quotes and full-width digits
 * @property {string} text   the same in lower case
 *
 * @typedef {object} CodeEntry
 * @property {number} n
 * @property {string} t
 * @property {string} l
 * @property {string} v
 * @property {string[]} a
 * @property {string[]} s
 * @property {string[]} c
 * @property {string[]} w
 * @property {[number, string]} [h]
 *
 * @typedef {object} RangeEntry
 * @property {number} f
 * @property {number} z
 * @property {string} t
 * @property {string} l
 * @property {string} v
 * @property {string} u
 * @property {string} uv
 * @property {string[]} w
 *
 * @typedef {object} ServiceEntry
 * @property {string} i
 * @property {string} t
 * @property {string[]} a
 * @property {[number, string, string, string][]} c
 * @property {[number, number, string, string][]} b
 *
 * @typedef {object} LibraryEntry
 * @property {string} i
 * @property {string} t
 * @property {string[]} a
 *
 * @typedef {object} GuideEntry
 * @property {string} p
 * @property {string} t
 * @property {string[]} k
 * @property {string} l
 *
 * @typedef {object} LookupIndex
 * The content of `lookup.json`; `hooks/closecodes/lookup/__init__.py` says what the keys stand for.
 * @property {{verdict: Record<string, string>}} about
 * @property {CodeEntry[]} codes
 * @property {RangeEntry[]} ranges
 * @property {ServiceEntry[]} services
 * @property {LibraryEntry[]} libraries
 * @property {[string, number, number[]][]} constants
 * @property {[string, number | null, number][]} texts
 * @property {GuideEntry[]} guides
 */
export {};
