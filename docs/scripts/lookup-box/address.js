import { siteRoot } from "../page/lookup-start.js";

/**
 * The address of an answer's page from here.  Offline the page `1006/` is the file `1006.html`.
 * @param {string} path below the site's root, such as `1006/`, `4000-4999/?n=4321` or `guide/choosing/#table`
 * @returns {string}
 */
export function answerAddress(path) {
  if (!document.body.dataset.flat) return siteRoot() + path;
  const end = path.search(/[?#]/);
  const page = end < 0 ? path : path.slice(0, end);
  const rest = path.slice(page.length);
  const folder = /^(|services\/|libraries\/|guide\/)$/.test(page);
  return `${siteRoot()}${folder ? `${page}index.html` : page.replace(/\/$/, ".html")}${rest}`;
}
