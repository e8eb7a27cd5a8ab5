import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFolder } from "../../test/harness/folder.js";
import { aHub, type TestHub } from "../../test/harness/hub.js";
import {
  anOpening,
  openingMutation,
} from "../../subgraphs/quality-indicators/campaign/testing/an-opening.js";
import { fullAnswers } from "../../subgraphs/quality-indicators/submission/testing/a-push.js";
import { readReference } from "../figures-file/reference.js";
import { carrefour, fillTemplate } from "./testing/a-terminal.js";

// An office of the demonstration that has answered already; the others wait, Estrie among them.
const answered = "chum";
let waiting: string[];
const notice = readReference().forms.get("2025-2026")!.notice.version;

let hub: TestHub;
let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  [hub, folder] = await Promise.all([aHub("in process"), aFolder()]);
  const rows = await hub.database.query<{ establishment: string }>(
    `SELECT establishment FROM quality_indicators.frame AS expected WHERE campaign = '2025-2026' AND NOT EXISTS (
       SELECT FROM quality_indicators.submission AS sent
       WHERE sent.campaign = expected.campaign AND sent.office = expected.office)
     ORDER BY establishment <> 'ciusss-estrie-chus', establishment LIMIT 3`,
  );
  waiting = rows.map(({ establishment }) => establishment);
}, 60_000);
afterAll(async () => {
  await hub?.close();
  await folder?.remove();
});

const path = (name: string): string => join(folder.path, name);
const asCollector = async (...words: string[]) =>
  carrefour([...words, "--url", hub.address], { CARREFOUR_TOKEN: await hub.tokenFor("steward:collect") });

/** One file with the complete answers of several establishments. */
async function campaignFile(name: string, establishments: readonly string[], changes = {}): Promise<string> {
  const template = path(`modele-${name}`);
  const words = ["template", "--campaign", "2025-2026", "--establishment", establishments[0]!];
  await carrefour([...words, "--out", template]);
  const filled = await readFile(await fillTemplate(template, path(`une-${name}`), changes), "utf8");
  const [header, ...rows] = filled.split("\n");
  const all = establishments.flatMap((code) =>
    rows.filter(Boolean).map((row) => row.replace(establishments[0]!, code)),
  );
  await writeFile(path(name), [header, ...all].join("\n"));
  return path(name);
}

describe("one file for a whole campaign, pushed by a steward of the collection", () => {
  let file: string;
  beforeAll(async () => {
    expect(waiting).toHaveLength(3);
    file = await campaignFile("campagne.csv", [...waiting, answered]);
  }, 60_000);

  it("is tried office by office without writing anything, against last year", async () => {
    const { code, output } = await asCollector("push", file, "--dry-run");
    expect(output).toContain("4 bureau(x) : 3 accepté · 1 en conflit.");
    expect(output).toContain("écarts");
    expect(code).toBe(1);
  });

  it("is one push an office: what one is refused does not hold back the others", async () => {
    const { code, output } = await asCollector("push", file, "--notice", notice, "--receipt", path("recus"));
    expect(output).toMatch(/│ ciusss-estrie-chus +│ bureau-ciusss-estrie-chus +│ accepté +│ 1 /);
    expect(output).toContain("chum : Des données déjà approuvées");
    expect(output).toMatch(/│ chum +│ bureau-chum +│ en conflit/);
    expect(output).toContain("Chaque bureau est un envoi à part");
    expect(code).toBe(1);
    expect((await readdir(path("recus"))).sort()).toEqual(
      [...waiting].sort().map((code) => `recu-2025-2026-bureau-${code}-r1.json`),
    );
  });

  it("counts nothing twice when the same command is run again after an interruption", async () => {
    const count = "SELECT count(*)::int AS revisions FROM quality_indicators.submission_revision";
    const before = await hub.database.query(count);
    const { code, output } = await asCollector("push", file, "--notice", notice, "--receipt", path("recus"));
    expect(output).toContain("4 bureau(x) : 1 en conflit · 3 inchangé.");
    expect(code).toBe(1);
    expect(await hub.database.query(count)).toEqual(before);
    expect(await readdir(path("recus"))).toHaveLength(waiting.length);
  });

  it("tells offices whose figures the hub already has under another key as unchanged", async () => {
    const own = await campaignFile("deux.csv", waiting.slice(0, 2));
    const { code, output } = await asCollector("push", own, "--notice", notice, "--key", "autre");
    expect(output).toContain("2 bureau(x) : 2 inchangé.");
    expect(code).toBe(0);
  });

  it("is not sent at all when a row of it cannot be read", async () => {
    const text = (await readFile(file, "utf8")).replace(";B6;60;", ';B6;"60 $";');
    await writeFile(path("fautif.csv"), text);
    const { code, output } = await asCollector("push", path("fautif.csv"), "--notice", notice);
    expect(output).toContain("Rien n'a été envoyé");
    expect(code).toBe(1);
  });
});

