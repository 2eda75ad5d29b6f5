// The lookup: fetched on first use.  It waits for forms that ask for it and answers in them.
import { createResolver } from "./lookup/resolver.js";
import { attachBox } from "./lookup-box/box.js";
import { loadIndex } from "./page/load-data.js";

document.addEventListener("lookup:attach", (event) => {
  if (event.target instanceof HTMLFormElement) attachBox(event.target, loadIndex().then(createResolver));
});
