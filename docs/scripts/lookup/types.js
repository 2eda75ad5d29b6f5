/**
 * The shapes that the lookup passes around; nothing here runs.
 *
 * @typedef {object} Query
 * @property {string} raw      as typed, shortened when it is very long
 * @property {string} plain    on one line, without colours, odd spaces, odd quotes and full-width digits
 * @property {string} text     the same in lower case, letter for letter
 * @property {number[]} starts where each pasted line begins in `plain`
 * @property {"short" | "sentence" | "question" | "howTo" | "printed" | "long"} form  `printed` when a program wrote it
 * @property {Token[]} tokens  its words
 *
 * @typedef {object} Token
 * @property {string} word  in its simplest form: "closed" is "clos", "getrennt" is "disconnect"
 * @property {number} at    where it stands in the text
 * @property {number} end
 *
 * @typedef {object} Page
 * What is answered with: a page by one of `number`, `range`, `service`, `library`, `guide` and `path`.
 * @property {number} [number]
 * @property {number} [range]    place in the index
 * @property {number} [service]  place in the index; with `number`, what that service means by it
 * @property {number} [library]  place in the index
 * @property {number} [guide]    place in the index
 * @property {number} [section]  place in that guide, or none
 * @property {string} [path]     a page that only the query names, such as both ends filled in
 *
 * @typedef {object} Clue
 * What led to a finding, and what to show for it.
 * @property {Rule} rule       which entry of the table of confidences it rests on
 * @property {number} [share]  how much of that confidence it has, 0 to 1; 1 when it is left out
 * @property {string} why      in words
 * @property {string} [note]   a sentence that goes before the page's own
 * @property {string} [quote]  a text of the index that fits the query; its found words are marked
 * @property {number} [text]   place of the log text that was found
 * @property {[number, number]} [span]  where in `plain` it was found
 * @property {boolean} [sole]  nothing else was typed
 *
 * @typedef {Page & Clue} Finding
 *
 * @typedef {keyof typeof import("./confidence.js").CONFIDENCE} Rule
 * @typedef {typeof import("./confidence.js").SETTINGS} Settings
 *
 * @typedef {{text: string, marks: [number, number][]}} Excerpt  a text with the places in it that were found
 *
 * @typedef {object} Answer
 * @property {string} path     the page below the site's root: `1006/`, `4000-4999/?n=4321`, `guide/proxies/#deploys`
 * @property {string} title    what to print large
 * @property {string} line     the answer in one sentence
 * @property {string} why      what in the query led here
 * @property {string} verdict  half a line, such as `never on the wire · reconnect: yes, back off`; may be empty
 * @property {string} kind     code, number, range, service, library, guide or ends
 * @property {number} score    0 to 100; answers come best first
 * @property {string} rule     which entry of the table of confidences decided
 * @property {Excerpt} [excerpt]  the words that were found, where they stand on the page or in the paste
 * @property {number} [text]   place of the log text that was read; `lookup/explain.json` says what it means
 * @property {boolean} [relative]  stands below the service that it is a relative of
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
 * @property {1} [o]
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
 * @property {number[]} n
 * @property {[number, number, string, string][]} b
 * @property {number} p
 *
 * @typedef {[number, string, string, string]} ServiceRow  number, name, meaning, verdict tag
 *
 * @typedef {[string, number | null, number, string]} TextEntry  log text, number, place of the library, event
 *
 * @typedef {object} LibraryEntry
 * @property {string} i
 * @property {string} t
 * @property {string[]} a
 *
 * @typedef {[string, string, string[], string]} SectionEntry  anchor, heading, what people ask, purposes
 *
 * @typedef {object} GuideEntry
 * @property {string} p
 * @property {string} t
 * @property {string[]} k
 * @property {string} l
 * @property {SectionEntry[]} s
 *
 * @typedef {object} Language
 * @property {string} stop                   words that say nothing
 * @property {Record<string, string>} forms  word → its other forms and spellings, in any language
 *
 * @typedef {object} RankingTable
 * @property {number} step     what a weight of one adds
 * @property {Record<string, number>} base  a mark of an answer → its weight
 * @property {string[]} kinds  kinds of pages
 * @property {string} letters  digits: two of them are the place of a kind, one is a weight, with nought in the middle
 * @property {Record<string, string>} cues  what a query may have → digits in threes, a kind and its weight
 *
 * @typedef {object} LookupIndex
 * The content of `lookup.json`, its tables as rows; `hooks/closecodes/lookup/__init__.py` says what the keys stand for.
 * @property {{verdict: Record<string, string>}} about
 * @property {Language} language
 * @property {CodeEntry[]} codes
 * @property {RangeEntry[]} ranges
 * @property {ServiceEntry[]} services
 * @property {LibraryEntry[]} libraries
 * @property {[string, number, number, number][]} constants
 * @property {TextEntry[]} texts
 * @property {GuideEntry[]} guides
 * @property {RankingTable} ranking
 * @property {[number, [number, string][]][]} [timers]  seconds; places in `libraries`, each with its timer in words
 * @property {{clients: Record<string, string>, servers: Record<string, string>, proxies: Record<string, string>}} [bothEnds]  names → ids
 *
 * @typedef {Record<"libraries" | "services", [number, string[]][]>} Identifiers  places in the index, each with its names
 *
 * @typedef {Record<string, ServiceRow[]>} ServiceRows  place of a service in the index → its rows
 */
export {};
