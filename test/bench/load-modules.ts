// Loads what gateway/serve.ts loads and does nothing with it: the part of a start that no code of ours can shorten.
import "../../gateway/hub.js";
import "../../seeds/seed.js";
import "../../gateway/start-table.js";
