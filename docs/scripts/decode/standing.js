// @ts-check

/** @typedef {{text: string, section: string}} Fault  what is wrong, and the section of RFC 6455 that says so */

/**
 * Why a number may not be the code of a Close frame.
 * @param {number} code 0 to 65535
 * @returns {Fault | null} null when it may
 */
export function faultOfCode(code) {
  if (code < 1000) return { text: `${code} is not a close code: 0-999 are not used.`, section: "7.4.2" };
  if (code === 1004) return { text: "1004 is reserved and has no meaning yet.", section: "7.4.1" };
  if (code in LOCAL_CODES) return { text: `${code} must never be in a Close frame: ${LOCAL_CODES[code]}.`, section: "7.4.1" };
  if (code >= 1015 && code < 3000) {
    return { text: `${code} is not assigned: up to 2999 the protocol and its extensions define the codes.`, section: "7.4.2" };
  }
  if (code > 4999) return { text: `${code} is in no range that the RFC defines: the last ends at 4999.`, section: "5.5.1" };
  return null;
}

/** @type {Record<number, string>} */
const LOCAL_CODES = {
  1005: "it stands for a Close frame without a code",
  1006: "it stands for a connection that ended without one",
  1015: "it stands for a TLS handshake that failed",
};

/**
 * What to know about a code that a certain end sends.
 * @param {number} code
 * @param {Sender} sender
 * @returns {Fault | null}
 */
export function noteOnSender(code, sender) {
  if (code !== 1010 || sender !== "server") return null;
  return { text: "1010 is for clients. A server can refuse an extension in the opening handshake.", section: "7.4.1" };
}

/** @typedef {"unknown" | "server" | "client"} Sender */

/**
 * Whether a browser's `close()` takes a code, by the WHATWG WebSockets Standard.
 * @param {number} code
 */
export function browserMaySend(code) {
  return code === 1000 || (code >= 3000 && code <= 4999);
}
