/** @import { Program } from "./types.js" */

/**
 * Why a proxy's timer for idle connections does not fire by default: an end sends Pings more often than that.
 * @param {(Program | undefined)[]} ends
 * @param {Program | undefined} proxy
 * @returns {string} with its code marked; empty when it may fire
 */
export function pingedSooner(ends, proxy) {
  const idle = proxy?.idle;
  if (!idle) return "";
  for (const end of ends) {
    if (end?.pings && end.pings.every < idle.after) {
      return (
        `${end.name} sends a Ping every ${end.pings.every}\u00a0s, and ${proxy.name} waits ${idle.after}\u00a0s by default: ` +
        `unlikely unless Pings are off (\`${end.pings.setting}\`) or the timer is lower (\`${idle.setting}\`).`
      );
    }
  }
  return "";
}
