import { loadScript, siteRoot } from "./lookup-start.js";

/** @type {Map<string, Promise<any>>} */
const loadedData = new Map();

/**
 * A data file of the site, once.  In the offline bundle, where nothing can be fetched, its twin `.js` calls back.
 * @param {string} name such as `lookup.json`
 * @returns {Promise<any>}
 */
export function loadData(name) {
  const known = loadedData.get(name);
  if (known) return known;
  const loading = document.body.dataset.flat ? loadFromFile(name) : fetchData(name);
  loadedData.set(name, loading);
  loading.catch(() => loadedData.delete(name)); // a later try may work
  return loading;
}

/** The lookup's index. @returns {Promise<any>} */
export function loadIndex() {
  return loadData("lookup.json");
}

/** @param {string} name @returns {Promise<any>} */
async function fetchData(name) {
  const response = await fetch(siteRoot() + name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}

/** @param {string} name @returns {Promise<any>} */
async function loadFromFile(name) {
  await loadScript(`${siteRoot()}${name}.js`);
  return /** @type {any} */ (globalThis).closeCodesData[name];
}
