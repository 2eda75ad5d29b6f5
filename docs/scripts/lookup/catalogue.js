import { SETTINGS } from "./confidence.js";

/** @import {CodeEntry, Finding, LookupIndex, ServiceEntry, ServiceRow, ServiceRows} from "./types.js" */

/**
 * What is known of each number, and how sure each finding is.
 * @param {LookupIndex} index
 * @param {typeof SETTINGS} settings
 */
export function createCatalogue(index, settings = SETTINGS) {
  /** @type {Map<number, CodeEntry>} */
  const codes = new Map(index.codes.map((code) => [code.n, code]));
  /** @type {Map<number, number[]>} */
  const users = new Map();
  index.services.forEach(noteUser);

  /** @param {ServiceEntry} service @param {number} place */
  function noteUser(service, place) {
    for (const number of service.n) users.set(number, [...(users.get(number) ?? []), place]);
  }

  /** @type {ServiceRows} */
  const rows = {};
  return {
    codes,
    users,
    rows,
    settings,
    /** Services that have come, which follow the known ones. @param {ServiceEntry[]} services */
    addServices(services) {
      services.forEach((service) => noteUser(service, index.services.push(service) - 1));
    },
    rangeOf: (/** @type {number} */ n) => index.ranges.find((range) => range.f <= n && n <= range.z),
    /**
     * What a service means by a number; nothing while its rows have not come.
     * @param {number} service
     * @param {number} number
     * @returns {ServiceRow | undefined}
     */
    rowOf: (service, number) => rows[service]?.find((row) => row[0] === number),
    /**
     * How far a number is a close code that something is known of, 0 to 1.
     * @param {number} n
     */
    share(n) {
      if (codes.has(n)) return 1;
      if (users.has(n)) return n < 1000 || n >= 5000 ? 0.9 : 0.99;
      if (n >= 1000 && n < 5000) return 0.97;
      return n <= 65535 ? 0.9 : 0.8;
    },
    /**
     * 0 to 100.
     * @param {Finding} finding
     */
    confidence({ rule, share = 1 }) {
      const sure = /** @type {number | number[]} */ (settings.confidence[rule]);
      return typeof sure === "number" ? sure * share : sure[0] + (sure[1] - sure[0]) * share;
    },
  };
}

/** @typedef {ReturnType<typeof createCatalogue>} Catalogue */
