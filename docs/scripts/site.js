// On every page: small conveniences.  Without it everything can still be read.
import { setUpScheme } from "./page/scheme-toggle.js";
import { setUpCopy } from "./page/copy.js";
import { setUpAsked } from "./page/asked.js";
import { setUpTables } from "./page/tables.js";
import { setUpFilters } from "./page/filter.js";
import { setUpLookup } from "./page/lookup-start.js";

setUpScheme();
setUpCopy();
setUpAsked();
setUpTables();
setUpFilters();
setUpLookup();
