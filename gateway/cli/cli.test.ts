import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFolder } from "../../test/harness/folder.js";
import { freePort } from "../../test/harness/free-port.js";
import { testDay } from "../../test/harness/database.js";
import { aHub, type TestHub } from "../../test/harness/hub.js";
import { carrefour, fillTemplate } from "./testing/a-terminal.js";
import { readReference } from "../figures-file/reference.js";

const estrie = "ciusss-estrie-chus";
const notice = readReference().forms.get("2025-2026")!.notice.version;

let hub: TestHub;
let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  [hub, folder] = await Promise.all([aHub("in process"), aFolder()]);
}, 60_000);
afterAll(async () => {
  await hub?.close();
  await folder?.remove();
});

/** Runs a command on the test's hub as the office of Estrie; receipts go to a folder of the test. */
const asEstrie = async (command: string, ...words: string[]) =>
  carrefour(
    [command, ...words, "--url", hub.address, ...(command === "push" ? ["--receipt", receipts()] : [])],
    {
      CARREFOUR_TOKEN: await hub.tokenFor(`establishment:${estrie}`),
    },
  );

const fill = (template: string, name: string, changes = {}): Promise<string> =>
  fillTemplate(template, join(folder.path, name), changes);

const written = async (): Promise<number[]> => {
  const tables = ["submission", "submission_revision", "idempotency_key", "audit_entry"];
  const counts = tables.map((table) => `(SELECT count(*)::int FROM quality_indicators.${table}) AS ${table}`);
  const [row] = await hub.database.query<Record<string, number>>(`SELECT ${counts.join(", ")}`);
  return Object.values(row ?? {});
};
const writingNothing = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const before = await written();
  const result = await work();
  expect(await written()).toEqual(before);
  return result;
};
const receipts = () => join(folder.path, "recus");
const receiptIn = (output: string) => /reçu (\S+\/\d+\/[0-9a-f]{64})/.exec(output)?.[1];

describe("the yearly figures of an office, from the template to the hub", () => {
  let figures: string;
  let receipt: string | undefined;

  it("start from a template that nobody overwrites by accident", async () => {
    const template = join(folder.path, "modele.csv");
    const words = ["template", "--campaign", "2025-2026", "--establishment", estrie, "--out", template];
    expect(await carrefour(words)).toMatchObject({ code: 0 });
    const again = await carrefour(words);
    expect(again).toMatchObject({ code: 2, output: expect.stringContaining("existe déjà") });
    figures = await fill(template, "donnees.csv");
  });

  it("are told to be complete, without account or hub", async () => {
    expect(await carrefour(["validate", figures])).toMatchObject({
      code: 0,
      output: expect.stringContaining("Prêt à envoyer"),
    });
  });

  it("are tried without writing anything", async () => {
    const { code, output } = await writingNothing(() => asEstrie("push", figures, "--dry-run"));
    expect(output).toContain("ACCEPTED");
    expect(output).toContain("rien n'a été écrit");
    expect(code).toBe(0);
    expect(await readdir(folder.path)).not.toContain("recus");
  });

  it("are compared with those of last year while they are tried", async () => {
    const { output } = await asEstrie("push", figures, "--dry-run");
    expect(output).toContain("Par rapport à la campagne 2024");
    expect(output).toMatch(/│ B6 +│ \d+ +│ 60 /);
  });

  it("are acknowledged with a receipt, the same one when they are sent again", async () => {
    const first = await asEstrie("push", figures, "--notice", notice);
    receipt = receiptIn(first.output);
    expect(receipt).toBeDefined();
    expect(first.code).toBe(0);
    expect(first.output).not.toContain("Déjà reçu");
    const again = await writingNothing(() => asEstrie("push", figures, "--notice", notice));
    expect(receiptIn(again.output)).toBe(receipt);
    expect(again.output).toContain("Déjà reçu");
    expect(again.code).toBe(0);
  });

  it("leave a receipt file that a second push of the same does not double", async () => {
    expect(await readdir(receipts())).toEqual([`recu-2025-2026-bureau-${estrie}-r1.json`]);
    const kept = JSON.parse(
      await readFile(join(receipts(), `recu-2025-2026-bureau-${estrie}-r1.json`), "utf8"),
    );
    expect(kept).toEqual({
      receipt,
      campaign: "2025-2026",
      establishment: estrie,
      office: `bureau-${estrie}`,
      revision: 1,
      submission: expect.stringMatching(/^[0-9a-f-]{36}$/),
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      receivedAt: testDay.toISOString(),
    });
  });

  it("are listed with their state, to who sent them only", async () => {
    const mine = await carrefour(
      ["status", "--campaign", "2025-2026", "--as", `establishment:${estrie}`, "--url", hub.address],
      {
        HUB_DATA_DIR: hub.dataDir,
      },
    );
    expect(mine.output).toContain("SUBMITTED");
    expect(mine.output).toContain(`bureau-${estrie}`);
    expect(mine.output).not.toContain("bureau-chum");
    expect(mine.code).toBe(0);
  });

  it("are compared question by question when somebody else was faster", async () => {
    const other = await fill(join(folder.path, "modele.csv"), "autre.csv", { B6: { number: 55 } });
    const { code, output } = await writingNothing(() => asEstrie("push", other, "--notice", notice));
    expect(output).toContain("CONFLICT");
    expect(output).toMatch(/B6 +│ 55 +│ 60 /);
    expect(output).toContain("--base-revision 1");
    expect(code).toBe(1);
    const compared = await asEstrie("push", other, "--notice", notice, "--base-revision", "1");
    expect(compared.output).toContain("Révision 2");
    expect(compared.code).toBe(0);
  });
});

