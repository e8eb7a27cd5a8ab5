import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { readConfig } from "../../gateway/config.js";
import { startHub } from "../../gateway/hub.js";
import { suiteRoleSecret, testDay } from "../harness/database.js";
import { freePort } from "../harness/free-port.js";
import type { TestHub } from "../harness/hub.js";
import { type AskedHub, withCache } from "./questions.js";

/** Another hub on the database of the first, with its subgraphs in process. */
export async function aSecondHub(
  { database }: Pick<TestHub, "database">,
  more: Record<string, string> = {},
): Promise<AskedHub & { close(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), "carrefour-hub-"));
  const statements: string[] = [];
  const plans: AskedHub["plans"][number][] = [];
  const hub = await startHub({
    config: readConfig({
      PORT: String(await freePort()),
      HUB_DATA_DIR: dataDir,
      DATABASE_URL: database.address.url,
      DATABASE_ROLE_SECRET: suiteRoleSecret,
      HUB_SEED: "demo",
      ...withCache,
      ...more,
    }),
    databaseUrlOf: () => database.address.url,
    seed: async () => ({ isDemonstration: true }),
    log: pino({ level: "silent" }),
    clock: () => testDay,
    onStatement: (sql) => statements.push(sql),
    onPlan: (door) => plans.push(door),
  });
  return {
    address: hub.address,
    statements,
    plans,
    async close() {
      await hub.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
