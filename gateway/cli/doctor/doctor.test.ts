import { chmod, mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  aDataDir,
  aUsedDataDir,
  cleanUp,
  serverPid,
} from "../../../subgraphs/shared/embedded-database/testing/data-directory.js";
import { aDatabase, suiteRoleSecret, type TestDatabase } from "../../../test/harness/database.js";
import { freePort } from "../../../test/harness/free-port.js";
import { runProgram } from "../../../test/harness/program.js";
import { examineNode } from "./machine.js";

// Whole programs start here, several a test.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: TestDatabase;
let ports: Record<string, string>;
beforeAll(async () => {
  database = await aDatabase("reference");
  ports = { PORT: String(await freePort()), OPERATIONS_PORT: String(await freePort()) };
});
afterAll(async () => {
  await database?.drop();
  await cleanUp();
});

interface Told {
  readonly code: number | null;
  readonly output: string;
  readonly findings: readonly { level: string; about: { fr: string }; found: { fr: string; en: string } }[];
}

async function doctor(environment: Record<string, string>): Promise<Told> {
  const program = runProgram(["dist/gateway/cli/program.js", "doctor", "--json"], {
    ...ports,
    ...environment,
  });
  const code = await program.ended();
  const { findings } = JSON.parse(program.output()) as Pick<Told, "findings">;
  return { code, output: program.output(), findings };
}

const onTheServer = async (more: Record<string, string> = {}): Promise<Told> =>
  doctor({
    HUB_DATA_DIR: await aDataDir(),
    DATABASE_URL: database.address.url,
    DATABASE_ROLE_SECRET: suiteRoleSecret,
    ...more,
  });
const grave = ({ findings }: Told): string[] =>
  findings.filter(({ level }) => level === "fault").map(({ about, found }) => `${about.fr} : ${found.fr}`);
const oneFault = (words: string): string[] => [expect.stringContaining(words) as unknown as string];

