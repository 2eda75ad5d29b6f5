// @ts-check
import { copyChip } from "./copying.js";
import { element } from "./elements.js";
import { base64Text, bytesLiteral, hexList, spacedHex } from "./formats.js";

/** The bytes in the notations that people paste into code. @param {number[]} bytes */
export function formatList(bytes) {
  /** @type {[string, string][]} */
  const formats = [
    ["Hex", spacedHex(bytes)],
    ["Python, Rust", bytesLiteral(bytes)],
    ["JavaScript", hexList(bytes)],
    ["Base64", base64Text(bytes)],
  ];
  return element("dl", "cc-dec-formats", ...formats.map(([name, text]) => formatRow(name, text)));
}

/** @param {string} name @param {string} text */
function formatRow(name, text) {
  const shown = element("code", "", text);
  const copy = copyChip("Copy", () => text, shown);
  copy.setAttribute("aria-label", `Copy as ${name}`);
  return element("div", "", element("dt", "", name), element("dd", "", shown, copy));
}
