import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFolder } from "../../test/harness/folder.js";
import { freePort } from "../../test/harness/free-port.js";
import { aHub, type TestHub } from "../../test/harness/hub.js";
import { carrefour } from "./testing/a-terminal.js";

const estrie = "ciusss-estrie-chus";
let hub: TestHub;
let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  [hub, folder] = await Promise.all([aHub("in process"), aFolder()]);
}, 60_000);
afterAll(async () => {
  await hub?.close();
  await folder?.remove();
});

const inFolder = (name: string): string => join(folder.path, name);
const asEstrie = async (...words: string[]) =>
  carrefour([...words, "--url", hub.address, "--lang", "fr"], {
    CARREFOUR_TOKEN: await hub.tokenFor(`establishment:${estrie}`),
  });
const push = (file: string, ...words: string[]) =>
  asEstrie("push-roster", file, "--receipt", inFolder("recu.json"), ...words);
const revisions = async (): Promise<number> =>
  (await hub.database.query("SELECT FROM partners.roster_revision")).length;

describe("a roster, from the template to the hub", () => {
  const own = (id: string): string =>
    `${id},ACTIVE,RESOURCE,A50_64,WOMAN,FR,RSS-05,ONCOLOGY,PATIENT,2021,oui,non,COLLABORATION,CO_LED,TACTICAL,CARE,ONCOLOGY,RESOURCE_PARTNER,CO_CONSTRUCTION,HOURLY,2024,`;
  let header: string;
  const file = async (name: string, ...rows: string[]): Promise<string> => {
    await writeFile(inFolder(name), [header, ...rows].join("\n"));
    return inFolder(name);
  };

  it("starts from a template, empty without an account, filled with the roster as it stands with one", async () => {
    const template = inFolder("vide.csv");
    expect(await carrefour(["template", "--roster", "--out", template])).toMatchObject({ code: 0 });
    header = (await readFile(template, "utf8")).trim();
    expect(header.replace("\ufeff", "")).toMatch(/^localId,status,profiles,.*,fromYear,toYear$/);
    const filled = await asEstrie("template", "--roster", "--out", inFolder("rempli.csv"));
    expect(filled.code).toBe(0);
    const [known] = await hub.database.query<{ count: number }>(
      `SELECT count(*)::integer FROM partners.partner WHERE establishment = '${estrie}'`,
    );
    const ids = (await readFile(inFolder("rempli.csv"), "utf8"))
      .split("\r\n")
      .slice(1, -1)
      .map((row) => row.split(",")[0]);
    expect(new Set(ids).size).toBe(known!.count);
    // Sent as it is, nothing changes.
    const again = await push(inFolder("rempli.csv"), "--dry-run");
    expect(again).toMatchObject({ code: 0, output: expect.stringContaining(`${known!.count} identiques`) });
    expect(await carrefour(["template"])).toMatchObject({
      code: 2,
      output: expect.stringContaining("--roster"),
    });
  });

  it("is refused here when it says who people are: nothing is sent, nothing of it is printed", async () => {
    const named = await file(
      "noms.csv",
      own("Jean-Canaripersonne"),
      own("P-2").replace("WOMAN", "canari@x.ca"),
    );
    const { code, output } = await push(named);
    expect({ code, sent: await revisions() }).toEqual({ code: 1, sent: 0 });
    expect(output).toContain("Rien n'a été envoyé");
    expect(output).toContain("P02");
    expect(output).not.toMatch(/canari/i);
  });

  it("is tried, pushed with a receipt, replayed, and in conflict once it is stale", async () => {
    const roster = await file("registre.csv", ...Array.from({ length: 8 }, (_, index) => own(`Q-${index}`)));
    const tried = await push(roster, "--dry-run");
    expect(tried).toMatchObject({ code: 0, output: expect.stringContaining("rien n'a été écrit") });
    expect(await revisions()).toBe(0);
    const pushed = await push(roster, "--key", "premier");
    expect(pushed).toMatchObject({ code: 0, output: expect.stringContaining("Révision 1, reçu") });
    expect(JSON.parse(await readFile(inFolder("recu.json"), "utf8"))).toMatchObject({
      establishment: estrie,
      revision: 1,
      receipt: expect.stringMatching(/^ciusss-estrie-chus\/roster\/1\//),
      counts: { created: 8 },
    });
    expect((await push(roster, "--key", "premier")).output).toContain("Déjà reçu");
    expect(await revisions()).toBe(1);
    const stale = await push(await file("autre.csv", own("Q-0")));
    expect(stale).toMatchObject({ code: 1, output: expect.stringContaining("--base-revision 1") });
  });

  it("erases who withdraws, and tells the row of who is in both", async () => {
    const all = [own("Q-0"), own("Q-1")];
    const both = await push(await file("deux.csv", ...all), "--base-revision", "1", "--withdraw", "Q-1");
    expect(both).toMatchObject({ code: 1, output: expect.stringContaining("P05") });
    const gone = await push(await file("un.csv", own("Q-0")), "--base-revision", "1", "--withdraw", "Q-1");
    expect(gone).toMatchObject({ code: 0, output: expect.stringContaining("1 retirés et effacés") });
    const kept = await hub.database.query("SELECT FROM partners.roster_row WHERE local_id = 'Q-1'");
    expect(kept).toEqual([]);
  });

  it("ends with the code that says what went wrong", async () => {
    const roster = await file("fin.csv", own("Q-0"));
    expect(await push(inFolder("absent.csv"))).toMatchObject({ code: 2 });
    const nobody = ["push-roster", roster, "--url", hub.address];
    expect(await carrefour(nobody)).toMatchObject({ code: 2 });
    const steward = { CARREFOUR_TOKEN: await hub.tokenFor("steward:collect") };
    expect(await carrefour(nobody, steward)).toMatchObject({ code: 2 });
    const away = ["push-roster", roster, "--url", `http://127.0.0.1:${await freePort()}`, "--token", "x"];
    expect(await carrefour(away)).toMatchObject({ code: 3 });
    expect(await readdir(folder.path)).toContain("recu.json");
  });
});
