import { existsSync } from "node:fs";
import { chmod, cp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  aDataDir,
  cleanUp,
  dataFolderOf,
  serverPid,
} from "../../../subgraphs/shared/embedded-database/testing/data-directory.js";
import { freePort } from "../../../test/harness/free-port.js";
import { openTestCampaign, type TestCampaign } from "../../../test/harness/test-campaign.js";
import { type Program, runProgram } from "../../../test/harness/program.js";
import { dropLine, inDatabase, urlOf } from "./testing/data-folder.js";
import { pushing } from "./testing/pushing.js";

// Whole programs start here, several a test.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let dataDir: string;
let elsewhere: string;
let address: string;
let hub: Program;
let backup: string;
let campaign: TestCampaign;

const environment = (): Record<string, string> => ({ HUB_DATA_DIR: dataDir });

beforeAll(async () => {
  [dataDir, elsewhere] = await Promise.all([aDataDir(), aDataDir()]);
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  backup = join(elsewhere, "backup");
  hub = runProgram(["dist/gateway/main.js"], {
    PORT: String(port),
    OPERATIONS_PORT: String(await freePort()),
    HUB_DATA_DIR: dataDir,
  });
  await hub.until("Ctrl-C pour arrêter.");
  campaign = await openTestCampaign(await urlOf(dataDir), 1);
}, 90_000);
afterAll(async () => {
  if (hub?.child.exitCode === null) hub.child.kill("SIGKILL");
  await cleanUp();
});

/** Runs a command to its end. */
async function carrefour(words: string[], more: Record<string, string> = environment()) {
  const program = runProgram(["dist/gateway/cli/program.js", ...words], more);
  const code = await program.ended();
  return { code, output: program.output() };
}

