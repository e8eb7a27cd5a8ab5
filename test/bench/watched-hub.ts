import { StartError, systemClock } from "../../subgraphs/index.js";
import { readConfig } from "../../gateway/config.js";
import { startHub } from "../../gateway/hub.js";
import { openLog } from "../../gateway/operations/logs.js";
import { seedSubgraph } from "../../seeds/seed.js";

// The hub as it is started for production, and a count of the operations that came as far as its planner.
let plans = 0;
const config = readConfig();
if (config.databaseUrl === null) throw new StartError("NO_DATABASE", "DATABASE_URL ?", "DATABASE_URL ?");
const { databaseUrl } = config;
const hub = await startHub({
  config,
  databaseUrlOf: () => databaseUrl,
  seed: (subgraph, address) => seedSubgraph(subgraph, address, config.seed, systemClock()),
  log: openLog({ to: config.logTo, level: config.logLevel, dataDir: config.dataDir }),
  onPlan: () => (plans += 1),
});
process.on("message", () => process.send?.(plans));
process.once("SIGTERM", () => void hub.close().finally(() => process.exit(0)));
