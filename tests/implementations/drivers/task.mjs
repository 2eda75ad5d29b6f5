// What Node drivers share: reading tasks and reporting.  The protocol is that of drivers/__init__.py.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

/** Loads the npm libraries of tests/node. */
export const require = createRequire(new URL("../../node/package.json", import.meta.url));

export const LIMIT = 1024;
export const PING = process.argv.includes("--ping") ? 0.3 : null;
export const ROLE = process.argv[2];

/** @typedef {{id: string, do: string, url: string, arguments: {code?: number, reason?: string}}} Task */

/**
 * Says that the driver is up and which version of the package it drives; more names are what it stands on.
 * @param {string} name
 * @param {string[]} using
 * @param {number | null} port
 */
export function ready(name, using = [], port = null) {
  keepGoing();
  const versions = using.map((other) => `${other} ${version(other)}`);
  say({ version: version(name), using: [...versions, `Node.js ${process.versions.node}`], port });
}

/** @param {string} name @returns {string} */
function version(name) {
  return JSON.parse(readFileSync(new URL(`../../node/node_modules/${name}/package.json`, import.meta.url), "utf8")).version;
}

/**
 * Does the tasks of a client driver as they come in.
 * @param {(task: Task) => void} client
 */
export function doTasks(client) {
  createInterface({ input: process.stdin }).on("line", (line) => client(JSON.parse(line)));
}

/** The task in the path of a server's connection. @param {string} path @returns {Task} */
export function taskIn(path) {
  return JSON.parse(new URL(path, "ws://localhost").searchParams.get("task"));
}

/** The arguments of a close call, without those that are not given. @param {Task} task */
export function closeArguments({ arguments: { code, reason } }) {
  if (reason !== undefined) return [code, reason];
  return code === undefined ? [] : [code];
}

/** Reports what the application was told. @param {Task} task @param {object} app */
export function saw(task, app) {
  say({ id: task.id, app: Object.fromEntries(Object.entries(app).filter(([, value]) => value !== "")) });
}

/** Reports that the close call refused. @param {Task} task @param {Error} error */
export function refused(task, error) {
  say({ id: task.id, refused: text(error) });
}

/** Reports that there is nothing to report. @param {Task} task */
export function nothing(task) {
  say({ id: task.id });
}

/** From now on a handler that throws does not end the program. */
export function keepGoing() {
  process.on("uncaughtException", () => {});
}

/** An error as logs show it. @param {Error & {code?: string | number}} error */
export function text(error) {
  const code = typeof error.code === "string" ? ` [${error.code}]` : "";
  return `${error.name}: ${error.message}${code}`;
}

/** Calls close on anything that has it, and reports a refusal. @param {Task} task @param {(...given: unknown[]) => void} close */
export function tryClose(task, close) {
  try {
    close(...closeArguments(task));
  } catch (error) {
    refused(task, error);
  }
}

/** @param {object} what */
export function say(what) {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
