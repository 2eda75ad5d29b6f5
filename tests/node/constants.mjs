// Prints the close code names that npm libraries define, as JSON: package -> { version, names: { number: name } }.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** @param {string} name @returns {string} the version of an installed package */
const version = (name) => require(`${name}/package.json`).version;

/**
 * The properties of an object whose values are numbers that can be close codes.
 * @param {object} owner
 * @param {string} [prefix] put before each property's name
 * @returns {Record<string, string>} names by number
 */
function names(owner, prefix = "") {
  const codes = Object.entries(owner).filter(([, value]) => value >= 1000 && value <= 4999);
  return Object.fromEntries(codes.map(([name, value]) => [value, prefix + name]));
}

const { connection } = require("websocket");
const Hybi = require("websocket-driver/lib/websocket/driver/hybi");

console.log(
  JSON.stringify({
    ws: { version: version("ws"), names: names(require("ws")) },
    undici: { version: version("undici"), names: { ...names(require("undici")), ...names(require("undici").WebSocket) } },
    "websocket-node": { version: version("websocket"), names: names(connection, "WebSocketConnection.") },
    "faye-websocket": { version: version("faye-websocket"), names: names(Hybi.prototype.ERRORS) },
  }),
);
