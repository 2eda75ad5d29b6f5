// @ts-check

/**
 * @param {import("./frames.js").ReadClose | null} close
 * @returns {import("./types.js").Finding[]}
 */
export function byteFindings(close) {
  if (!close) return [];
  const reason = close.reason ? `, reason ${JSON.stringify(close.reason.slice(0, 60))}` : "";
  const why = close.frame ? `a Close frame${close.masked ? ", masked" : ""}${reason}` : `its two bytes${reason}`;
  return [{ number: close.code, score: 100, why }];
}

/**
 * @param {number | null} code
 * @returns {import("./types.js").Finding[]}
 */
export function letterFindings(code) {
  return code === null ? [] : [{ number: code, score: 98, why: "its number, printed as a character" }];
}
