// @ts-check

/**
 * What to print for each page that can be found.
 * @param {import("./types.js").LookupIndex} index
 */
export function createCatalogue(index) {
  const codes = new Map(index.codes.map((code) => [code.n, code]));
  const uses = usesByNumber(index.services);
  const rangeOf = (/** @type {number} */ n) => index.ranges.find((range) => range.f <= n && n <= range.z);
  return {
    codes,
    uses,
    rangeOf,
    /** @param {number} n  how far a number is a close code that something is known of, 0 to 1 */
    share(n) {
      if (codes.has(n)) return 1;
      if (uses.has(n)) return n < 1000 || n >= 5000 ? 0.9 : 0.99;
      if (n >= 1000 && n < 5000) return 0.97;
      return n <= 65535 ? 0.9 : 0.8;
    },
  };
}

/** @typedef {ReturnType<typeof createCatalogue>} Catalogue */

/**
 * The services that use each number: place in the index, and its row there.
 * @param {import("./types.js").ServiceEntry[]} services
 */
function usesByNumber(services) {
  /** @type {Map<number, [number, import("./types.js").ServiceEntry["c"][number]][]>} */
  const uses = new Map();
  services.forEach((service, place) => {
    for (const row of service.c) {
      if (!uses.has(row[0])) uses.set(row[0], []);
      uses.get(row[0])?.push([place, row]);
    }
  });
  return uses;
}
