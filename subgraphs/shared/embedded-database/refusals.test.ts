import { afterAll, describe, expect, test } from "vitest";
import { existsSync, readdirSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { takeHubLock } from "./hub-lock.js";
import { readHubAddress, writeHubAddress } from "./index.js";
import { aDataDir, aUsedDataDir, cleanUp, serverPid } from "./testing/data-directory.js";
import { aHub } from "./testing/hub-process.js";
import { install } from "./testing/installation.js";

afterAll(cleanUp);

/** Every file of a folder with its size and the instant of its last change. */
async function contentsOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  const told = await Promise.all(
    entries.map(async (path) => {
      const { size, mtimeMs } = await stat(join(folder, path));
      return `${path} ${size} ${mtimeMs}`;
    }),
  );
  // The lock that was taken and given back is a change of the folder itself, not of what is in it.
  return told.sort();
}

describe("a hub that cannot have its database", () => {
  test("refuses the data of another PostgreSQL major, saying which and what to do", async () => {
    const dataDir = await aUsedDataDir();
    await writeFile(join(dataDir, "postgres", "PG_VERSION"), "17\n");
    const before = await contentsOf(dataDir);
    const hub = aHub(dataDir);
    const refusal = await hub.refused();
    expect(refusal.code).toBe("OTHER_MAJOR");
    expect(refusal.french).toMatch(
      /créé par PostgreSQL 17 .* apporte PostgreSQL 18.*Rien n'a été démarré.*pg_dumpall/,
    );
    expect(refusal.english).toMatch(
      /made by PostgreSQL 17 .* brings PostgreSQL 18.*Nothing was started.*pg_dumpall/,
    );
    expect(await hub.exit).toBe(3);
    expect(existsSync(join(dataDir, "hub.pid"))).toBe(false);
    expect(serverPid(dataDir)).toBeNull();
    expect(await contentsOf(dataDir)).toEqual(before);
  });

  test("refuses to begin anew over data whose password file is lost, and over a foreign folder", async () => {
    const dataDir = await aUsedDataDir();
    await rm(join(dataDir, "postgres-password"));
    expect(await aHub(dataDir).refused()).toMatchObject({
      code: "CANNOT_START",
      english: expect.stringContaining("postgres-password"),
    });
    const foreign = await aDataDir();
    await mkdir(join(foreign, "postgres"));
    await writeFile(join(foreign, "postgres", "letter.txt"), "");
    expect(await aHub(foreign).refused()).toMatchObject({
      code: "CANNOT_START",
      english: expect.stringContaining("other than PostgreSQL"),
    });
    expect(existsSync(join(foreign, "postgres", "letter.txt"))).toBe(true);
  });

  test("tells PostgreSQL's own FATAL line when it does not start", async () => {
    const dataDir = await aUsedDataDir();
    await writeFile(join(dataDir, "postgres", "postgresql.conf"), "no_such_setting = 1\n");
    const refusal = await aHub(dataDir).refused();
    expect(refusal).toMatchObject({
      code: "CANNOT_START",
      english: expect.stringMatching(/FATAL: .*postgresql\.conf/),
    });
  });

  test("tells that the PostgreSQL programs were not installed", async () => {
    const installation = await aDataDir();
    await install(installation, { programs: false, links: false });
    const refusal = await aHub(await aDataDir(), { installation }).refused();
    expect(refusal).toMatchObject({ code: "NO_BINARIES", french: expect.stringContaining("npm ci") });
  });
});

describe("hub.pid and hub.json", () => {
  test("a dead hub's pid that another process has by now does not count", async () => {
    const dataDir = await aDataDir();
    await writeFile(join(dataDir, "hub.pid"), `${process.pid} 1\n`);
    const lock = await takeHubLock(dataDir);
    await expect(takeHubLock(dataDir)).rejects.toMatchObject({ code: "ALREADY_RUNNING" });
    await lock.confirm();
    await lock.release();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  test("the address of a hub that is gone is not given", async () => {
    const dataDir = await aDataDir();
    expect(await readHubAddress(dataDir)).toBeNull();
    await writeHubAddress(dataDir, "http://127.0.0.1:4000");
    expect(await readHubAddress(dataDir)).toEqual({ pid: process.pid, address: "http://127.0.0.1:4000" });
    const path = join(dataDir, "hub.json");
    await writeFile(path, (await readFile(path, "utf8")).replace(/"startTime":"\d+"/, '"startTime":"1"'));
    expect(await readHubAddress(dataDir)).toBeNull();
  });
});
