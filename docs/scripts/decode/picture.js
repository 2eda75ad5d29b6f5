import { opcodeName } from "../bytes/close-frame.js";
import { CLOSE_OPCODE, readUtf8 } from "../bytes/frames.js";
import { element } from "../page/elements.js";
import { byteCount, hexByte, visibleText } from "./formats.js";

/**
 * @import { CloseReading, FrameParts } from "../bytes/frames.js"
 *
 * @typedef {{wire: string, plain: string, glyph: string}} Cell  a byte as sent, unmasked where it was masked, as a letter
 * @typedef {{kind: "head" | "length" | "key" | "code" | "reason" | "other" | "missing", label: string, detail: string, cells: Cell[]}} Piece
 */

const MOST_CELLS = 130;

/**
 * A Close frame, or the payload of one, as the named pieces of a picture, in the order of the wire.
 * @param {CloseReading} reading
 * @returns {Piece[]}
 */
export function piecesOf(reading) {
  const { bytes, frame, after, missing } = reading;
  const before = frame?.start ?? 0;
  const pieces = [
    before ? piece("other", "Before it", byteCount(before), bytes.slice(0, before)) : null,
    ...(frame ? headPieces(reading, frame) : []),
    ...bodyPieces(reading),
    missing
      ? {
          kind: /** @type {const} */ ("missing"),
          label: "Missing",
          detail: byteCount(missing),
          cells: emptyCells(missing),
        }
      : null,
    after.length ? piece("other", "After it", byteCount(after.length), after) : null,
  ];
  return pieces.filter((part) => part !== null);
}

/**
 * @param {CloseReading} reading
 * @param {FrameParts} frame
 */
function headPieces({ bytes }, { start, fin, rsv, opcode, masked, lengthBytes, length, key }) {
  const first = [
    `${opcodeName(opcode)} (${opcode})`,
    fin ? "FIN" : "no FIN",
    rsv ? `RSV ${rsv.toString(2).padStart(3, "0")}` : "",
  ];
  return [
    piece("head", "Opcode", first.filter(Boolean).join(", "), bytes.slice(start, start + 1)),
    piece(
      "length",
      "Length",
      (length === null ? "cut off" : byteCount(length)) + (masked ? ", masked" : ""),
      bytes.slice(start + 1, start + 2 + lengthBytes.length),
    ),
    key.length ? piece("key", "Masking key", key.length < 4 ? "cut off" : "4 bytes", key) : null,
  ];
}

/** @param {CloseReading} reading */
function bodyPieces({ bytes, frame, body, code }) {
  const bodyStart = frame ? frame.end - body.length : 0;
  const wire = bytes.slice(bodyStart, bodyStart + body.length);
  if (body.length === 0) return [];
  if (frame && frame.opcode !== CLOSE_OPCODE) return [piece("other", "Payload", byteCount(body.length), wire, body)];
  const reason = body.slice(2);
  return [
    piece("code", "Code", code === null ? "half of one" : String(code), wire.slice(0, 2), body.slice(0, 2)),
    reason.length ? piece("reason", "Reason", byteCount(reason.length), wire.slice(2), reason, true) : null,
  ];
}

/**
 * @param {Piece["kind"]} kind
 * @param {string} label
 * @param {string} detail
 * @param {Uint8Array} wire
 * @param {Uint8Array} [plain]  the same bytes unmasked
 * @param {boolean} [letters] whether the bytes are text
 * @returns {Piece}
 */
function piece(kind, label, detail, wire, plain = wire, letters = false) {
  const masked = plain.some((byte, i) => byte !== wire[i]);
  const cells = Array.from(wire.slice(0, MOST_CELLS), (byte, i) => ({
    wire: hexByte(byte),
    plain: masked ? hexByte(plain[i]) : "",
    glyph: letters ? glyphAt(plain, i) : "",
  }));
  if (wire.length > MOST_CELLS) cells.push({ wire: "…", plain: "", glyph: "" });
  return { kind, label, detail, cells };
}

/**
 * The character whose first byte stands at a place; nothing for a space, a control character or no UTF-8.
 * @param {Uint8Array} bytes
 * @param {number} place
 */
function glyphAt(bytes, place) {
  const first = bytes[place];
  const size = first < 128 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const { text, badAt } = readUtf8(bytes.slice(place, place + size));
  return badAt < 0 && visibleText(text) === text ? text.trim() : "";
}

/** @param {number} missing @returns {Cell[]} */
function emptyCells(missing) {
  return Array.from({ length: Math.min(missing, 8) }, () => ({ wire: "", plain: "", glyph: "" }));
}

/**
 * The bytes as a row of labelled boxes, a list to screen readers.
 * @param {CloseReading} reading
 * @returns {HTMLElement}
 */
export function framePicture(reading) {
  const list = element("ol", "cc-dec-frame", ...piecesOf(reading).map(pieceItem));
  list.setAttribute("aria-label", reading.frame ? "The frame, byte by byte" : "The payload, byte by byte");
  return list;
}

/** @param {Piece} piece */
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

/** @param {Cell} cell */
function byteCell({ wire, plain, glyph }) {
  const cell = element("span", "cc-dec-byte", element("b", "", wire));
  if (plain) cell.append(" ", element("i", "", plain));
  if (glyph) cell.append(" ", element("em", "", glyph));
  return cell;
}
