// @ts-check
import { element } from "./elements.js";
import { piecesOf } from "./pieces.js";

/**
 * The bytes as a row of labelled boxes, a list to screen readers.
 * @param {import("./close-reading.js").CloseReading} reading
 * @returns {HTMLElement}
 */
export function framePicture(reading) {
  const list = element("ol", "cc-dec-frame", ...piecesOf(reading).map(pieceItem));
  list.setAttribute("aria-label", reading.frame ? "The frame, byte by byte" : "The payload, byte by byte");
  return list;
}

/** @param {import("./pieces.js").Piece} piece */
function pieceItem({ kind, label, detail, cells }) {
  return element(
    "li",
    `cc-dec-piece cc-dec-is-${kind}`,
    element("span", "cc-dec-label", label),
    " ",
    element("span", "cc-dec-cells", ...cells.flatMap((cell) => [byteCell(cell), " "])),
    " ",
    element("span", "cc-dec-detail", detail),
  );
}

/** @param {import("./pieces.js").Cell} cell */
function byteCell({ wire, plain, glyph }) {
  const cell = element("span", "cc-dec-byte", element("b", "", wire));
  if (plain) cell.append(" ", element("i", "", plain));
  if (glyph) cell.append(" ", element("em", "", glyph));
  return cell;
}
