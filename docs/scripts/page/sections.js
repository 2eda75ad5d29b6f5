/** Mark in the table of contents the section that is being read. */
export function markSections() {
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".cc-toc a")]);
  const headings = links.flatMap((link) => document.getElementById(link.hash.slice(1)) ?? []);
  if (!headings.length) return;
  const mark = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    const current = `#${passed.at(-1)?.id}`;
    for (const link of links) {
      if (link.hash !== current) link.removeAttribute("aria-current");
      else if (!link.hasAttribute("aria-current")) show(link);
    }
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66%", threshold: [0, 1] });
  for (const heading of headings) observer.observe(heading);
}

/** Mark it, and bring it into view where the contents are a bar. @param {HTMLAnchorElement} link */
function show(link) {
  link.setAttribute("aria-current", "true");
  const bar = link.closest("nav");
  if (bar && bar.scrollWidth > bar.clientWidth) bar.scrollLeft = link.offsetLeft - bar.clientWidth / 3;
}
