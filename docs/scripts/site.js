// On every page: small conveniences.  Without it everything can still be read.
import { setUpCopy } from "./page/copy.js";
import { setUpFolds } from "./page/folds.js";
import { setUpLookup } from "./page/lookup-start.js";
import { answerNumberOfAddress } from "./page/number-from-address.js";
import { setUpScheme } from "./page/scheme.js";
import { markSections } from "./page/sections.js";
import { setUpStack } from "./page/stack-start.js";
import { setUpFilters, setUpTables } from "./page/tables.js";

setUpScheme();
setUpCopy();
setUpFolds();
setUpStack();
markSections();
answerNumberOfAddress();
setUpTables();
setUpFilters();
setUpLookup();