describe("what is refused", () => {
  it("is told with its row and column, in a report too, and nothing is written", async () => {
    const bad = join(folder.path, "fautif.csv");
    const text = [
      "campaign,establishment,office,question,value,missing,comment",
      `2025-2026,${estrie},,B4,"50,000$",,`,
      `2025-2026,${estrie},,B6,"50,000$",,`,
    ].join("\n");
    await writeFile(bad, text);
    const report = join(folder.path, "rapport.json");
    const { code, output } = await carrefour(["validate", bad, "--lang", "en", "--report", report]);
    expect(output).toMatch(/│ 3 +│ value +│ B6 +│ E FILE +│ Question B6 takes a number/);
    expect(code).toBe(1);
    const told = JSON.parse(await readFile(report, "utf8")) as { row: number; code: string }[];
    expect(told).toContainEqual(expect.objectContaining({ row: 2, column: "value", code: "UNKNOWN_CHOICE" }));
    expect(told).toContainEqual(expect.objectContaining({ row: 3, column: "value", code: "NOT_A_NUMBER" }));
    const push = await writingNothing(() => asEstrie("push", bad, "--draft"));
    expect(push.output).toContain("Rien n'a été envoyé");
    expect(push.code).toBe(1);
  });

  it("is the figures of another establishment, at the column that says whose they are", async () => {
    const template = join(folder.path, "chum.csv");
    await writeFile(
      template,
      (await readFile(join(folder.path, "modele.csv"), "utf8")).replaceAll(estrie, "chum"),
    );
    const others = await fill(template, "chum-rempli.csv");
    const { code, output } = await writingNothing(() => asEstrie("push", others, "--notice", notice));
    expect(output).toMatch(/│ 2 +│ establishment +│ +│ E V01/);
    expect(code).toBe(1);
  });

  it("is an unknown option", async () => {
    expect(await carrefour(["push", "f.csv", "--force"])).toEqual({
      code: 2,
      output: "Option inconnue : --force. Voyez carrefour --help\n",
    });
  });

  it("is a token that the hub does not know, and a hub that does not answer, without a stack", async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    const [refused, absent] = await Promise.all([
      carrefour(["status", "--token", "x.y.z", "--url", hub.address]),
      carrefour(["status", "--token", "x.y.z", "--url", nobody, "--lang", "en"]),
    ]);
    expect(refused).toMatchObject({ code: 4, output: expect.stringContaining("UNAUTHENTICATED") });
    expect(absent).toMatchObject({ code: 3, output: expect.stringContaining("No hub answers at") });
    for (const { output } of [refused, absent]) expect(output).not.toContain("    at ");
  });
});