describe("where a campaign stands", () => {
  it("is a table for each list of offices, by region and by type", async () => {
    const { code, output } = await asCollector("completeness", "--campaign", "2025-2026");
    expect(output).toContain("liste de 35 bureaux");
    expect(output).toContain("liste de 32 bureaux");
    expect(output).toMatch(/│ région +│ RSS-05 +│ 1 +│ 1 /);
    expect(output).toMatch(/│ ensemble +│ – +│ 35 /);
    expect(code).toBe(0);
  });

  it("is JSON and CSV for programs", async () => {
    const json = await asCollector("completeness", "--campaign", "2025-2026", "--json");
    expect(JSON.parse(json.output)).toMatchObject({ campaign: "2025-2026" });
    const csv = await asCollector("completeness", "--campaign", "2025-2026", "--csv");
    expect(csv.output).toMatch(/2025-2026,35,HEALTH_REGION,RSS-05/);
    expect(csv.code).toBe(0);
  });

  it("is refused for a campaign that does not exist, and without a right to it", async () => {
    expect(await asCollector("completeness", "--campaign", "2031")).toMatchObject({ code: 1 });
    const token = await hub.tokenFor("researcher");
    const researcher = await carrefour(["completeness", "--campaign", "2025-2026", "--url", hub.address], {
      CARREFOUR_TOKEN: token,
    });
    expect(researcher).toMatchObject({ code: 4, output: expect.stringContaining("NOT_ALLOWED") });
  });
});

describe("a template, for who says who they are", () => {
  it("starts from the values of last year, which are accepted as a file", async () => {
    const words = ["template", "--campaign", "2025-2026", "--establishment", answered];
    const { code, output } = await carrefour([...words, "--out", path("rempli.csv"), "--url", hub.address], {
      CARREFOUR_TOKEN: await hub.tokenFor(`establishment:${answered}`),
    });
    expect(output).toContain("valeurs de la campagne 2024");
    expect(code).toBe(0);
    const text = await readFile(path("rempli.csv"), "utf8");
    expect(text).toMatch(/2025-2026,chum,,B6,\d+,,/);
    expect(text.match(/,C1,[A-Z_]+,/g)!.length).toBeGreaterThan(1);
  });

  it("comes with the form itself, which validates offline where the campaign is not known", async () => {
    const form = path("formulaire.json");
    const words = ["template", "--campaign", "2025-2026", "--form-output", form];
    // A template is of one establishment: without it, no file to fill is written, and that is told.
    const noOne = await carrefour([...words, "--out", path("personne.csv")]);
    expect(noOne).toMatchObject({ code: 2, output: expect.stringContaining("Pour quel établissement ?") });
    await carrefour(words);
    const known = JSON.parse(await readFile(form, "utf8"));
    await writeFile(form, JSON.stringify({ ...known, form: { ...known.form, code: "2031-2032" } }));
    const figures = path("autre-campagne.csv");
    await writeFile(figures, (await readFile(path("deux.csv"), "utf8")).replaceAll("2025-2026", "2031-2032"));
    expect(await carrefour(["validate", figures])).toMatchObject({ code: 1 });
    expect(await carrefour(["validate", figures, "--form", form])).toMatchObject({
      code: 0,
      output: expect.stringContaining("Prêt à envoyer"),
    });
    expect(await carrefour(["validate", figures, "--form", figures])).toMatchObject({ code: 2 });
  });
});

describe("a campaign that a steward opens through the API", () => {
  it("gives its form to the template, to the push and to an offline validation", async () => {
    const { data, errors } = await hub.ask<{ openCampaign: { status: string } }>(openingMutation, {
      account: "steward:collect",
      variables: { input: anOpening() },
    });
    expect({ errors, status: data?.openCampaign.status }).toEqual({ errors: undefined, status: "OPENED" });
    const code = "2026-2027";
    const words = ["--campaign", code, "--establishment", waiting[1]!];
    expect(await carrefour(["template", ...words])).toMatchObject({
      code: 2,
      output: expect.stringContaining("dites qui vous êtes"),
    });
    const [modele, form] = [path("2026.csv"), path("2026.json")];
    const template = await asCollector("template", ...words, "--out", modele, "--form-output", form);
    expect(template).toMatchObject({ code: 0 });
    // Plans that ended before the new period would need a comment (V17).
    const plans = fullAnswers().find(({ question }) => question === "C3")!.choices!;
    const C3 = { choices: plans.filter((plan) => !/_\d{4}_\d{2}$/.test(plan)) };
    const figures = await fillTemplate(modele, path("2026-rempli.csv"), { C3 });
    expect(await carrefour(["validate", figures])).toMatchObject({
      code: 1,
      output: expect.stringContaining(code),
    });
    const offline = await carrefour(["validate", figures, "--form", form]);
    expect(offline.output).toContain("Prêt à envoyer");
    expect(offline.code).toBe(0);
    const pushed = await asCollector("push", figures, "--notice", notice, "--receipt", path("recus-2026"));
    expect(pushed.output).toContain("ACCEPTED");
    expect(pushed.code).toBe(0);
  });
});
