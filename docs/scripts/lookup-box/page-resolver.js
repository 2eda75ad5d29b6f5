import { createResolver } from "../lookup/resolver.js";
import { loadData, loadIndex } from "./data.js";

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
 * What services mean by their numbers, part by part.  What cannot be had is left out: the answers stand without it.
 * @param {Resolver} target
 * @param {number[]} parts
 */
export async function loadRows(target, parts) {
  const load = async (/** @type {number} */ part) => target.addRows(part, await loadData(`lookup/rows-${part}.json`));
  await Promise.allSettled(parts.map(load));
}
