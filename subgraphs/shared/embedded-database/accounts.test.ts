import { afterAll, describe, expect, test } from "vitest";
import { existsSync, statSync } from "node:fs";
import { chmod, chown, rm } from "node:fs/promises";
import { join } from "node:path";
import { systemFolder } from "./location.js";
import { runAs } from "./run-as.js";
import {
  addRow,
  aDataDir,
  aUsedDataDir,
  cleanUp,
  dataFolderOf,
  query,
  rows,
} from "./testing/data-directory.js";
import { aHub, builtModule } from "./testing/hub-process.js";
import { install } from "./testing/installation.js";

// Only root can take on other accounts.
const asRoot = process.getuid?.() === 0 ? test : test.skip;
const nobody = 65_534;
const hadSystemFolder = existsSync(systemFolder);

afterAll(async () => {
  await cleanUp();
  if (!hadSystemFolder) await rm(systemFolder, { recursive: true, force: true });
});

/** Not everywhere may others read this checkout and run this Node; then there is nothing to try. */
async function ordinaryAccountCanRun(): Promise<boolean> {
  const account = { name: "nobody", uid: nobody, gid: nobody };
  const program = join(process.cwd(), builtModule);
  const { exitCode } = await runAs(account, process.execPath, ["--check", program]);
  if (exitCode !== 0) process.stderr.write(`skipped: nobody cannot run ${process.execPath} ${program}\n`);
  return exitCode === 0;
}

describe("the account of the embedded database", () => {
  asRoot(
    "is another one for root, also when HUB_DATA_DIR and programs lie where only root may enter",
    async () => {
      const installation = await aDataDir(0o700);
      await install(installation, { programs: true, links: false });
      const dataDir = await aDataDir(0o700);
      const first = aHub(dataDir, { installation });
      const { url } = await first.ready();
      await addRow(url, 1);
      expect(dataFolderOf(dataDir)).toMatch(/^\/var\/lib\/carrefour\/data-\w{12}$/);
      const programs = await query(url, "SELECT setting FROM pg_config WHERE name = 'BINDIR'");
      expect(programs.flat()).toEqual([expect.stringMatching(/^\/var\/lib\/carrefour\/postgresql-18/)]);
      await first.kill();
      const adopting = aHub(dataDir, { installation });
      expect(await adopting.ready()).toMatchObject({ adopted: true, url });
      expect(await adopting.stop()).toBe(0);
      const third = aHub(dataDir, { installation });
      const again = await third.ready();
      expect(again).toMatchObject({ firstStart: false, adopted: false, mended: false });
      expect(await rows(again.url)).toEqual([1]);
      await third.stop();
      await rm(dataFolderOf(dataDir), { recursive: true });
      const refusal = await aHub(dataDir, { installation }).refused();
      expect(refusal).toMatchObject({ code: "CANNOT_START", english: expect.stringContaining(systemFolder) });
    },
  );

  asRoot(
    "is the hub's own when that is an ordinary one; root then goes on as the owner of the data",
    async () => {
      if (!(await ordinaryAccountCanRun())) return;
      const dataDir = await aDataDir();
      await chown(dataDir, nobody, nobody);
      const ordinary = aHub(dataDir, { uid: nobody });
      await addRow((await ordinary.ready()).url, 1);
      expect(statSync(join(dataDir, "postgres")).uid).toBe(nobody);
      expect(await ordinary.stop()).toBe(0);
      const root = aHub(dataDir);
      expect(await rows((await root.ready()).url)).toEqual([1]);
      expect(statSync(join(dataDir, "postgres", "postmaster.pid")).uid).toBe(nobody);
      await root.stop();
    },
  );

  asRoot("is told when the data are another's", async () => {
    if (!(await ordinaryAccountCanRun())) return;
    const dataDir = await aUsedDataDir();
    await chmod(dataDir, 0o777);
    expect(await aHub(dataDir, { uid: nobody }).refused()).toMatchObject({ code: "NOT_ALLOWED" });
  });

  asRoot("may be an ordinary one that cannot mend root's installation", async () => {
    if (!(await ordinaryAccountCanRun())) return;
    const installation = await aDataDir();
    await install(installation, { programs: true, links: false });
    const dataDir = await aDataDir();
    await chown(dataDir, nobody, nobody);
    const hub = aHub(dataDir, { installation, uid: nobody });
    await addRow((await hub.ready()).url, 1);
    expect(await hub.stop()).toBe(0);
  });
});
