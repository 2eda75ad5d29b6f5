import { loadScript, siteRoot } from "../page/lookup-start.js";
import { loadData } from "../page/load-data.js";

/** @import {Shown} from "./option.js" */

const PAUSE = 200; // ms without a key before the full text is searched

/** @type {Promise<(query: string) => Shown[]> | undefined} */
let fullText;
let lastAsked = 0;

/**
 * Pages whose text fits, best first.  Nothing when the reader types on, or when the full text cannot be had.
 * @param {string} query
 * @returns {Promise<Shown[]>}
 */
export async function fullTextAnswers(query) {
  const asked = ++lastAsked;
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  if (asked !== lastAsked) return [];
  try {
    fullText ??= loadFullText();
    return (await fullText)(query);
  } catch {
    fullText = undefined; // the answers above stay; a later query tries again
    return [];
  }
}

/** @returns {Promise<(query: string) => Shown[]>} */
async function loadFullText() {
  const [pages] = await Promise.all([
    loadData("pages.json"),
    loadScript(`${siteRoot()}assets/vendor/minisearch-7.2.0.js`),
  ]);
  const MiniSearch = /** @type {any} */ (globalThis).MiniSearch;
  const index = new MiniSearch({
    idField: "path",
    fields: ["title", "text"],
    storeFields: ["title", "line"],
    searchOptions: {
      boost: { title: 4 },
      prefix: true,
      fuzzy: (/** @type {string} */ term) => (term.length > 5 ? 0.15 : 0),
    },
  });
  await index.addAllAsync(pages, { chunkSize: 20 });
  return (query) => index.search(query.slice(0, 300)).slice(0, 8).map(foundPage);
}

/** @param {{id: string, title: string, line: string}} hit @returns {Shown} */
function foundPage(hit) {
  return { path: hit.id, title: hit.title, line: hit.line, why: "found in the text" };
}
