import { afterAll, describe, expect, test } from "vitest";
import { lstatSync, statSync } from "node:fs";
import { chmod, chown, rm, symlink } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { findBinaries, repairBinaries, runnableBinaries } from "./binaries.js";
import { initialiseCluster } from "./cluster.js";
import { launchServer } from "./launch.js";
import { locateData } from "./location.js";
import { runAs } from "./run-as.js";
import { stopServer } from "./server.js";
import { aDataDir, cleanUp } from "./testing/data-directory.js";
import { install, linksOf } from "./testing/installation.js";

const asRoot = process.getuid?.() === 0 ? test : test.skip;
const nobody = 65_534;

afterAll(cleanUp);

describe("the packaged PostgreSQL programs", () => {
  test("get their missing or wrong links again, once", async () => {
    const native = await install(await aDataDir(), { programs: true, links: false });
    const links = linksOf(native);
    await symlink("elsewhere", links[0] ?? "");
    const postgres = join(native, "bin", "postgres");
    expect((await runAs(null, postgres, ["--version"])).exitCode).toBe(127);
    await repairBinaries(native);
    expect((await runAs(null, postgres, ["--version"])).output).toMatch(/^postgres \(PostgreSQL\) 18/);
    const before = links.map((link) => lstatSync(link));
    expect(before.every((link) => link.isSymbolicLink())).toBe(true);
    expect(links.map((link) => statSync(link).isFile())).not.toContain(false);
    await repairBinaries(native);
    expect(links.map((link) => lstatSync(link).ino)).toEqual(before.map(({ ino }) => ino));
  });

  asRoot(
    "are copied for an account that cannot enter, again when others could have written the copy",
    async () => {
      const open = await aDataDir();
      const folder = await install(await aDataDir(0o700), { programs: true, links: true });
      const { account } = await locateData(await aDataDir());
      const programs = { postgres: join(folder, "bin", "postgres"), initdb: join(folder, "bin", "initdb") };
      const closed = { ...(await findBinaries()), ...programs, folder };
      const copy = await runnableBinaries(closed, account, [open]);
      expect(copy.folder).toBe(join(open, `postgresql-${closed.version}`));
      const { ino } = statSync(copy.postgres);
      expect(statSync((await runnableBinaries(closed, account, [open])).postgres).ino).toBe(ino);
      await chmod(copy.postgres, 0o777);
      await runnableBinaries(closed, account, [open]);
      expect(statSync(copy.postgres).mode & 0o777).toBe(0o755);
      await chown(copy.folder, nobody, nobody);
      const refused = { code: "NO_BINARIES" };
      await expect(runnableBinaries(closed, account, [open])).rejects.toMatchObject(refused);
      await chmod(open, 0o777);
      await rm(copy.folder, { recursive: true });
      await expect(runnableBinaries(closed, account, [open])).rejects.toMatchObject(refused);
    },
  );

  test("take another port when the chosen one is taken before they listen", async () => {
    const dataDir = await aDataDir();
    const location = await locateData(dataDir);
    const binaries = await findBinaries();
    await initialiseCluster(location, binaries, "secret", false);
    const occupant = createServer().listen(0, "127.0.0.1");
    const successor = createServer().listen(0, "127.0.0.1");
    const taken = await portOf(occupant);
    const free = await portOf(successor);
    await new Promise((resolve) => successor.close(resolve));
    const ports = [taken, taken, free];
    const choosePort = async () => ports.shift() ?? 0;
    const plan = {
      ...location,
      binaries,
      durable: false,
      maxConnections: 20,
      logFile: join(dataDir, "postgres.log"),
      choosePort,
    };
    const server = await launchServer(plan);
    expect(server.port).toBe(free);
    await stopServer({ pid: server.pid, startTime: null });
    occupant.close();
  });
});

async function portOf(server: ReturnType<typeof createServer>): Promise<number> {
  if (!server.listening) await new Promise((resolve) => server.once("listening", resolve));
  return (server.address() as AddressInfo).port;
}
