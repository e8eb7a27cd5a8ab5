import { afterAll, describe, expect, test } from "vitest";
import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readHubAddress } from "./index.js";
import {
  addRow,
  aDataDir,
  aUsedDataDir,
  cleanUp,
  dataFolderOf,
  killServer,
  query,
  rows,
  serverPid,
} from "./testing/data-directory.js";
import { aHub } from "./testing/hub-process.js";

afterAll(cleanUp);

describe("a hub with its embedded database", () => {
  test("makes the data at the first start and finds them again at the second", async () => {
    const dataDir = await aDataDir();
    const first = aHub(dataDir);
    const { url, ...state } = await first.ready();
    expect(state).toEqual({ firstStart: true, adopted: false, mended: false });
    expect(url).toMatch(/^postgres:\/\/hub_admin:[\w-]{32}@127\.0\.0\.1:\d+\/carrefour$/);
    const settings = `'server_encoding', 'TimeZone', 'listen_addresses', 'unix_socket_directories'`;
    const shown = await query(url, `SELECT current_setting(name) FROM unnest(ARRAY[${settings}]) AS name`);
    expect(shown.flat()).toEqual(["UTF8", "UTC", "127.0.0.1", ""]);
    expect(await query(url, "SELECT upper('équipe'), auth_method FROM pg_hba_file_rules LIMIT 1")).toEqual([
      ["ÉQUIPE", "scram-sha-256"],
    ]);
    await addRow(url, 1);
    expect(await first.stop()).toBe(0);
    expect(readdirSync(dataDir).sort()).toEqual(["postgres", "postgres-password", "postgres.log"]);
    expect(statSync(join(dataDir, "postgres-password")).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, "postgres")).mode & 0o777).toBe(0o700);

    const second = aHub(dataDir);
    const again = await second.ready();
    expect(again).toMatchObject({ firstStart: false, adopted: false, mended: false });
    expect(await rows(again.url)).toEqual([1]);
    await second.stop();
  });

  test("refuses a second hub on the same data, in both languages, and leaves the first one alone", async () => {
    const dataDir = await aUsedDataDir();
    const first = aHub(dataDir);
    const { url } = await first.ready();
    expect(await readHubAddress(dataDir)).toEqual({ pid: first.pid, address: "http://127.0.0.1:4000" });
    const second = aHub(dataDir);
    const refusal = await second.refused();
    expect(refusal.code).toBe("ALREADY_RUNNING");
    expect(refusal.french).toContain(
      `Un carrefour tourne déjà sur ${dataDir} (processus ${first.pid}, http://127.0.0.1:4000)`,
    );
    expect(refusal.english).toContain(
      `A hub already runs on ${dataDir} (process ${first.pid}, http://127.0.0.1:4000)`,
    );
    expect(refusal.message).toBe(`${refusal.french}\n${refusal.english}`);
    expect(await second.exit).toBe(3);
    expect(await rows(url)).toEqual([1]);
    expect((await readHubAddress(dataDir))?.pid).toBe(first.pid);
    expect(await first.stop()).toBe(0);
    expect(await readHubAddress(dataDir)).toBeNull();
  });

  test("lets one of several simultaneous starts win after a crash", async () => {
    const dataDir = await aUsedDataDir();
    await writeFile(join(dataDir, "hub.pid"), "999999999 1\n");
    const starts = Array.from({ length: 4 }, () => aHub(dataDir));
    const outcomes = await Promise.all(
      starts.map((hub) =>
        hub.ready().then(
          () => "ready",
          () => "refused",
        ),
      ),
    );
    expect(outcomes.sort()).toEqual(["ready", "refused", "refused", "refused"]);
    await Promise.all(starts.map((hub) => hub.stop()));
  });

  test("adopts the server that a killed hub left, and stops it in the end", async () => {
    const dataDir = await aUsedDataDir();
    const killed = aHub(dataDir);
    const { url } = await killed.ready();
    const pid = serverPid(dataDir);
    await killed.kill();
    await addRow(url, 2);
    const next = aHub(dataDir);
    const state = await next.ready();
    expect(state).toEqual({ url, firstStart: false, adopted: true, mended: false });
    expect(serverPid(dataDir)).toBe(pid);
    expect(await rows(state.url)).toEqual([1, 2]);
    expect(await next.stop()).toBe(0);
    await expect(query(url, "SELECT 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
    expect(serverPid(dataDir)).toBeNull();
  });

  test("mends after the server was killed", async () => {
    const dataDir = await aUsedDataDir();
    const hub = aHub(dataDir);
    await addRow((await hub.ready()).url, 2);
    killServer(dataDir);
    expect(await hub.stop()).toBe(0);
    const next = aHub(dataDir);
    const state = await next.ready();
    expect(state).toMatchObject({ firstStart: false, adopted: false, mended: true });
    expect(await rows(state.url)).toEqual([1, 2]);
    await next.stop();
  });

  test("mends with every acknowledged row after hub and server were killed at once under load", async () => {
    const dataDir = await aUsedDataDir();
    const hub = aHub(dataDir);
    const { url } = await hub.ready();
    const acknowledged = [1];
    const load = (async () => {
      for (let figure = 2; ; figure += 1) {
        await addRow(url, figure);
        acknowledged.push(figure);
      }
    })().catch(() => undefined);
    await pause(300);
    killServer(dataDir);
    await hub.kill();
    const next = aHub(dataDir);
    const state = await next.ready();
    await load;
    expect(state).toMatchObject({ firstStart: false, adopted: false, mended: true });
    expect(acknowledged.length).toBeGreaterThan(2);
    expect(await rows(state.url)).toEqual(expect.arrayContaining(acknowledged));
    await next.stop();
  });

  test("starts although the dead server's pid belongs to another process by now", async () => {
    const dataDir = await aUsedDataDir();
    const hub = aHub(dataDir);
    await hub.ready();
    const pidFile = join(dataFolderOf(dataDir), "postmaster.pid");
    killServer(dataDir);
    await hub.stop();
    const { uid } = statSync(pidFile);
    const innocent = spawn("/bin/sleep", ["30"], { uid, cwd: "/" });
    await writeFile(pidFile, (await readFile(pidFile, "utf8")).replace(/^\d+/, `${innocent.pid}`));
    const next = aHub(dataDir);
    expect(await next.ready()).toMatchObject({ adopted: false, mended: true });
    expect(innocent.exitCode).toBeNull();
    innocent.kill();
    await next.stop();
  });

  test("does an initdb again that was killed half-way", async () => {
    const dataDir = await aDataDir();
    const killed = aHub(dataDir);
    await killed.reaches("initialise");
    while (!readdirSync(dataDir).some((name) => /unfinished-\w+$/.test(name))) await pause(5);
    await killed.kill();
    const next = aHub(dataDir);
    const state = await next.ready();
    expect(state).toMatchObject({ firstStart: true, adopted: false, mended: true });
    await addRow(state.url, 1);
    await next.stop();
    const last = aHub(dataDir);
    expect(await rows((await last.ready()).url)).toEqual([1]);
    await last.stop();
    expect(readdirSync(dataDir).filter((name) => name.includes("unfinished"))).toEqual([]);
  });
});
