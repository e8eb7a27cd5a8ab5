import { rm } from "node:fs/promises";

export default async function teardown() {
  const { database, folder } = globalThis.suiteDatabase;
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
