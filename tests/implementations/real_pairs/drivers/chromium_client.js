// Runs in the page: connections with the WebSocket interface, by id.

const links = new Map();

/** Follows one command; what the page is told goes to `report`. */
globalThis.obey = function obey({ id, do: action, url, size = 2, arguments: { code } = {} }) {
  const say = (event, what = {}) => globalThis.report(JSON.stringify({ id, event, ...what }));
  if (action === "send") links.get(id).send("a".repeat(size));
  if (action === "close") {
    try {
      if (code === undefined) links.get(id).close();
      else links.get(id).close(code);
    } catch (error) {
      say("refused", { text: `${error.name}: ${error.message}` });
    }
  }
  if (action !== "open") return;
  const ws = new WebSocket(url);
  links.set(id, ws);
  ws.onopen = () => say("open");
  ws.onerror = () => say("error", { text: "error" });
  ws.onclose = ({ code: given, reason, wasClean }) => say("told", { code: given, reason, clean: wasClean });
};
