// A server that does what the path of a connection says, over HTTP/1.1, or over HTTP/2 with TLS (RFC 8441).

import http from "node:http";
import http2 from "node:http2";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../node/package.json", import.meta.url));
const { WebSocket, WebSocketServer } = require("ws");
const [protocol, key, certificate] = process.argv.slice(2);

/** @param {object} what */
const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);

/** Does what the path says. @param {WebSocket} ws @param {string} path @param {() => void} drop */
function act(ws, path, drop) {
  ws.on("error", () => {});
  ws.on("close", (code, reason) => say({ path, code, reason: String(reason) }));
  ws.on("message", () => {
    if (path.startsWith("/closes")) ws.close(4001, "bye");
    if (path.startsWith("/drops")) drop();
  });
}

function overHttp1() {
  const server = http.createServer((request, response) => response.end("page"));
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  server.on("upgrade", (request, socket, head) => {
    say({ path: request.url, opened: `${request.method} HTTP/${request.httpVersion}` });
    if (request.url.startsWith("/refuses")) return socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    sockets.handleUpgrade(request, socket, head, (ws) => act(ws, request.url, () => socket.destroy()));
  });
  return server;
}

function overHttp2() {
  const tls = { key: readFileSync(key), cert: readFileSync(certificate), allowHTTP1: true };
  const server = http2.createSecureServer({ ...tls, settings: { enableConnectProtocol: true } });
  server.on("stream", (stream, headers) => {
    stream.on("error", () => {});
    if (headers[":method"] !== "CONNECT") {
      stream.respond({ ":status": 200, "content-type": "text/html" });
      return stream.end("page");
    }
    const path = headers[":path"];
    say({ path, opened: `${headers[":method"]} ${headers[":protocol"]} HTTP/2` });
    if (path.startsWith("/refuses")) return stream.respond({ ":status": 403 }, { endStream: true });
    stream.respond({ ":status": 200 });
    const ws = new WebSocket(null, undefined, { autoPong: true });
    ws._isServer = true;
    ws.setSocket(stream, Buffer.alloc(0), { allowSynchronousEvents: true, maxPayload: 1 << 20, skipUTF8Validation: false });
    act(ws, path, () => stream.close(http2.constants.NGHTTP2_CANCEL));
  });
  server.on("upgrade", (request, socket) => {
    say({ path: request.url, opened: `${request.method} HTTP/${request.httpVersion}` });
    socket.end("HTTP/1.1 426 Upgrade Required\r\nContent-Length: 0\r\n\r\n");
  });
  return server;
}

const server = protocol === "h2" ? overHttp2() : overHttp1();
server.listen(0, "127.0.0.1", () => say({ port: server.address().port, version: process.versions.node }));
process.stdin.on("end", () => process.exit()).resume();
