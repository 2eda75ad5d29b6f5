// Types only: what `both-ends.json` holds (hooks/closecodes/both_ends.py writes it), and what is made of it.

/**
 * A program at one end or a proxy: its id in addresses, what it is, the Pings that it sends by default, and of a
 * proxy the log texts that tell of an event and its timer for idle connections.  Times are in seconds.
 * @typedef {object} Program
 * @property {string} id
 * @property {string} name
 * @property {string} version
 * @property {string | null} library
 * @property {boolean} browser
 * @property {{every: number, setting: string} | null} [pings]
 * @property {{[event: string]: string[]}} [logs]
 * @property {{after: number, setting: string} | null} [idle]
 */

/**
 * An event: what happens, how to check it, and what each side can do.  `cause` is the address of a cause.
 * @typedef {object} EventEntry
 * @property {string} id
 * @property {string} label
 * @property {string} happens
 * @property {string} check
 * @property {{[side: string]: string}} fix
 * @property {"direct" | "proxy"} at
 * @property {boolean} codes
 * @property {boolean} browser
 * @property {boolean} later  an end that is told nothing within 8 s may be told later
 * @property {string | null} cause
 * @property {"client" | "server" | null} ends  whose process ends
 * @property {boolean} opens  whether there was a WebSocket at all
 */

/**
 * What one end is told: a number, `none`, `error`, `nothing`, `unknown`, or `same`, the code that was closed with.
 * @typedef {number | string} Told
 */

/**
 * One result: client, server, what travelled, how we know, what else each end shows, seconds, other outcomes seen.
 * @typedef {object} Result
 * @property {Told} client
 * @property {Told} server
 * @property {[source: string, what: string][]} steps
 * @property {"pair" | "alone" | "proxied"} evidence
 * @property {string} clientText
 * @property {string} serverText
 * @property {string} seconds
 * @property {string[]} others  other outcomes of the same event, when it is a race
 */

/**
 * `cells`: event, code and proxy (joined by `|`) to rows of result numbers, a row per client, two characters per server.
 * @typedef {object} Table
 * @property {Program[]} clients
 * @property {Program[]} servers
 * @property {Program[]} proxies
 * @property {EventEntry[]} events
 * @property {[first: number, last: number, tested: string][]} codes  which tested code speaks for a number
 * @property {Result[]} results
 * @property {{[key: string]: string[]}} cells
 * @property {{[key: string]: {[pair: string]: number}}} measured  results through a proxy that were measured
 */

/** @typedef {{client: string, proxy: string, server: string, event: string, code: string}} Choice */

export {};
