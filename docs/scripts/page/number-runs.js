/**
 * Whether a number is in one of some runs.
 * @param {number} number
 * @param {[first: number, last: number][]} runs
 */
export function numberInRuns(number, runs) {
  return runs.some(([first, last]) => first <= number && number <= last);
}
