import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, suiteRoleSecret, type TestDatabase } from "../harness/database.js";
import { freePort } from "../harness/free-port.js";
import { runProgram } from "../harness/program.js";
import { anOldServer } from "./old-server.js";

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carrefour-refused-"));
  dataDir = join(folder, "data");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts the hub, expects it to refuse; gives what it said. */
async function refusal(
  environment: Record<string, string>,
  values: string[] = ["start.mjs"],
): Promise<string> {
  const program = runProgram(values, { HUB_DATA_DIR: dataDir, ...environment });
  expect(await program.ended()).toBe(1);
  return program.output();
}

const listening = (port: number): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer().listen(port, "127.0.0.1", () => resolve(server));
  });

describe("a start that cannot succeed says why in both languages and leaves nothing behind", () => {
  it("names the busy port and the way out, before it makes a database", async () => {
    const port = await freePort();
    const taken = await listening(port);
    const said = await refusal({ PORT: String(port) });
    taken.close();
    expect(said).toContain(`Le port ${port} est déjà pris`);
    expect(said).toContain(`Port ${port} is already used`);
    await expect(readdir(dataDir)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("lists every unknown value of the environment with what was expected", async () => {
    const said = await refusal({ PORT: "quatre", HUB_SEED: "vrai", DATABASE_URL: "mysql://x" });
    expect(said).toMatch(/PORT=quatre : valeur non reconnue/);
    expect(said).toMatch(/HUB_SEED=vrai: value not recognised; expected: demo \| reference/);
    expect(said).toMatch(/DATABASE_URL=mysql:\/\/x: value not recognised; expected: postgres:\/\//);
    await expect(readdir(dataDir)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("names the journal that it cannot write, and the way out", async () => {
    const notAFolder = join(folder, "a-file");
    await writeFile(notAFolder, "kept");
    const said = await refusal({ HUB_DATA_DIR: notAFolder, HUB_LOG: "file", PORT: String(await freePort()) });
    expect(said).toContain(`Le journal ${join(notAFolder, "hub.log")} ne peut être ouvert`);
    expect(said).toContain("or give HUB_LOG=stdout");
    expect(await readFile(notAFolder, "utf8")).toBe("kept");
  });

  it("refuses demonstration data and the development issuer in production", async () => {
    expect(await refusal({ NODE_ENV: "production", HUB_SEED: "demo" })).toContain("HUB_SEED=demo is refused");
    expect(await refusal({ NODE_ENV: "production" })).toContain("needs OIDC_ISSUER");
  });

  it("refuses an issuer that asks for no password to other machines", async () => {
    expect(await refusal({ HOST: "0.0.0.0" })).toContain("it then needs OIDC_ISSUER");
    await expect(readdir(dataDir)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("says that the database does not answer, without its password", async () => {
    const port = await freePort();
    const said = await refusal({
      PORT: String(await freePort()),
      DATABASE_URL: `postgres://hub_admin:un-secret@127.0.0.1:${port}/carrefour`,
    });
    expect(said).toContain(`La base de données 127.0.0.1:${port}/carrefour ne répond pas`);
    expect(said).toContain("does not answer");
    expect(said).not.toContain("un-secret");
  });

  it("refuses to serve or to ask a subgraph over HTTP without a secret that both know", async () => {
    const elsewhere = { HUB_DATA_DIR: join(folder, "no-secret") };
    const gateway = await refusal({
      ...elsewhere,
      PORT: String(await freePort()),
      SUBGRAPH_URL_PARTNERS: "http://127.0.0.1:9/graphql",
    });
    const subgraph = await refusal({ ...elsewhere, PORT: String(await freePort()) }, [
      "dist/subgraphs/start.js",
      "partners",
    ]);
    for (const said of [gateway, subgraph]) {
      expect(said).toContain("donnez HOP_SECRET");
      expect(said).toContain("give HOP_SECRET");
    }
    await expect(readdir(elsewhere.HUB_DATA_DIR)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("refuses a PostgreSQL older than 15", async () => {
    const old = await anOldServer(new URL(process.env.TEST_DATABASE_URL ?? ""));
    const said = await refusal({ PORT: String(await freePort()), DATABASE_URL: old.url });
    await old.close();
    expect(said).toContain("La base de données est un PostgreSQL 14");
    expect(said).toContain("version 15 or newer is needed");
  });

  it("refuses an old Node", async () => {
    const disguise = join(folder, "old-node.cjs");
    await writeFile(disguise, 'Object.defineProperty(process.versions, "node", { value: "18.20.0" });');
    const said = await refusal({}, ["--require", disguise, "start.mjs"]);
    expect(said).toContain("Carrefour demande Node 20.19");
    expect(said).toContain("Carrefour needs Node 20.19");
  });
});

describe("a database that was left half-upgraded", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await aDatabase("reference");
  });
  afterAll(() => database.drop());

  const environment = async (): Promise<Record<string, string>> => ({
    PORT: String(await freePort()),
    DATABASE_URL: database.address.url,
    DATABASE_ROLE_SECRET: suiteRoleSecret,
  });
  const tables = () =>
    database.query(
      "SELECT schemaname, tablename FROM pg_tables WHERE schemaname LIKE 'establishments%' ORDER BY 1, 2",
    );

  it("is refused with the schema's name when tables are there without a recorded migration, and nothing changes", async () => {
    await database.query("DELETE FROM establishments.migration");
    const before = await tables();
    const said = await refusal(await environment());
    expect(said).toContain("La mise à niveau du schéma « establishments » a échoué");
    expect(said).toContain("Upgrading the schema “establishments” failed");
    expect(await tables()).toEqual(before);
  });

  it("is refused when it lacks migrations of this version and holds one that this version does not know", async () => {
    await database.query(
      `INSERT INTO establishments.migration (timestamp, name) VALUES (9999999999999, 'Future9999999999999')`,
    );
    expect(await refusal(await environment())).toContain("migration “Future9999999999999”");
  });
});
