import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";
import { givenSigningKey } from "../../shared/secrets/given-signing-key.js";
import { openSubgraph } from "../../shared/open-subgraph.js";
import { noPeers } from "../../shared/peer.js";
import { signingKeyOf } from "../../shared/secrets/signing-key.js";
import { qualityIndicators } from "../index.js";

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await aDatabase("none");
  folder = await mkdtemp(join(tmpdir(), "carrefour-audit-key-"));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const twoHoursMs = 7_200_000;

/** Puts a new key in place as an operator does; gives the name of its public half. */
async function replaceKey(path: string): Promise<string> {
  const { privateKey } = generateKeyPairSync("ed25519");
  await writeFile(`${path}.new`, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return (await signingKeyOf(privateKey, "")).publicKey.kid;
}

const sealed = () =>
  database.query<{ day: string; kid: string }>(
    "SELECT day::text, key->>'kid' AS kid FROM quality_indicators_published.audit_heads ORDER BY day",
  );

/** Asks until it is so; the timers of this process stand still. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await isSo()))
    if (performance.now() > deadline) throw new Error("it did not come to be within 10 s");
}

describe("the key that signs the audit, changed while the hub runs", () => {
  it("signs the next day's heads; those of the day before keep the key that signed them", async () => {
    const file = join(folder, "audit.pem");
    const before = await replaceKey(file);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let now = new Date("2026-05-06T14:00:00Z");
    const failures: unknown[] = [];
    const running = await openSubgraph(qualityIndicators, {
      address: database.address,
      seed: async () => ({ isDemonstration: false }),
      logError: () => undefined,
      logTaskFailure: (error) => failures.push(error),
      clock: () => now,
      signingKey: givenSigningKey({ AUDIT_SIGNING_KEY_FILE: file }),
      peers: noPeers,
    });
    await until(async () => (await sealed()).length === 1);
    const replacedAt = performance.now();
    const after = await replaceKey(file);
    now = new Date("2026-05-07T14:00:00Z");
    // The file is looked at once a second at most.
    await until(async () => (await sealed()).length === 1 && performance.now() - replacedAt > 1_100);
    vi.advanceTimersByTime(twoHoursMs);
    await until(async () => (await sealed()).length === 2);
    vi.useRealTimers();
    await running.close();
    expect(failures).toEqual([]);
    expect(await sealed()).toEqual([
      { day: "2026-05-05", kid: before },
      { day: "2026-05-06", kid: after },
    ]);
  });
});
