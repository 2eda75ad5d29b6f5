// @ts-check

/** How much a word counts by where it stands. */
export const WEIGHT = {
  name: 1,
  alias: 0.95,
  symptom: 0.95,
  search: 0.95,
  cause: 0.75,
  text: 0.6,
  constant: 0.5,
  line: 0.5,
  keyword: 0.7,
  service: 0.85,
  about: 0.7,
};
/** The score of a query that is exactly a phrase. */
export const EXACT = {
  name: 99,
  alias: 95,
  symptom: 92,
  search: 91,
  cause: 84,
  text: 88,
  constant: 80,
  line: 70,
  keyword: 74,
  service: 89,
  about: 84,
};

/** @typedef {keyof typeof WEIGHT} Field  what kind of phrase it is */
