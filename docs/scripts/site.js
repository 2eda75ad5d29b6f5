// On every page: small conveniences.  Without it everything can still be read.
import { setUpCopy } from "./page/copy.js";
import { setUpLookup } from "./page/lookup-start.js";
import { answerNumberOfAddress } from "./page/number-from-address.js";
import { setUpScheme } from "./page/scheme.js";
import { setUpFilters, setUpTables } from "./page/tables.js";

setUpScheme();
setUpCopy();
answerNumberOfAddress();
setUpTables();
setUpFilters();
setUpLookup();
