import { EmbeddedDatabaseError, StartError } from "../subgraphs/offline.js";
import { refuseBusyPorts } from "./busy-ports.js";
import { readConfig } from "./config.js";

// Nothing of this hub reports to Apollo.
// eslint-disable-next-line no-restricted-properties -- written, not read: the gateway package reads it
process.env.APOLLO_TELEMETRY_DISABLED = "1";

/** Starts the hub: configuration → ports → everything else. */
async function main(): Promise<void> {
  const config = readConfig();
  await refuseBusyPorts(config);
  // Loading the hub takes seconds: whoever mistyped a setting learns of it before.
  const { serve } = await import("./serve.js");
  await serve(config, fail);
}

function fail(error: unknown): void {
  const isTold = error instanceof StartError || error instanceof EmbeddedDatabaseError;
  process.stderr.write(`${isTold ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(1);
}

main().catch(fail);
