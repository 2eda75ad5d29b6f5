// A server that runs a snippet on each connection, with `socket` as readers have it: ws://127.0.0.1:<port>/<place in the list>.
// Gets the snippets as a JSON list on standard input and prints its port.
import { WebSocketServer } from "ws";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const snippets = JSON.parse(Buffer.concat(chunks).toString());
const server = new WebSocketServer({ port: 0, host: "127.0.0.1" }, () => console.log(server.address().port));
server.on("connection", (socket, request) => new Function("socket", snippets[Number(request.url.slice(1))])(socket));
setTimeout(() => process.exit(1), 60_000); // never left behind
