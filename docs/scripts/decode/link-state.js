// @ts-check

const LONGEST_LINK = 2000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pending;

/** What the address asks for, such as `frame` or `code` and `reason`. @returns {URLSearchParams} */
export function linkState() {
  return new URLSearchParams(location.search);
}

/**
 * Put values into the address, in place of what stood there.  Empty ones are left out.
 * @param {Record<string, string>} values
 */
export function rememberInLink(values) {
  clearTimeout(pending); // browsers limit how often an address may change
  pending = setTimeout(() => {
    try {
      history.replaceState(null, "", `${location.pathname}${linkQuery(values)}${location.hash}`);
    } catch {
      // from file:// some browsers forbid it; the page works all the same
    }
  }, 250);
}

/**
 * The permanent address of the page with these values.
 * @param {Record<string, string>} values
 */
export function linkWith(values) {
  const canonical = document.querySelector("link[rel=canonical]");
  const page = canonical instanceof HTMLLinkElement ? canonical.href : location.href.split(/[?#]/)[0];
  return page + linkQuery(values);
}

/** @param {Record<string, string>} values */
function linkQuery(values) {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "")).toString();
  return query && query.length <= LONGEST_LINK ? `?${query}` : "";
}
