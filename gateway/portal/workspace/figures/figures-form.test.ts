import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { form2025 } from "../../../../subgraphs/quality-indicators/submission/testing/a-push.js";
import { aHub, type TestHub } from "../../../../test/harness/hub.js";
import { typographic } from "../../words/typography.js";
import { blockOf, campaign, filledForm, Manager, textOf } from "./testing/an-office.js";
import { kept, lastAnswer, silentEstablishments } from "./testing/kept.js";

let hub: TestHub;
let another: () => string;
beforeAll(async () => {
  hub = await aHub("in process", { PORTAL_SESSION_KEY: "a-key-of-the-portal-of-32-characters-" });
  another = await silentEstablishments(hub);
}, 120_000);
afterAll(() => hub.close());

describe("the yearly form in the browser, without scripts", () => {
  it("asks every question of the campaign's form in its words, last year's answer beside it", async () => {
    const manager = await Manager.of(hub, "ciusss-estrie-chus");
    const page = await manager.open();
    const asked = form2025.questions.filter(({ asked }) => asked);
    for (const { code, text } of asked) {
      expect([code, textOf({ html: blockOf(page, code) })]).toEqual([
        code,
        expect.stringContaining(textOf({ html: typographic(text.fr, "fr") }).trim()),
      ]);
    }
    expect(textOf({ html: blockOf(page, "B6") })).toContain("Campagne 2024 : 94");
    expect(textOf(page)).toContain("(heure de Toronto)");
    const english = await (await Manager.of(hub, "ciusss-estrie-chus", "en")).open();
    expect(textOf({ html: blockOf(english, "B6") })).toContain("Campaign 2024: 94");
  });

  it("tells every mistake beside its question, with its rule, keeps what was typed, and writes nothing", async () => {
    const office = another();
    const manager = await Manager.of(hub, office);
    const filled = {
      ...filledForm({ B3: null, "C6.text": null, C6: { choices: ["NO"] } }),
      "v.B5b": "1,234",
      "v.B6": "trente",
      "v.B5a": "-2",
      "v.C6.text": "Une démarche avec le ministère.",
      "v.D": Array.from({ length: 151 }, (_, index) => `mot${index}`).join(" "),
    };
    const page = await manager.press(await manager.open(), "check", filled);
    const beside = (code: string): string => textOf({ html: blockOf(page, code) });
    expect([page.status, textOf(page)]).toEqual([200, expect.stringContaining("rien n'a été enregistré")]);
    expect(beside("B3")).toMatch(/À corriger .*attend une valeur.*\(règle V18\)/);
    expect(beside("B5b")).toMatch(/« 1,234 » se lit de deux façons/);
    expect(beside("B6")).toMatch(/attend un nombre/);
    expect(beside("B5a")).toMatch(/À corriger .*\(règle V05\)/);
    expect(beside("C6.text")).toMatch(/\(règle V03\)/);
    expect(beside("D")).toMatch(/151 mots ; 150 au plus.*\(règle V06\).*151 mots sur 150 au plus/);
    expect(blockOf(page, "B6")).toMatch(/value="trente"[^>]*aria-invalid="true"/);
    expect(blockOf(page, "B6")).toMatch(/aria-describedby="[^"]*i-B6/);
    expect(page.html).toContain('<a href="#f-B6">Question B6</a>');
    expect(await kept(hub, office)).toEqual([]);
  });

  it("takes an explained warning, and not one that nobody explained", async () => {
    const manager = await Manager.of(hub, another());
    const more = { B6: { number: 10 }, B7: { number: 25 } };
    const bare = await manager.press(await manager.open(), "check", filledForm(more));
    expect(textOf({ html: blockOf(bare, "B7") })).toMatch(/À expliquer .*\(règle V09\)/);
    const said = { ...more, B7: { number: 25, comment: "Des directions engagent hors de la banque." } };
    const explained = await manager.press(bare, "check", filledForm(said));
    expect(textOf(explained)).toContain("Rien n'empêche l'envoi");
    expect(textOf({ html: blockOf(explained, "B7") })).toMatch(/Expliqué .*\(règle V09\)/);
  });

  it("keeps an incomplete draft that a colleague goes on with, and says who saved what", async () => {
    const office = another();
    const manager = await Manager.of(hub, office);
    const saved = await manager.press(await manager.open(), "draft", {
      "v.B6": "60",
      "v.B5b": "2,25",
      "m.B7": "DOES_NOT_KNOW",
      "c.B7": "Le registre est en refonte.",
    });
    expect([saved.status, saved.url.searchParams.get("enregistre")]).toEqual([200, "1"]);
    expect(textOf(saved)).toContain("Brouillon enregistré : révision 1.");
    const colleague = await (await Manager.of(hub, office, "en")).open();
    expect(blockOf(colleague, "B6")).toContain('value="60"');
    expect(blockOf(colleague, "B5b")).toContain('value="2.25"');
    expect(blockOf(colleague, "B7")).toMatch(
      /<option value="DOES_NOT_KNOW" selected>|<option selected value="DOES_NOT_KNOW">/,
    );
    expect(blockOf(colleague, "B7")).toContain("Le registre est en refonte.");
    expect(textOf(colleague)).toContain(`establishment:${office} (you)`);
    expect(await kept(hub, office)).toMatchObject([{ state: "DRAFT", revision: 1, mode: "DRAFT" }]);
  });

  it("asks an establishment with several offices which one answers, and never mixes their drafts", async () => {
    const establishment = another();
    const [first, second] = [`bureau-${establishment}`, `bureau-zz-${establishment}`];
    await hub.database.query(
      `INSERT INTO quality_indicators.frame SELECT campaign, '${second}', establishment, region, region_group, peer_group,
         in_universe_32, in_universe_35, names
       FROM quality_indicators.frame WHERE campaign = '${campaign}' AND office = '${first}'`,
    );
    const manager = await Manager.of(hub, establishment);
    for (const end of [`/${campaign}`, `/${campaign}?bureau=nulle-part`, `/${campaign}/fichier`]) {
      const page = await manager.open(end);
      expect(textOf(page)).toContain("Votre établissement a plusieurs bureaux");
      for (const office of [first, second]) expect(page.html).toContain(`bureau=${office}"`);
      expect(page.html).not.toContain('name="v.B6"');
    }
    const own = await manager.open(`/${campaign}?bureau=${first}`);
    await manager.press(own, "draft", { office: first, "v.B6": "61" });
    expect(blockOf(await manager.open(`/${campaign}?bureau=${first}`), "B6")).toContain('value="61"');
    expect(blockOf(await manager.open(`/${campaign}?bureau=${second}`), "B6")).not.toContain('value="61"');
    const list = textOf(await manager.open(""));
    expect(list).toContain(`État : Brouillon, révision 1 · Bureau : ${first}`);
    expect(list).toContain(`État : Pas encore commencé · Bureau : ${second}`);
  });

  it("refuses a draft that cannot be read, and keeps what was typed", async () => {
    const office = another();
    const manager = await Manager.of(hub, office);
    const refused = await manager.press(await manager.open(), "draft", {
      "v.B6": "1,200",
      "v.A2.2": "Cheffe",
    });
    expect([refused.status, textOf(refused)]).toEqual([
      422,
      expect.stringContaining("n'a pas été enregistré"),
    ]);
    expect(blockOf(refused, "B6")).toContain('value="1,200"');
    expect(blockOf(refused, "A2.2")).toContain('value="Cheffe"');
    const shapeless = await manager.press(refused, "draft", { "v.B6": "12", "m.B6": "DOES_NOT_KNOW" });
    expect([shapeless.status, textOf({ html: blockOf(shapeless, "B6") })]).toEqual([
      422,
      expect.stringContaining("Donnez une seule valeur"),
    ]);
    expect(await kept(hub, office)).toEqual([]);
  });

  it("counts two presses of one button once", async () => {
    const office = another();
    const manager = await Manager.of(hub, office);
    const page = await manager.open();
    const [first, second] = await Promise.all([
      manager.pressOnce(page, "draft", { "v.B6": "40" }),
      manager.pressOnce(page, "draft", { "v.B6": "40" }),
    ]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(await kept(hub, office)).toHaveLength(1);
  });

  it("shows what differs when somebody else saved meanwhile, and keeps what one chooses", async () => {
    const office = another();
    const manager = await Manager.of(hub, office);
    await manager.press(await manager.open(), "draft", { "v.B6": "40", "v.B5a": "3" });
    const mine = await manager.open();
    await manager.press(await manager.open(), "draft", { "v.B6": "55", "v.B5a": "4" });
    const typed = { "v.B6": "41", "v.B5a": "5", "c.B6": "Compté le 31 mars." };
    const conflict = await manager.press(mine, "draft", typed);
    expect([conflict.status, textOf(conflict)]).toEqual([409, expect.stringContaining("Rien n'est perdu")]);
    expect(textOf(conflict)).toMatch(/La vôtre 41 .*Celle qui est enregistrée.* 55 /);
    expect(await kept(hub, office)).toHaveLength(2);
    const choices = { ...typed, "keep.B6": "mine", "keep.B5a": "theirs" };
    const settled = await manager.press(conflict, "keep", choices);
    expect(settled.status).toBe(200);
    const rows = await kept(hub, office);
    expect([rows.length, lastAnswer(rows, "B6"), lastAnswer(rows, "B5a")]).toEqual([
      3,
      { question: "B6", number: 41, comment: "Compté le 31 mars." },
      { question: "B5a", number: 4 },
    ]);
  });

  it("turns going back, changing and saving again into a choice, never into a loss", async () => {
    const office = another();
    const manager = await Manager.of(hub, office);
    const page = await manager.open();
    await manager.press(page, "draft", { "v.B6": "40" });
    const again = await manager.press(page, "draft", { "v.B6": "42" });
    expect([again.status, (await kept(hub, office)).length]).toEqual([409, 1]);
  });

  it("tells the page's script the same rules, of what was touched alone", async () => {
    const office = another();
    const manager = await Manager.of(hub, office);
    const answer = await manager.pressOnce(await manager.open(), "", {
      "v.B6": "10",
      "v.B7": "25",
      "v.D": "un deux trois",
      "answer-as": "json",
      touched: ["B6", "B7"],
    });
    expect(answer.headers.get("content-type")).toContain("application/json");
    const told = JSON.parse(answer.html) as {
      live: string;
      issues: Record<string, { severity: string; message: string }[]>;
      counts: Record<string, string>;
    };
    expect(Object.keys(told.issues)).toEqual(["B6", "B7"]);
    expect(told.issues["B7"]?.[0]).toMatchObject({
      severity: "W",
      message: expect.stringContaining("25 partenaires actifs pour 10"),
    });
    expect(told.counts["D"]).toBe("3 mots sur 150 au plus.");
    expect(await kept(hub, office)).toEqual([]);
  });
});