describe("carrefour backup", () => {
  it("copies the database while the hub serves pushes; restored, it holds what was acknowledged by then and nothing later", async () => {
    const writer = pushing({ address, dataDir, campaign });
    await writer.reaches(3);
    const { code, output } = await carrefour(["backup", backup, "--json"]);
    const endedAt = Date.now();
    const after = writer.acknowledged.length;
    await writer.reaches(after + 3);
    await writer.stop();
    expect([code, output]).toEqual([0, expect.stringContaining('"stoppedAt"')]);
    const taken = JSON.parse(output) as { startedAt: string; stoppedAt: string; secrets: string[] };
    const [startedAt, stoppedAt] = [Date.parse(taken.startedAt), Date.parse(taken.stoppedAt)];
    expect(stoppedAt).toBeLessThanOrEqual(endedAt);
    const during = writer.acknowledged.filter(
      ({ sentAt, heardAt }) => sentAt > startedAt && heardAt < stoppedAt,
    );
    expect(during.length).toBeGreaterThan(0);
    expect(taken.secrets).toContain("postgres-password");
    expect((await stat(join(backup, "secrets", "postgres-password"))).mode & 0o777).toBe(0o600);
    expect((await stat(backup)).mode & 0o777).toBe(0o700);

    const restored = await aDataDir();
    const done = await carrefour(["restore", backup, "--yes"], { HUB_DATA_DIR: restored });
    expect([done.code, done.output]).toEqual([0, expect.stringContaining("Restauré dans")]);
    expect(serverPid(restored)).toBeNull();
    const receipts = join(elsewhere, "receipts.txt");
    await writeFile(
      receipts,
      writer.acknowledged
        .filter(({ heardAt }) => heardAt <= stoppedAt)
        .map(({ receipt }) => `${receipt}\n`)
        .join(""),
    );
    const verified = await carrefour(["verify-audit", "--receipt", receipts], { HUB_DATA_DIR: restored });
    expect([verified.code, verified.output]).toEqual([0, expect.stringContaining("Journal vérifié")]);
    const late = writer.acknowledged.filter(({ sentAt }) => sentAt > stoppedAt);
    expect(late.length).toBeGreaterThan(0);
    await writeFile(receipts, `${late[0]!.receipt}\n`);
    const missing = await carrefour(["verify-audit", "--receipt", receipts], { HUB_DATA_DIR: restored });
    expect([missing.code, missing.output]).toEqual([1, expect.stringContaining("Journal fautif (1)")]);
  }, 120_000);

  it("refuses a folder that holds something, and touches nothing of it", async () => {
    const { code, output } = await carrefour(["backup", elsewhere, "--lang", "en"]);
    expect([code, output]).toEqual([2, expect.stringContaining("is not empty and was not touched")]);
    expect((await readdir(elsewhere)).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  it("leaves nothing of a backup that was interrupted", async () => {
    const program = runProgram(
      ["dist/gateway/cli/program.js", "backup", join(elsewhere, "cut-off")],
      environment(),
    );
    while (!(await readdir(elsewhere)).some((name) => name.startsWith("cut-off.unfinished")))
      await new Promise((resolve) => setTimeout(resolve, 5));
    program.child.kill("SIGINT");
    await program.ended();
    expect((await readdir(elsewhere)).filter((name) => name.startsWith("cut-off"))).toEqual([]);
  });

  it("points to the tools of a server that the environment names, without its password", async () => {
    const server = { DATABASE_URL: "postgres://hub:tres-secret@db.exemple.ca:5433/carrefour" };
    const { code, output } = await carrefour(["backup", "/sauvegardes/lundi"], server);
    expect(code).toBe(2);
    expect(output).toContain("pg_basebackup --dbname='postgres://hub@db.exemple.ca:5433'");
    expect(output).toContain("pg_dump --format=custom --file='/sauvegardes/lundi/carrefour.dump'");
    expect(output).not.toContain("tres-secret");
    expect((await carrefour(["restore", "/sauvegardes/lundi"], server)).output).toContain(
      "pg_restore --clean",
    );
  });

  it("says that there is no database where there is none", async () => {
    const { code, output } = await carrefour(["backup", join(elsewhere, "none")], {
      HUB_DATA_DIR: join(elsewhere, "nowhere"),
    });
    expect([code, output]).toEqual([1, expect.stringContaining("ne contient pas de base de données")]);
    expect(existsSync(join(elsewhere, "nowhere"))).toBe(false);
  });
});

describe("carrefour restore", () => {
  it("only proves the backup unless it is told --yes, and says that a hub serves", async () => {
    const before = await readdir(dataDir);
    const { code, output } = await carrefour(["restore", backup]);
    expect(code).toBe(0);
    expect(output).toMatch(/^Sauvegarde intacte : \d+ fichiers, [\d,.\s ]+ Mo, PostgreSQL 18/);
    expect(output).toContain(
      `Un carrefour sert ${dataDir} (processus ${hub.child.pid}) : arrêtez-le d'abord.`,
    );
    expect(await readdir(dataDir)).toEqual(before);
  });

  it("refuses while a hub serves on the data folder", async () => {
    const { code, output } = await carrefour(["restore", backup, "--yes"]);
    expect([code, output]).toEqual([1, expect.stringContaining("Un carrefour tourne déjà sur")]);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  });

  it.each([
    [
      "changed",
      "modifié",
      (folder: string) => writeFile(join(folder, "postgres", "global", "pg_control"), "x"),
    ],
    ["missing", "absent", (folder: string) => rm(join(folder, "postgres", "global", "pg_control"))],
    ["added", "non inscrit", (folder: string) => writeFile(join(folder, "postgres", "stowaway"), "x")],
    ["left out of the list", "non inscrit", (folder: string) => dropLine(folder)],
  ])("refuses a backup with a file %s, naming it, before it touches anything", async (_, said, damage) => {
    const damaged = join(elsewhere, "damaged");
    await rm(damaged, { recursive: true, force: true });
    await cp(backup, damaged, { recursive: true });
    await damage(damaged);
    const target = join(elsewhere, "untouched");
    const { code, output } = await carrefour(["restore", damaged, "--yes"], { HUB_DATA_DIR: target });
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(new RegExp(`abîmée : postgres/.*\\(${said}\\)`)),
    ]);
    expect(existsSync(target)).toBe(false);
  });

  it("refuses a folder that is no backup, and the backup of another PostgreSQL", async () => {
    const none = await carrefour(["restore", dataDir, "--yes"]);
    expect([none.code, none.output]).toEqual([
      2,
      expect.stringContaining("n'est pas une sauvegarde du carrefour"),
    ]);
    const other = join(elsewhere, "other-major");
    await cp(backup, other, { recursive: true });
    const record = JSON.parse(await readFile(join(other, "backup.json"), "utf8")) as object;
    await writeFile(join(other, "backup.json"), JSON.stringify({ ...record, postgres: "17" }));
    const { code, output } = await carrefour(["restore", other, "--yes"]);
    expect([code, output]).toEqual([1, expect.stringContaining("est de PostgreSQL 17")]);
  });

  it("keeps what it replaces, puts everything back when the restored database is unknown, and starts after all", async () => {
    hub.child.kill("SIGTERM");
    expect(await hub.ended()).toBe(0);
    const passwordBefore = await readFile(join(dataDir, "postgres-password"), "utf8");

    // A backup whose database was narrowed by a version to come.
    const ahead = await aDataDir();
    await carrefour(["restore", backup, "--yes"], { HUB_DATA_DIR: ahead });
    await inDatabase(
      ahead,
      `INSERT INTO establishments.migration (timestamp, name) VALUES (9999999999999, 'Future9999999999999');
       INSERT INTO establishments.seed (name, fingerprint) VALUES ('needs Future9999999999999', '')`,
    );
    const newer = join(elsewhere, "newer");
    expect((await carrefour(["backup", newer], { HUB_DATA_DIR: ahead })).code).toBe(0);
    const refused = await carrefour(["restore", newer, "--yes"]);
    expect([refused.code, refused.output]).toEqual([1, expect.stringContaining("Future9999999999999")]);
    expect(await readFile(join(dataDir, "postgres-password"), "utf8")).toBe(passwordBefore);
    expect((await readdir(dataDir)).filter((name) => /replaced|restor/.test(name))).toEqual([]);

    await writeFile(join(dataDir, "postgres-password"), `${"x".repeat(32)}\n`);
    await chmod(join(dataDir, "postgres-password"), 0o600);
    const { code, output } = await carrefour(["restore", backup, "--yes"]);
    expect([code, output]).toEqual([0, expect.stringContaining("Ce qui a été remplacé est gardé :")]);
    expect(output).toContain("carrefour verify-audit");
    const aside = (await readdir(dataDir)).filter((name) => name.includes(".replaced-"));
    expect(aside).toContainEqual(expect.stringMatching(/^postgres-password\.replaced-/));
    expect(await readFile(join(dataDir, "postgres-password"), "utf8")).toBe(passwordBefore);
    expect((await carrefour(["verify-audit"])).code).toBe(0);

    const discarding = await carrefour(["restore", backup, "--yes", "--discard"]);
    expect(discarding.code).toBe(0);
    expect((await readdir(dataDir)).filter((name) => name.includes(".replaced-")).sort()).toEqual(
      aside.sort(),
    );
  }, 120_000);

  it("that was killed in the midst keeps a hub from starting anew over it, and can be run again", async () => {
    const password = join(dataDir, "postgres-password");
    await writeFile(join(dataDir, "restore.json"), JSON.stringify({ from: backup, stamp: "cut" }));
    await rm(`${dataFolderOf(dataDir)}.replaced-cut`, { recursive: true, force: true });
    await cp(password, `${password}.replaced-cut`);
    const refused = await carrefour(["verify-audit"]);
    expect([refused.code, refused.output]).toEqual([
      3,
      expect.stringContaining("Relancez-la : npx carrefour restore"),
    ]);
    const { code } = await carrefour(["restore", backup, "--yes"]);
    expect(code).toBe(0);
    expect(existsSync(join(dataDir, "restore.json"))).toBe(false);
    expect((await carrefour(["verify-audit"])).code).toBe(0);
  });
});
