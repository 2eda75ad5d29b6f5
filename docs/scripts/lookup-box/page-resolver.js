import { createResolver } from "../lookup/resolver.js";
import { loadData, loadIndex } from "../page/load-data.js";

/** @import {Resolver} from "../lookup/resolver.js" */

/** @type {Promise<Resolver> | undefined} */
let resolver;

/** The one resolver of the page, made on first use. @returns {Promise<Resolver>} */
export function loadResolver() {
  resolver ??= loadIndex().then((index) => createResolver(index));
  resolver.catch(() => (resolver = undefined)); // a later try may work
  return resolver;
}

/**
 * The parts of the index that a query needs.  What cannot be had is left out: the answers stand without it.
 * @param {Resolver} target
 * @param {string[]} parts
 */
export async function loadParts(target, parts) {
  const load = async (/** @type {string} */ part) => target.addPart(part, await loadData(`lookup/${part}.json`));
  await Promise.allSettled(parts.map(load));
}
