// The reader's own client, proxy and server: what concerns them comes first.
import { startStack } from "./stack/page.js";

startStack();
