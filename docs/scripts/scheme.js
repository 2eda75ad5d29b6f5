// Runs before the page is painted: a reader's own choice of scheme, else the system's.
import { chosenScheme } from "./page/scheme.js";

document.documentElement.classList.add("js");
const chosen = chosenScheme();
if (chosen) document.documentElement.dataset.scheme = chosen;
