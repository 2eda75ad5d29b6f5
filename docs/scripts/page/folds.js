/** Open what an address points into: the folded parts around its target, and those of the cause or section it names. */
export function setUpFolds() {
  window.addEventListener("hashchange", unfoldTarget);
  unfoldTarget();
}

/** Open the folds of the address's target, and scroll there again, since what opens moves the page. */
function unfoldTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (!target || !target.closest("article")) return;
  const folds = [...foldsAround(target), ...foldsOf(target)];
  const closed = folds.filter((fold) => !fold.open);
  for (const fold of closed) fold.open = true;
  if (closed.length) target.scrollIntoView();
}

/** @param {Element} target @returns {HTMLDetailsElement[]} */
function foldsAround(target) {
  const fold = target.closest("details");
  return fold ? [fold, ...(fold.parentElement ? foldsAround(fold.parentElement) : [])] : [];
}

/** The first fold below a heading that leads a section, or the fold of a cause. @param {Element} heading @returns {HTMLDetailsElement[]} */
function foldsOf(heading) {
  if (!/^H[23]$/.test(heading.tagName)) return [];
  for (
    let next = heading.nextElementSibling;
    next && next.tagName !== heading.tagName;
    next = next.nextElementSibling
  ) {
    if (next instanceof HTMLDetailsElement) return [next];
    if (next.tagName === "OL") return []; // causes have folds of their own
  }
  return [];
}
