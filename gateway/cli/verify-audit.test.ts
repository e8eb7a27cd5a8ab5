import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roleSecretOf } from "../../subgraphs/index.js";
import { aPush } from "../../subgraphs/quality-indicators/submission/testing/a-push.js";
import {
  aDataDir,
  cleanUp,
  serverPid,
} from "../../subgraphs/shared/embedded-database/testing/data-directory.js";
import { aHub as anEmbeddedHub } from "../../subgraphs/shared/embedded-database/testing/hub-process.js";
import { fillDatabase, suiteRoleSecret } from "../../test/harness/database.js";
import { aFolder } from "../../test/harness/folder.js";
import { aHub, type TestHub } from "../../test/harness/hub.js";
import { runProgram } from "../../test/harness/program.js";

let hub: TestHub;
let folder: Awaited<ReturnType<typeof aFolder>>;
let receipt: string;
beforeAll(async () => {
  [hub, folder] = await Promise.all([aHub("in process"), aFolder()]);
  const { data } = await hub.ask<{ submitYearlyFigures: { receipt: string } }>(
    "mutation ($input: YearlyFiguresInput!) { submitYearlyFigures(input: $input) { receipt } }",
    { account: "establishment:ciusss-estrie-chus", variables: { input: aPush() } },
  );
  receipt = data!.submitYearlyFigures.receipt;
}, 90_000);
afterAll(async () => {
  await hub?.close();
  await folder?.remove();
  await cleanUp();
});

/** Runs the command to its end; gives its exit code and everything it printed. */
async function verifyAudit(words: string[], environment: Record<string, string>) {
  const program = runProgram(["dist/gateway/cli/program.js", "verify-audit", ...words], environment);
  const code = await program.ended();
  return { code, output: program.output() };
}
const onTheHub = (...words: string[]) =>
  verifyAudit(words, { DATABASE_URL: hub.database.address.url, DATABASE_ROLE_SECRET: suiteRoleSecret });

const fileOf = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder.path, name);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};
/** The heads that the hub publishes, as a witness keeps them. */
async function keptHeads(name: string): Promise<string> {
  const answer = await fetch(`${hub.address}/data/audit/heads.json`);
  expect(answer.status).toBe(200);
  return fileOf(name, await answer.text());
}

describe("carrefour verify-audit", () => {
  it("verifies a database in words, in French or English, and ends with 0", async () => {
    const french = await onTheHub();
    expect(french.output).toMatch(/^Journal vérifié : \d+ chaînes, \d+ entrées, .* 1 sceaux, 0 reçus\.\n$/);
    expect(french.code).toBe(0);
    expect((await onTheHub("--lang", "en")).output).toMatch(/^Audit verified: \d+ chains, /);
  });

  it("verifies what carrefour push wrote, receipts one a line, and the heads of a day", async () => {
    const written = await fileOf("recu.json", { receipt, campaign: "2025-2026", revision: 1 });
    const lines = await fileOf("recus.txt", `${receipt}\r\n\n${receipt}\n`);
    const { code, output } = await onTheHub(
      ...["--receipt", written, "--receipt", lines, "--heads", await keptHeads("heads.json"), "--json"],
    );
    expect(JSON.parse(output)).toMatchObject({ verified: true, receipts: 3, findings: [] });
    expect(code).toBe(0);
  });

  it("tells each fault with its place and ends with 1", async () => {
    const other = receipt.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
    const [place] = /^[^/]*\/\d+/.exec(receipt)!;
    const path = await fileOf("autre.txt", other);
    const { code, output } = await onTheHub("--receipt", path);
    expect(output).toContain(`${place} · RECEIPT_DIFFERS · Le reçu ${other} ne correspond pas`);
    expect(output).toContain("Journal fautif (1)");
    expect(code).toBe(1);
    const asJson = await onTheHub("--receipt", path, "--json");
    const [chain, sequence] = receipt.split("/");
    expect(JSON.parse(asJson.output)).toMatchObject({
      verified: false,
      findings: [{ code: "RECEIPT_DIFFERS", chain, sequence: Number(sequence) }],
    });
    expect(asJson.code).toBe(1);
  });

  it("finds heads that another hub signed, unless its key is given as a former one", async () => {
    const heads = await keptHeads("signed.json");
    const environment = {
      DATABASE_URL: hub.database.address.url,
      DATABASE_ROLE_SECRET: suiteRoleSecret,
      AUDIT_SIGNING_KEY:
        "-----BEGIN PRIVATE KEY-----\\nMC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\\n-----END PRIVATE KEY-----",
    };
    const { code, output } = await verifyAudit(["--heads", heads], environment);
    expect([code, output.match(/SEAL_UNSIGNED/g)]).toEqual([1, ["SEAL_UNSIGNED", "SEAL_UNSIGNED"]]);
    expect((await verifyAudit(["--heads", heads, "--key", heads], environment)).code).toBe(0);
  });

  it("ends with 2 when it is called in a way that cannot work, and says why", async () => {
    for (const [words, said] of [
      [["--receipt", join(folder.path, "nulle-part")], "ne peut pas être lu"],
      [["--receipt", await fileOf("vide.txt", "")], "n'a pas la forme attendue"],
      [["--receipt", await fileOf("objet.json", { rien: 1 })], "n'a pas la forme attendue"],
      [["--heads", await fileOf("tetes.json", { day: "2026-05-03" })], "n'a pas la forme attendue"],
      [["--key", await fileOf("cle.json", {})], "n'a pas la forme attendue"],
      [["--nothing"], "Option inconnue"],
    ] as const) {
      const { code, output } = await onTheHub(...words);
      expect([words[0], code, output]).toEqual([words[0], 2, expect.stringContaining(said)]);
    }
    const badKey = { DATABASE_URL: hub.database.address.url, AUDIT_SIGNING_KEY_FILE: "/nulle-part" };
    const { code, output } = await verifyAudit([], badKey);
    expect([code, output]).toEqual([2, expect.stringContaining("AUDIT_SIGNING_KEY_FILE")]);
  });

  it("ends with 3 when the database cannot be reached, is not a hub's, or is not there", async () => {
    const elsewhere = new URL(hub.database.address.url);
    elsewhere.port = "1";
    const notOurs = new URL(hub.database.address.url);
    notOurs.pathname = "/postgres";
    for (const environment of [
      { DATABASE_URL: elsewhere.toString(), DATABASE_ROLE_SECRET: suiteRoleSecret },
      { DATABASE_URL: notOurs.toString(), DATABASE_ROLE_SECRET: suiteRoleSecret },
      { HUB_DATA_DIR: join(folder.path, "aucune-base") },
    ])
      expect(await verifyAudit([], environment)).toMatchObject({
        code: 3,
        output: expect.stringMatching(/base/),
      });
    expect(existsSync(join(folder.path, "aucune-base"))).toBe(false);
  });

  it("reaches the hub's own database while the hub runs, and starts it when it does not", async () => {
    const dataDir = await aDataDir();
    const embedded = anEmbeddedHub(dataDir);
    const { url } = await embedded.ready();
    await fillDatabase({ url, roleSecret: roleSecretOf(url, undefined) }, "none");
    const running = serverPid(dataDir);
    expect(await verifyAudit([], { HUB_DATA_DIR: dataDir })).toMatchObject({ code: 0 });
    expect(serverPid(dataDir)).toBe(running);
    await embedded.stop();
    expect(await verifyAudit([], { HUB_DATA_DIR: dataDir })).toMatchObject({ code: 0 });
    expect(serverPid(dataDir)).toBeNull();
  }, 90_000);
});
