// @ts-check

const SHOWN_USERS = 5;

/**
 * What services mean by the numbers of a query: those that the query names first, and for a private number
 * typed alone those that use it.
 * @param {import("./numbers.js").FoundNumber[]} numbers
 * @param {import("./types.js").Finding[]} named  services that the words of the query name
 * @param {import("./types.js").LookupIndex} index
 * @param {import("./catalogue.js").Catalogue} catalogue
 * @returns {import("./types.js").Finding[]}
 */
export function findServiceMeanings(numbers, named, index, catalogue) {
  return numbers.slice(0, 4).flatMap((number) => {
    const uses = catalogue.uses.get(number.value) ?? [];
    const meant = named.flatMap((finding) => meaningAt(number, finding, uses, index));
    return meant.length || !number.sole || catalogue.codes.has(number.value) ? meant : users(uses);
  });
}

/**
 * @param {import("./numbers.js").FoundNumber} number
 * @param {import("./types.js").Finding} finding
 * @param {[number, unknown][]} uses
 * @param {import("./types.js").LookupIndex} index
 * @returns {import("./types.js").Finding[]}
 */
function meaningAt(number, finding, uses, index) {
  const place = finding.service ?? -1;
  const service = index.services[place];
  const why = service.t;
  if (uses.some(([user]) => user === place)) {
    return [
      {
        number: number.value,
        service: place,
        score: Math.min(99, Math.max(number.score, 94) + finding.score / 25),
        why,
      },
    ];
  }
  const band = service.b.find(([first, last]) => first <= number.value && number.value <= last);
  const meant = band
    ? [
        {
          number: number.value,
          score: Math.min(99, Math.max(number.score, 94) + finding.score / 25),
          why,
          note: `${why}, ${band[0]}-${band[1]}: ${band[2]}.`,
        },
      ]
    : [];
  return [...meant, { service: place, score: number.score - 20 + finding.score / 25, why }];
}

/**
 * A service named without a number: the range in which most of its codes lie answers next.
 * @param {import("./types.js").Finding[]} named
 * @param {import("./types.js").LookupIndex} index
 * @returns {import("./types.js").Finding[]}
 */
export function findHomeRange(named, index) {
  const best = named.reduce((a, b) => (b.score > (a?.score ?? 0) ? b : a), named[0]);
  const codes = best ? index.services[best.service ?? 0].c : [];
  const counts = index.ranges.map((range) => codes.filter(([number]) => range.f <= number && number <= range.z).length);
  const most = Math.max(...counts);
  if (most < 2) return [];
  return [
    {
      range: counts.indexOf(most),
      score: best.score - 1,
      why: `where most codes of ${index.services[best.service ?? 0].t} are`,
    },
  ];
}

/**
 * @param {[number, unknown[]][]} uses
 * @returns {import("./types.js").Finding[]}
 */
function users(uses) {
  return uses
    .slice(0, SHOWN_USERS)
    .map(([place, row], i) => ({ service: place, score: 72 - i, why: `uses ${row[0]}`, note: `${row[1] || row[2]}.` }));
}
