// The lookup: fetched on first use.  It waits for forms that ask for it and answers in them.
import { attachBox } from "./lookup-box/box.js";
import { loadResolver } from "./lookup-box/page-resolver.js";

document.addEventListener("lookup:attach", (event) => {
  if (event.target instanceof HTMLFormElement) attachBox(event.target, loadResolver);
});
