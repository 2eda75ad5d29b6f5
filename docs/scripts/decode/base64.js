// @ts-check
import { looksLikeClose } from "./close-reading.js";

/**
 * Base64, also in its URL form.  Without padding only what can be a Close frame, since a word looks the same.
 * @param {string} text
 * @returns {import("./notation.js").Reading | null}
 */
export function readBase64(text) {
  const core = text.replace(/^data:[^,]{0,80};base64,/i, "").replace(/^["'`]|["'`]$/g, "").replace(/\s+/g, "");
  const digits = core.replace(/=+$/, "").replace(/-/g, "+").replace(/_/g, "/");
  if (!/^[A-Za-z0-9+/]{2,}={0,2}$/.test(core.replace(/-/g, "+").replace(/_/g, "/")) || digits.length % 4 === 1) return null;
  const bytes = [...atob(digits)].map((letter) => letter.charCodeAt(0));
  return core.endsWith("=") || looksLikeClose(bytes) ? { bytes, notation: "base64" } : null;
}
