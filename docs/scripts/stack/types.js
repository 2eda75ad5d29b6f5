// Types only: what `stack.json` holds (hooks/closecodes/stack.py writes it).

/**
 * What is known of a library; all but the name and the timers by close code.
 * @typedef {object} Digest
 * @property {string} name
 * @property {{[code: string]: string}} constants
 * @property {{[code: string]: string}} told  what it reports where the code stands for an event
 * @property {{[code: string]: string[]}} sends  when it sends the code by itself
 * @property {{[code: string]: string[]}} texts  log texts
 * @property {{every: number, timeout: number | null, defaultOn: boolean, roles: string[], setting: string} | null} pings  seconds
 * @property {{after: number, setting: string} | null} idle  a proxy's timer, seconds
 */

/** @typedef {{[library: string]: Digest}} Digests */

/** @typedef {import("../both-ends/types.js").Program} Program */

/**
 * The chosen programs with what is known of them.
 * @typedef {{program: Program, role: "client" | "proxy" | "server", digest: Digest | undefined}} Part
 */

export {};
