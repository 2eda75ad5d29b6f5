// The Close frame decoder, on its own page only.
import { setUpBuilder } from "./decode/builder.js";
import { setUpReader } from "./decode/reader.js";

setUpReader(setUpBuilder());
