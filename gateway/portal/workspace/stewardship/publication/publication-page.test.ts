import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../../../test/harness/hub.js";
import type { Seen } from "../../testing/a-visitor.js";
import { errorOf, sessions, Steward, wordsOfPage } from "../testing/a-steward.js";

const address = "/espace/pilotage/campagnes/2025-2026/publication";
const reason = "Première édition de 2025-2026.";
let hub: TestHub;
let publisher: Steward;
let protector: Steward;
beforeAll(async () => {
  hub = await aHub("in process", sessions);
  publisher = await Steward.of(hub, "steward:publish");
  protector = await Steward.of(hub, "steward:privacy");
}, 180_000);
afterAll(() => hub.close());

const written = (): Promise<unknown> =>
  hub.database.query(
    `SELECT (SELECT string_agg(code || status, ',' ORDER BY code) FROM quality_indicators_published.vintage) AS vintages,
            (SELECT count(*) FROM quality_indicators_published.observation) AS observations,
            (SELECT count(*) FROM quality_indicators.audit_entry) AS audit`,
  );

/** True when a page says the words; the page itself is too long to be told. */
const says = ({ html }: Seen, words: string): boolean => wordsOfPage(html).includes(words);

/** Has somebody else approve an office's figures, past the guards of the database. */
const approveAs = (subject: string): Promise<unknown> =>
  hub.database.query(
    `SET session_replication_role = replica;
     UPDATE quality_indicators.submission SET approved_by = '${subject}'
     WHERE campaign = '2025-2026' AND office = 'bureau-chum'`,
  );

describe("publishing from the portal", () => {
  it("shows what the next vintage would say, what is held back and the verdict, as the hub computes them", async () => {
    const { html } = await publisher.open(address);
    const { data } = await hub.ask<{
      previewPublication: { observations: number; suppressed: number; withheld: { count: number }[] };
    }>('{ previewPublication(campaign: "2025-2026") { observations suppressed withheld { count } } }', {
      account: "steward:publish",
    });
    const { observations, suppressed, withheld } = data!.previewPublication;
    const numbers = [...html.matchAll(/<data value="([^"]*)">/g)].map(([, value]) => Number(value));
    expect(numbers).toEqual(
      expect.arrayContaining([observations, suppressed, ...withheld.map(({ count }) => count)]),
    );
    expect(wordsOfPage(html)).toContain("Aucune valeur protégée ne peut être calculée");
  }, 120_000);

  it("is not for those who answer for privacy: refused in words, and nothing is written", async () => {
    expect(says(await protector.open(address), "J'ai lu ce qui change")).toBe(false);
    const before = await written();
    const refused = await protector.send(address, "publish", "publish", { reason, confirmed: "yes" });
    expect([refused.status, says(refused, "Vos droits ne permettent pas cette opération")]).toEqual([
      422,
      true,
    ]);
    expect(await written()).toEqual(before);
  }, 120_000);

  it("asks for a reason and a confirmation, told beside the fields, before the hub is asked", async () => {
    const before = await written();
    const blank = await publisher.send(address, "publish", "publish", { reason: "" });
    expect([blank.status, errorOf(blank, "publish-reason"), errorOf(blank, "publish-confirmed")]).toEqual([
      422,
      "À remplir.",
      "À cocher pour confirmer.",
    ]);
    expect(await written()).toEqual(before);
  }, 120_000);

  it("is refused in words to who approved something in it, and nothing is written; another person publishes", async () => {
    await approveAs("steward:publish");
    const before = await written();
    const refused = await publisher.send(address, "publish", "publish", { reason, confirmed: "yes" });
    expect([refused.status, says(refused, "La même personne ne peut pas faire les deux gestes")]).toEqual([
      422,
      true,
    ]);
    expect(refused.html).toContain(`${reason}</textarea>`);
    expect(await written()).toEqual(before);
    await approveAs("steward:collect");
    const done = await publisher.send(address, "publish", "publish", { reason, confirmed: "yes" });
    expect([done.status, done.headers.get("location")]).toEqual([303, `${address}?fait=published`]);
    const { data } = await hub.ask<{ vintages: { code: string; reason: { fr: string } }[] }>(
      '{ vintages(campaign: "2025-2026") { code reason { fr } } }',
    );
    expect(data!.vintages).toEqual([{ code: "2025-2026.1", reason: { fr: reason } }]);
    expect((await publisher.open("/indicateurs/IQP-06")).html).toContain("2025-2026");
  }, 240_000);

  it("a vintage is withdrawn by two persons: the first call is shown to the second, and changes nothing yet", async () => {
    const call = { vintage: "2025-2026.1", reason: "Une valeur se laissait calculer.", confirmed: "yes" };
    const form = "withdraw-2025-2026.1";
    const first = await publisher.sendAndFollow(address, form, "withdraw", call);
    expect(says(first, "Le retrait est demandé")).toBe(true);
    const again = await publisher.send(address, form, "withdraw", call);
    expect([again.status, says(again, "La même personne")]).toEqual([422, true]);
    const english = await protector.open("/en/workspace/stewardship/campaigns/2025-2026/publication");
    expect(says(english, "Withdrawal asked by steward:publish")).toBe(true);
    const second = await protector.sendAndFollow(address, form, "withdraw", call);
    expect(wordsOfPage(second.html)).toMatch(/Retirée le 4 mai 2026/);
    expect(wordsOfPage((await protector.open("/espace/pilotage/registre")).html)).toContain(
      "2025-2026.1 · retirée",
    );
  }, 240_000);
});
