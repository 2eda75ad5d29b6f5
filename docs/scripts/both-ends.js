// The page /both-ends/: what each end sees, and which event explains what was seen.
import { setUpBothEnds } from "./both-ends/page.js";

setUpBothEnds();
