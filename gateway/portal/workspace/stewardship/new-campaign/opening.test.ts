import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../../../test/harness/hub.js";
import { errorOf, sessions, Steward, wordsOfPage } from "../testing/a-steward.js";

const address = "/espace/pilotage/nouvelle-campagne";
let hub: TestHub;
let collector: Steward;
beforeAll(async () => {
  hub = await aHub("in process", sessions);
  collector = await Steward.of(hub, "steward:collect");
}, 120_000);
afterAll(() => hub.close());

const opening = {
  code: "2026-2027",
  titleFr: "Données annuelles 2026-2027",
  titleEn: "2026-2027 yearly figures",
  periodFrom: "2026-04-01",
  periodTo: "2027-03-31",
  periodLabel: "2026-2027",
  stockDate: "2027-03-31",
  opensAt: "2027-04-01",
  closesAt: "2027-06-30",
  lockAt: "2027-07-15",
  embargoUntil: "",
  noteFr: "Deuxième campagne du carrefour.",
  noteEn: "",
  formOf: "2025-2026",
};
const campaigns = async (): Promise<string[]> =>
  (
    await hub.database.query<{ code: string }>(
      "SELECT code FROM quality_indicators_published.campaign ORDER BY code",
    )
  ).map(({ code }) => code);

describe("opening a campaign", () => {
  it.each([
    ["closesAt", { closesAt: "2027-03-01" }, "L'échéance vient avant l'ouverture."],
    ["opensAt", { opensAt: "1er avril" }, "Écrivez un jour du calendrier, de la forme 2026-06-30."],
    ["periodTo", { periodTo: "2026-03-31", stockDate: "" }, "La période finit avant de commencer."],
    ["code", { code: "2024" }, "La campagne « 2024 » existe déjà."],
    ["noticeFr", { noticeVersion: "2" }, "À remplir."],
  ])("is refused beside %s, with everything kept, and nothing is written", async (field, changes, words) => {
    const before = await campaigns();
    const refused = await collector.send(address, "opening", "open", { ...opening, ...changes });
    expect([refused.status, errorOf(refused, `opening-${field}`)]).toEqual([
      422,
      expect.stringContaining(words),
    ]);
    expect(refused.html).toContain('value="Données annuelles 2026-2027"');
    expect(await campaigns()).toEqual(before);
  });

  it("is tried first: everything is shown, the 35 offices and the notice too, and nothing is written", async () => {
    const notice = { noticeVersion: "2", noticeFr: "Ce qui sera public : rien de plus.", noticeEn: "" };
    const before = await campaigns();
    const tried = await collector.send(address, "opening", "check", { ...opening, ...notice });
    const words = wordsOfPage(tried.html);
    expect(tried.status).toBe(200);
    expect(words).toContain("Bureaux attendus : 35");
    expect(words).toContain("Ce qui sera public : rien de plus.");
    expect(words).toContain("30 juin 2027");
    expect(tried.html.match(/<tr><th scope="row">/g)).toHaveLength(35);
    expect(await campaigns()).toEqual(before);
  });

  it("writes it with its own notice and the other's questions, once", async () => {
    const notice = { noticeVersion: "2", noticeFr: "Ce qui sera public : rien de plus.", noticeEn: "" };
    const sent = await collector.send(address, "opening", "open", { ...opening, ...notice });
    expect([sent.status, sent.headers.get("location")]).toEqual([
      303,
      "/espace/pilotage/campagnes/2026-2027?fait=opened",
    ]);
    expect(await campaigns()).toContain("2026-2027");
    const [form] = await hub.database.query<{ version: string; offices: number; same: boolean }>(
      `SELECT i.notice ->> 'version' AS version,
              (SELECT count(*)::integer FROM quality_indicators.frame WHERE campaign = i.code) AS offices,
              jsonb_array_length(i.questions) = jsonb_array_length(j.questions) AS same
       FROM quality_indicators_published.instrument i, quality_indicators_published.instrument j
       WHERE i.code = '2026-2027' AND j.code = '2025-2026'`,
    );
    expect(form).toEqual({ version: "2", offices: 35, same: true });
    const again = await collector.send(address, "opening", "open", opening);
    expect(errorOf(again, "opening-code")).toContain("existe déjà");
  });

  it("tells the public its first and last days; those of a campaign that nobody opened are said to be unknown", async () => {
    const wordsAt = async (page: string): Promise<string> =>
      wordsOfPage(await (await fetch(`${hub.address}${page}`)).text());
    const days = "Les bureaux répondent du 1er avril 2027 au 30 juin 2027, jours compris";
    for (const page of ["/", "/etablissements/chum"]) {
      expect(await wordsAt(page)).toContain(days);
      expect(await wordsAt(page)).toContain("Ses dates d'ouverture et d'échéance ne sont pas connues.");
    }
    expect(await wordsAt("/a-propos-des-donnees")).toContain(days);
    expect(await wordsAt("/en")).toContain(
      "Offices answer from April 1, 2027 to June 30, 2027, days included",
    );
  });
});
