// Runs the decoder's modules: reads a list of jobs as JSON, writes one result per job.  A job that throws fails the run.
import { readFileSync } from "node:fs";
import { buildClose } from "../../docs/scripts/decode/build.js";
import { readClose } from "../../docs/scripts/decode/close-reading.js";
import { base64Text, bytesLiteral, hexList, plainHex, spacedHex } from "../../docs/scripts/decode/formats.js";
import { FRAME_RULES } from "../../docs/scripts/decode/frame-rules.js";
import { readNotation } from "../../docs/scripts/decode/notation.js";
import { piecesOf } from "../../docs/scripts/decode/pieces.js";
import { BODY_RULES, checkRules } from "../../docs/scripts/decode/rules.js";
import { browserMaySend, faultOfCode } from "../../docs/scripts/decode/standing.js";
import { cutToBytes, visibleText } from "../../docs/scripts/decode/utf8.js";
import { factsOf, remarksOn, spokenVerdict, verdictOn } from "../../docs/scripts/decode/verdict.js";
import { findBytes } from "../../docs/scripts/lookup/bytes.js";
import { prepareQuery } from "../../docs/scripts/lookup/query.js";

const shown = (bytes, notation, form, sender) => {
  const reading = readClose(bytes, form);
  const rules = checkRules(reading, sender);
  const verdict = verdictOn(reading, rules, sender);
  const said = [spokenVerdict(reading, "", verdict.text), ...remarksOn(reading), ...factsOf(reading, notation).flat()];
  return { ...reading, rules, verdict, pieces: piecesOf(reading), said };
};

const jobs = {
  read: ({ text, form = "auto", sender = "unknown" }) => {
    const read = readNotation(text);
    return "bytes" in read ? { ...read, ...shown(read.bytes, read.notation, form, sender) } : read;
  },
  decode: ({ bytes, form = "auto", sender = "unknown" }) => shown(bytes, "", form, sender),
  build: (wish) => buildClose(wish),
  write: ({ bytes }) => [spacedHex, plainHex, bytesLiteral, hexList, base64Text].map((write) => write(bytes)),
  cut: ({ text, room }) => cutToBytes(text, room),
  visible: ({ text }) => visibleText(text),
  lookup: ({ text }) => findBytes(prepareQuery(text)),
  rules: () => [...FRAME_RULES, ...BODY_RULES].map(({ section, says }) => ({ section, says })),
  standing: () => Array.from({ length: 65536 }, (_, code) => ({ fault: faultOfCode(code), browser: browserMaySend(code) })),
};

const results = JSON.parse(readFileSync(0, "utf8")).map(({ job, ...given }) => jobs[job](given));
process.stdout.write(JSON.stringify(results));
