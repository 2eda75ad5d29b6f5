// What the Node.js drivers share; the protocol is that of drivers/__init__.py.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

/** Loads the npm libraries of tests/node. */
export const require = createRequire(new URL("../../../node/package.json", import.meta.url));

export const LIMIT = 1024;
export const BIG = 2000;
export const LATER = 2000;
export const PING = process.argv.includes("--ping") ? 500 : null;

/** @typedef {{id: string, do: string, arguments?: {code?: number}, status?: number}} Task */
/** @typedef {{id: string, do: string, url: string, size?: number, arguments?: {code?: number}}} Command */

/** @param {object} what */
export function say(what) {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

/**
 * Says that the driver is up, and the version of the npm package that it drives.
 * @param {string} name
 * @param {number | null} port
 */
export function ready(name, port = null) {
  const at = new URL(`../../../node/node_modules/${name}/package.json`, import.meta.url);
  say({ version: JSON.parse(readFileSync(at, "utf8")).version, using: [`Node.js ${process.versions.node}`], port });
}

/** The task in the path of a server's connection. @param {string} path @returns {Task} */
export function taskIn(path) {
  return JSON.parse(new URL(path, "ws://localhost").searchParams.get("task"));
}

/** @param {string} id */
export const opened = (id) => say({ id, event: "open" });

/** @param {string} id @param {object} what */
export const told = (id, what) => say({ id, event: "told", ...what });

/** @param {string} id @param {string} text */
export const failed = (id, text) => say({ id, event: "error", text });

/** An error as logs show it. @param {Error & {code?: string | number}} error */
export function shown(error) {
  const code = typeof error.code === "string" ? ` [${error.code}]` : "";
  return `${error.name}: ${error.message}${code}`;
}

/** Closes, or reports the refusal. @param {string} id @param {any} ws @param {{code?: number}} given */
export function close(id, ws, given = {}) {
  try {
    if (given.code === undefined) ws.close();
    else ws.close(given.code);
  } catch (error) {
    say({ id, event: "refused", text: shown(error) });
  }
}

/** What a server does when a message came. @param {Task} task @param {any} ws @param {(text: string) => void} send */
export function act(task, ws, send) {
  if (task.do === "raise") throw new Error("application error");
  if (task.do === "send") send("a".repeat(BIG));
  if (task.do === "close") close(task.id, ws, task.arguments);
  if (task.do === "close-later") {
    say({ id: task.id, event: "asked" });
    setTimeout(() => close(task.id, ws, task.arguments), LATER);
  }
}

/**
 * Follows the commands of standard input.
 * @param {(id: string, url: string) => any} connect
 */
export function runClient(connect) {
  const links = new Map();
  const input = createInterface({ input: process.stdin });
  input.on("line", (line) => {
    /** @type {Command} */
    const command = JSON.parse(line);
    if (command.do === "open") links.set(command.id, connect(command.id, command.url));
    else if (command.do === "send") links.get(command.id).send("a".repeat(command.size ?? 2));
    else close(command.id, links.get(command.id), command.arguments);
  });
  input.on("close", () => process.exit());
}

/**
 * A connection with the browser's interface that reports what it is told.
 * @param {string} id
 * @param {WebSocket} ws
 */
export function follow(id, ws) {
  ws.onopen = () => opened(id);
  ws.onerror = (event) => failed(id, event.error ? `error(${shown(event.error)})` : `error(${event.message ?? ""})`);
  ws.onclose = ({ code, reason, wasClean }) => told(id, { code, reason, clean: wasClean });
  return ws;
}