describe("a draft that saves itself", () => {
  interface Autosaved {
    readonly told: string;
    readonly isSaved: boolean;
    readonly mayGoOn: boolean;
    readonly base: number | null;
  }
  const autosaved = ({ html }: { readonly html: string }): Autosaved => JSON.parse(html) as Autosaved;

  it("is one revision with its hour, none for what did not change, and never over what somebody else saved", async () => {
    const office = another();
    const manager = await Manager.of(hub, office);
    const fresh = await manager.open();
    expect(fresh.html).toContain('data-autosave-ms="300000"');
    const first = autosaved(await manager.pressOnce(fresh, "autosave", { "v.B6": "10" }));
    expect(first).toMatchObject({ isSaved: true, mayGoOn: true, base: 1 });
    expect(first.told).toMatch(/^Brouillon enregistré à \d+\sh\s\d\d\.$/);
    const second = autosaved(await manager.pressOnce(await manager.open(), "autosave", { "v.B6": "10" }));
    expect(second).toMatchObject({ isSaved: true, told: "", base: 1 });
    const late = autosaved(await manager.pressOnce(fresh, "autosave", { "v.B6": "12" }));
    expect(late).toMatchObject({ isSaved: false, mayGoOn: false });
    expect(late.told).toContain("rien n'a été écrasé");
    const unread = autosaved(await manager.pressOnce(await manager.open(), "autosave", { "v.B6": "dix" }));
    expect(unread).toMatchObject({ isSaved: false, mayGoOn: true });
    const rows = await kept(hub, office);
    expect([rows.length, rows[0]?.mode, lastAnswer(rows, "B6")?.number]).toEqual([1, "DRAFT", 10]);
  });

  it("never is of figures that were submitted: they would leave the queue of those who judge them", async () => {
    const manager = await Manager.of(hub, "chum");
    const before = await kept(hub, "chum");
    const page = await manager.open();
    expect(page.html).not.toContain("data-autosave-ms");
    const answer = autosaved(await manager.pressOnce(page, "autosave", { "v.B6": "10" }));
    expect(answer).toMatchObject({ isSaved: false, mayGoOn: false });
    expect(await kept(hub, "chum")).toEqual(before);
  });
});
