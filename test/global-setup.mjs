// Starts one real PostgreSQL for the whole suite and fills the templates that test files copy.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedDatabase } from "../dist/subgraphs/index.js";
import { makeTemplates } from "../dist/test/harness/database.js";

export default async function setup() {
  const folder = await mkdtemp(join(tmpdir(), "carrefour-test-"));
  // mkdtemp makes a folder that only its owner may enter; the server may run as another account.
  await chmod(folder, 0o755);
  const database = await startEmbeddedDatabase({ dataDir: folder, durable: false });
  process.env.TEST_DATABASE_URL = database.url;
  await makeTemplates();
  return async function teardown() {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
