/** @import { Program } from "./types.js" */
/** @import { Digests } from "../stack/types.js" */
import { element } from "../page/elements.js";

/**
 * When a program by itself closes with the code that the other end shows: a timer, a shutdown, a limit.
 * @param {Digests} digests
 * @param {[program: Program, shown: string][]} ends  each with what the other end shows
 * @returns {HTMLElement[]} list items
 */
export function ownClosings(digests, ends) {
  return ends.flatMap(([program, shown]) => {
    const sends = digests[program.library ?? ""]?.sends[shown] ?? [];
    return sends.map((when) => element("li", "", element("b", "", `${program.name}, ${shown}: `), when));
  });
}
