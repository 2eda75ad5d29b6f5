// @ts-check
import { fielded, spelledOut } from "./fields.js";

/**
 * A service is a topic, and so is each of its numbers.
 * @param {import("./types.js").ServiceEntry} service
 * @param {number} place
 * @returns {import("./topics.js").Topic[]}
 */
export function serviceTopics(service, place) {
  const names = [service.t, service.i, ...service.a];
  const rows = service.c.map(([number, name, meaning]) => ({
    finding: { number, service: place },
    owner: names.join(" "),
    phrases: [...fielded([spelledOut(name)], "name"), ...fielded([meaning], "line")],
  }));
  return [{ finding: { service: place }, phrases: [...fielded(names, "service")] }, ...rows];
}

/**
 * The first words of a service's names: those that tell it from others.
 * @param {import("./types.js").ServiceEntry} service
 */
export function headsOf(service) {
  return [service.t, service.i, ...service.a].map((name) => name.split(/[\s-]/)[0]).join(" ");
}
