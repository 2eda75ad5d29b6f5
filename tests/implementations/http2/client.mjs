// Node.js as a client: a stream of its own with raw frames (`raw`), or undici's WebSocket with allowH2 (`undici`).

import http2 from "node:http2";
import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(new URL("../../node/package.json", import.meta.url));
const [kind] = process.argv.slice(2);

/** A masked frame. @param {number} opcode @param {Buffer} payload */
function frame(opcode, payload) {
  const mask = randomBytes(4);
  return Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | payload.length]), mask, payload.map((byte, i) => byte ^ mask[i % 4])]);
}

/** The code and reason of a Close frame in what a server sent. @param {Buffer} data */
function close(data) {
  for (let at = 0; at + 1 < data.length; at += 2 + data[at + 1]) {
    if ((data[at] & 15) === 8) return { code: data.readUInt16BE(at + 2), reason: String(data.subarray(at + 4, at + 2 + data[at + 1])) };
  }
  return null;
}

/** Opens a stream with CONNECT and says what came. */
function raw({ origin, path, does }) {
  return new Promise((resolve) => {
    const session = http2.connect(origin, { rejectUnauthorized: false });
    const end = (what) => (session.destroy(), resolve(what));
    session.on("error", (error) => end({ failed: error.message }));
    session.once("remoteSettings", (settings) => {
      if (!settings.enableConnectProtocol) return end({ announced: false });
      const stream = session.request(
        { ":method": "CONNECT", ":protocol": "websocket", ":path": path, ":scheme": "https", ":authority": new URL(origin).host, "sec-websocket-version": "13", origin },
        { endStream: false },
      );
      let status, found, data = Buffer.alloc(0);
      stream.on("error", () => {});
      stream.on("response", (headers) => {
        status = headers[":status"];
        if (status !== 200) return end({ announced: true, status });
        if (does === "close") stream.write(frame(8, Buffer.from("\x0f\xa2mine", "latin1")));
        else stream.write(frame(1, Buffer.from("go")));
      });
      stream.on("data", (chunk) => {
        data = Buffer.concat([data, chunk]);
        if (found || !(found = close(data))) return;
        if (does !== "close") stream.end(frame(8, Buffer.from([found.code >> 8, found.code & 255])));
      });
      stream.on("close", () => end({ announced: true, status, ...found, ended: stream.rstCode ? `RST_STREAM ${stream.rstCode}` : "END_STREAM" }));
    });
  });
}

/** Opens undici's WebSocket. */
function undici({ origin, path, does }) {
  const { Agent, WebSocket } = require("undici");
  const dispatcher = new Agent({ allowH2: true, connect: { rejectUnauthorized: false } });
  return new Promise((resolve) => {
    const ws = new WebSocket(`${origin.replace("https", "wss")}${path}`, { dispatcher });
    let opened = false, error = "";
    ws.onopen = () => ((opened = true), does === "close" ? ws.close(4002, "mine") : ws.send("go"));
    ws.onerror = (event) => (error = event.error?.message ?? "error");
    ws.onclose = ({ code, reason, wasClean }) => (dispatcher.destroy(), resolve({ opened, code, reason, clean: wasClean, error }));
  });
}

process.on("uncaughtException", () => {});
createInterface({ input: process.stdin }).on("line", async (line) => {
  const patience = new Promise((resolve) => setTimeout(resolve, 20000, { failed: "nothing within 20 s" }));
  process.stdout.write(`${JSON.stringify(await Promise.race([(kind === "raw" ? raw : undici)(JSON.parse(line)), patience]))}\n`);
});
process.stdout.write(`${JSON.stringify({ version: kind === "raw" ? process.versions.node : require("undici/package.json").version })}\n`);
