// How long long texts take, against a plain pass over a text of the same length in the same run: reads {texts, index} as JSON,
// writes for each reader the texts whose work is the greatest multiple of that pass.
import { readFileSync } from "node:fs";
import { questionIn } from "../../docs/scripts/both-ends/address.js";
import { readCloseFrame } from "../../docs/scripts/bytes/close-frame.js";
import { readPaste } from "../../docs/scripts/decode/reader.js";
import { SETTINGS } from "../../docs/scripts/lookup/confidence.js";
import { createResolver } from "../../docs/scripts/lookup/resolver.js";
import { numberOfPath } from "../../docs/scripts/page/number-from-address.js";
import { stackIn } from "../../docs/scripts/stack/choice.js";

const { texts, index, parts } = JSON.parse(readFileSync(0, "utf8"));
const resolver = createResolver(index, SETTINGS);
Object.entries(parts).forEach(([name, part]) => resolver.addPart(name, part));
const RUNS = 5;

/** A pass over a text that does a little for each character: 1,000 rounds, so that it can be measured. */
function plainPass(text) {
  let hash = 0;
  for (let round = 0; round < 1000; round += 1) {
    for (let i = 0; i < text.length; i += 1) hash = (hash * 31 + text.charCodeAt(i)) | 0;
  }
  return hash;
}

const spent = (work, text) => {
  const times = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    work(text);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1];
};

const readers = {
  decoder: (text) => {
    const read = readPaste(text);
    return "bytes" in read ? readCloseFrame(read.bytes) : read;
  },
  resolver: (text) => resolver.resolve(text),
  "both ends": (text) => questionIn(`?client=${text}&event=${text}&${text}`),
  "404 page": (text) => numberOfPath(`/${text}`, "/"),
  stack: (text) => stackIn(text),
};
plainPass(texts[0]);
const results = Object.entries(readers).flatMap(([name, work]) => {
  texts.slice(0, 20).forEach(work);
  return texts.map((text) => {
    const took = spent(work, text);
    return { name, text: text.slice(0, 20), took: took / 1000, ratio: took / spent(plainPass, text) };
  });
});
process.stdout.write(JSON.stringify(results.sort((a, b) => b.ratio - a.ratio)));