describe("carrefour doctor", () => {
  it("finds nothing to say of a hub that is well, in one line each, in the language asked", async () => {
    const told = await onTheServer();
    expect([told.code, grave(told)]).toEqual([0, []]);
    const abouts = told.findings.map(({ about }) => about.fr);
    for (const about of [
      "Node",
      "Configuration",
      "Disque",
      "Droits",
      "Base de données",
      "Horloge",
      "Rôles",
      "Migrations",
      "Émetteur",
      "Port",
    ])
      expect(abouts).toContain(about);
    const program = runProgram(["dist/gateway/cli/program.js", "doctor", "--lang", "en"], {
      ...ports,
      HUB_DATA_DIR: await aDataDir(),
      DATABASE_URL: database.address.url,
      DATABASE_ROLE_SECRET: suiteRoleSecret,
    });
    expect(await program.ended()).toBe(0);
    const lines = program.output().trim().split("\n");
    expect(lines.slice(0, -1).every((line) => /^[✓!✗] [A-Z]\w+ · /.test(line))).toBe(true);
    expect(lines.at(-1)).toContain("Nothing keeps the hub from serving");
  });

  it("names every mistake of the configuration, looks on where it can, and ends with 1", async () => {
    const told = await onTheServer({ PORT: "quatre", HUB_WORKERS: "0" });
    expect(told.code).toBe(1);
    expect(grave(told)).toEqual([
      expect.stringContaining("PORT=quatre"),
      expect.stringContaining("HUB_WORKERS=0 : valeur non reconnue ; attendu : 1 – 64 | auto"),
    ]);
    const production = await onTheServer({ NODE_ENV: "production" });
    expect(grave(production)).toEqual(oneFault("OIDC_ISSUER"));
    expect(production.findings.map(({ about }) => about.fr)).toContain("Migrations");
  });

  it("finds a role that stands above the rows, one whose password is another, and what the public could read", async () => {
    await database.query("GRANT USAGE ON SCHEMA quality_indicators TO hub_public");
    await database.query("GRANT SELECT (id) ON quality_indicators.submission TO hub_public");
    expect(grave(await onTheServer())).toEqual(
      oneFault("hub_public peut atteindre plus que ce qui est publié : quality_indicators.submission"),
    );
    await database.query("REVOKE SELECT (id) ON quality_indicators.submission FROM hub_public");
    await database.query("REVOKE USAGE ON SCHEMA quality_indicators FROM hub_public");
    const told = await onTheServer({ DATABASE_ROLE_SECRET: "un-autre-secret-des-roles" });
    expect(grave(told)).toEqual(oneFault("mots de passe refusés : hub_public"));
    expect(told.output).not.toContain("un-autre-secret-des-roles");
  });

  it("tells migrations of a newer version that it survives from those that it does not, and those to come", async () => {
    const future = "'Future9999999999999'";
    await database.query(
      `INSERT INTO establishments.migration (timestamp, name) VALUES (9999999999999, ${future})`,
    );
    const survived = await onTheServer();
    expect([survived.code, grave(survived)]).toEqual([0, []]);
    expect(survived.output).toContain("que celle-ci supporte");
    await database.query(
      `INSERT INTO establishments.seed (name, fingerprint) VALUES ('needs ' || ${future}, '')`,
    );
    expect(grave(await onTheServer())).toEqual(oneFault("que celle-ci ne peut plus servir"));
    await database.query(
      `DELETE FROM establishments.seed WHERE name LIKE 'needs %'; DELETE FROM establishments.migration WHERE timestamp >= 1763760000140`,
    );
    expect((await onTheServer()).output).toContain("1 à venir");
  });

  it("finds an issuer that does not answer, one without keys, and one whose clock is off", async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    expect(grave(await onTheServer({ OIDC_ISSUER: nobody }))).toEqual(oneFault("ECONNREFUSED"));
    const issuer = createServer((asked, answer) => {
      const page = { issuer: url, jwks_uri: `${url}/keys` };
      answer.setHeader("date", new Date(Date.now() - 60_000).toUTCString());
      answer.end(JSON.stringify(asked.url === "/keys" ? { keys: [] } : page));
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => issuer.once("listening", resolve));
    const url = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
    const told = grave(await onTheServer({ OIDC_ISSUER: url }));
    issuer.close();
    expect(told).toEqual([
      expect.stringContaining("ne publie aucune clé"),
      expect.stringMatching(/Horloge : (59|60|61),\d s d'écart avec celle de l'émetteur/),
    ]);
  });

  it("finds neighbours that do not answer and a port that another program has, and prints no password", async () => {
    const [away, taken] = [await freePort(), createServer().listen(0, "127.0.0.1")];
    await new Promise((resolve) => taken.once("listening", resolve));
    const told = await onTheServer({
      REDIS_URL: `redis://usager:mot-de-redis@127.0.0.1:${away}`,
      SUBGRAPH_URL_PARTNERS: `http://127.0.0.1:${away}/graphql`,
      PORT: String((taken.address() as AddressInfo).port),
    });
    taken.close();
    expect(grave(told)).toEqual([
      expect.stringContaining("partners ne répond pas"),
      expect.stringContaining("EADDRINUSE"),
    ]);
    expect(told.output).toContain("Redis");
    expect(told.output).not.toMatch(/mot-de-redis|role-secret-of-the-suite/);
    const away2 = new URL(database.address.url);
    away2.port = String(away);
    const lost = await onTheServer({ DATABASE_URL: away2.toString() });
    expect(grave(lost)).toEqual(oneFault("ne répond pas (ECONNREFUSED)"));
    expect(lost.output).not.toContain(decodeURIComponent(away2.password));
  });

  it("reaches an embedded database that does not run, leaves it stopped, and knows its secrets' rights and backups", async () => {
    const dataDir = await aUsedDataDir();
    const told = await doctor({ HUB_DATA_DIR: dataDir });
    expect([told.code, grave(told)]).toEqual([0, []]);
    expect(told.output).toContain("aucune connue");
    expect(serverPid(dataDir)).toBeNull();
    await chmod(join(dataDir, "postgres-password"), 0o644);
    expect(grave(await doctor({ HUB_DATA_DIR: dataDir }))).toEqual(oneFault("chmod 600"));
    await chmod(join(dataDir, "postgres-password"), 0o600);
    await writeFile(join(dataDir, "postgres", "PG_VERSION"), "15\n");
    expect(grave(await doctor({ HUB_DATA_DIR: dataDir }))).toEqual(oneFault("créé par PostgreSQL 15"));
    const closed = join(dataDir, "new");
    await mkdir(closed, { mode: 0o777 });
    await chmod(closed, 0o777);
    expect(grave(await doctor({ HUB_DATA_DIR: closed }))).toEqual(oneFault("chmod go-w"));
  }, 60_000);

  it.each([
    ["18.20.0", "fault"],
    ["20.18.3", "fault"],
    ["20.19.0", "ok"],
    ["21.7.0", "fault"],
    ["22.1.0", "ok"],
    ["24.2.1", "ok"],
  ])("judges Node %s as the start does: %s", (version, level) => {
    expect(examineNode(version).level).toBe(level);
  });
});
