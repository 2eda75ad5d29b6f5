// Runs the decoder's modules: reads the code table and a list of jobs as JSON, writes one result per job.  A job that throws
// fails the run.
import { readFileSync } from "node:fs";
import { readCloseFrame } from "../../docs/scripts/bytes/close-frame.js";
import { FRAME_RULES } from "../../docs/scripts/bytes/close-frame.js";
import { readClose } from "../../docs/scripts/bytes/frames.js";
import { readBytes } from "../../docs/scripts/bytes/read-bytes.js";
import { buildClose } from "../../docs/scripts/decode/builder.js";
import { browserMaySend, faultOfCode, pageOfCode } from "../../docs/scripts/decode/code-rules.js";
import {
  base64Text,
  bytesLiteral,
  cutToBytes,
  hexList,
  plainHex,
  spacedHex,
  visibleText,
} from "../../docs/scripts/decode/formats.js";
import { piecesOf } from "../../docs/scripts/decode/picture.js";
import { readPaste } from "../../docs/scripts/decode/reader.js";
import {
  BODY_RULES,
  checkRules,
  factsOf,
  remarksOn,
  spokenVerdict,
  verdictOn,
} from "../../docs/scripts/decode/rules.js";
import { numberOfPath } from "../../docs/scripts/page/number-from-address.js";

const { table, jobs } = JSON.parse(readFileSync(0, "utf8"));

const shown = (bytes, spelling, form, sender) => {
  const reading = readClose(bytes, form);
  const rules = checkRules(reading, table, sender);
  const verdict = verdictOn(reading, rules, sender);
  const said = [spokenVerdict(reading, "", verdict.text), ...remarksOn(reading), ...factsOf(reading, spelling).flat()];
  return { ...reading, rules, verdict, pieces: piecesOf(reading), said };
};

const doers = {
  read: ({ text, form = "auto", sender = "unknown" }) => {
    const read = readPaste(text);
    return "bytes" in read ? { ...read, ...shown(read.bytes, read.spelling, form, sender) } : read;
  },
  readings: ({ text }) => readBytes(text).map((read) => ({ ...read, close: readCloseFrame(read.bytes) })),
  decode: ({ bytes, form = "auto", sender = "unknown" }) => shown(Uint8Array.from(bytes), "", form, sender),
  build: ({ key, ...wish }) => buildClose({ ...wish, key: Uint8Array.from(key) }, table),
  write: ({ bytes }) =>
    [spacedHex, plainHex, bytesLiteral, hexList, base64Text].map((write) => write(Uint8Array.from(bytes))),
  cut: ({ text, room }) => cutToBytes(text, room),
  visible: ({ text }) => visibleText(text),
  path: ({ path, root }) => numberOfPath(path, root),
  rules: () => [...FRAME_RULES, ...BODY_RULES].map(({ section, says }) => ({ section, says })),
  standing: () =>
    Array.from({ length: 65536 }, (_, code) => ({
      fault: faultOfCode(code, table),
      browser: browserMaySend(code),
      page: pageOfCode(code, table),
    })),
};

const results = jobs.map(({ job, ...given }) => doers[job](given));
const plain = (_, value) => (value instanceof Uint8Array ? [...value] : value);
process.stdout.write(JSON.stringify(results, plain));
