/** @typedef {{client: string, proxy: string, server: string}} Stack  ids of programs as /both-ends/ has them; empty for none */

const KEY = "stack";
const ID = /^[a-z0-9.-]{0,60}$/;

/** The stack that the address asks for, else the reader's own. @returns {Stack | undefined} */
export function chosenStack() {
  return stackIn(new URLSearchParams(location.search).get(KEY)) ?? stackIn(rememberedStack());
}

/** @param {string | null} text such as `chromium,nginx,uvicorn-websockets` @returns {Stack | undefined} */
export function stackIn(text) {
  const [client = "", proxy = "", server = "", ...rest] = (text ?? "").split(",");
  const fits = [client, proxy, server].every((id) => ID.test(id)) && !rest.length;
  return fits && (client || proxy || server) ? { client, proxy, server } : undefined;
}

/** @param {Stack} stack @returns {string} */
export function stackText({ client, proxy, server }) {
  return [client, proxy, server].join(",");
}

/** Keep it in this browser only; without programs, forget it. @param {Stack} stack */
export function rememberStack(stack) {
  try {
    if (stack.client || stack.proxy || stack.server) localStorage.setItem(KEY, stackText(stack));
    else localStorage.removeItem(KEY);
  } catch {
    // storage may be switched off; the choice then holds for this page
  }
}

/** @returns {string | null} */
function rememberedStack() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
