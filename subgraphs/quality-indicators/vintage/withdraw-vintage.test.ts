import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aResearcher, aSteward } from "../../../test/harness/subgraph.js";
import { act, collector, protector, publisher, refused } from "../submission/testing/an-act.js";
import { aCollection, type Collection, estrie } from "../submission/testing/collection.js";

const withdraw = (vintage: string, reason = "Une valeur désigne un bureau.") =>
  `withdrawVintage(vintage: "${vintage}", reason: "${reason}") { vintage isWithdrawn askedBy askedAt withdrawnAt reason }`;
const publish = (reason: string) => `publishCampaign(campaign: "2025-2026", reason: "${reason}") { vintage }`;

interface Seen {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: string;
  readonly reason: string | null;
  readonly explanation: string | null;
  readonly vintage: string | null;
}

/** What anybody reads of the active partners of 2025-2026, now or at the end of a day. */
async function seen(hub: Collection, asOf?: string): Promise<Seen[]> {
  const { data } = await hub.ask<{ qualityIndicator: { observations: Seen[] } }>(
    `query ($asOf: Date) { qualityIndicator(code: "IQP-06") { observations(campaign: "2025-2026", level: PROVINCE, asOf: $asOf) {
       value numerator denominator status reason explanation vintage } } }`,
    { asOf },
  );
  return data!.qualityIndicator.observations;
}

/** The rows of a vintage as they are kept, without what only says which figure a row is. */
const figuresOf = (hub: Collection, vintage: string) =>
  hub.database.query<{ status: string; told: Record<string, unknown> }>(
    `SELECT status, to_jsonb(observation) - '{id,vintage,indicator,indicator_version,campaign,level,area,area_name,
       compared_with,category,unit,basis,status,reason,origin,provenance,period,contradictions}'::text[] AS told
     FROM quality_indicators_published.observation WHERE vintage = $1 ORDER BY id`,
    [vintage],
  );

describe("withdrawing the vintage in force", () => {
  let hub: Collection;
  let pushed: string;
  const [may5, may6, may7, may8] = [5, 6, 7, 8].map((day) => new Date(`2026-05-0${day}T14:00:00Z`)) as [
    Date,
    Date,
    Date,
    Date,
  ];
  beforeAll(async () => {
    hub = await aCollection();
    hub.setClock(may5);
    await act(hub, publish("Première"), publisher);
    hub.setClock(may6);
    pushed = (await hub.push()).submission!.id;
    await act(hub, `approveSubmission(id: "${pushed}") { id }`, collector);
    await act(hub, publish("Avec l'Estrie"), publisher);
    hub.setClock(may7);
  });
  afterAll(() => hub.database.drop());

  it("is refused for an unknown vintage, without a reason fit to be public, and to other callers", async () => {
    expect(await refused(hub, withdraw("2025-2026.9"), publisher)).toEqual({
      code: "UNKNOWN_CODE",
      place: "vintage",
    });
    expect(await refused(hub, withdraw("2025-2026.2", " "), publisher)).toEqual({
      code: "INVALID_ARGUMENT",
      place: "reason",
    });
    expect(await refused(hub, withdraw("2025-2026.2", "Demandé par Mme Tremblay."), protector)).toEqual({
      code: "PERSONAL_DATA",
      place: "reason",
    });
    for (const caller of [collector, estrie, aResearcher(null)])
      expect(await refused(hub, withdraw("2025-2026.2"), caller)).toMatchObject({ code: "NOT_ALLOWED" });
  });

  it("is recorded at the first call, which changes nothing that anybody reads", async () => {
    const before = [await seen(hub), await figuresOf(hub, "2025-2026.2")];
    expect(await act(hub, withdraw("2025-2026.2", "Un doute."), publisher)).toEqual({
      vintage: "2025-2026.2",
      isWithdrawn: false,
      askedBy: "steward:publish",
      askedAt: may7.toISOString(),
      withdrawnAt: null,
      reason: "Un doute.",
    });
    expect([await seen(hub), await figuresOf(hub, "2025-2026.2")]).toEqual(before);
  });

  it("takes another person, and one of the two answers for privacy", async () => {
    expect(await refused(hub, withdraw("2025-2026.2"), publisher)).toEqual({
      code: "SAME_PERSON",
      place: "vintage",
    });
    const samePerson = aSteward("steward:privacy", "steward:publish");
    expect(await refused(hub, withdraw("2025-2026.2"), samePerson)).toEqual({
      code: "SAME_PERSON",
      place: "vintage",
    });
    const publishesToo = aSteward("steward:publish", "another publisher");
    expect(await refused(hub, withdraw("2025-2026.2"), publishesToo)).toEqual({
      code: "WITHDRAWAL_NEEDS_PRIVACY",
      place: "vintage",
    });
  });

  it("takes every value out at once at the second call, for good", async () => {
    const shown = (await figuresOf(hub, "2025-2026.2")).filter(({ status }) => status === "OBSERVED");
    expect(shown.length).toBeGreaterThan(40);
    expect(await act(hub, withdraw("2025-2026.2"), protector)).toEqual({
      vintage: "2025-2026.2",
      isWithdrawn: true,
      askedBy: "steward:publish",
      askedAt: may7.toISOString(),
      withdrawnAt: may7.toISOString(),
      reason: "Une valeur désigne un bureau.",
    });
    for (const { status, told } of await figuresOf(hub, "2025-2026.2")) {
      expect(status).toBe("WITHDRAWN");
      for (const [column, value] of Object.entries(told)) expect([column, value ?? []]).toEqual([column, []]);
    }
    for (const caller of [publisher, protector, aSteward("steward:privacy", "another")])
      expect(await refused(hub, withdraw("2025-2026.2"), caller)).toEqual({
        code: "ALREADY_WITHDRAWN",
        place: "vintage",
      });
  });

  it("answers WITHDRAWN with the day and the reason, now and as of any day since it came out", async () => {
    const [row, ...others] = await seen(hub);
    expect(others).toEqual([]);
    expect(row).toEqual({
      value: null,
      numerator: null,
      denominator: null,
      status: "WITHDRAWN",
      reason: "VINTAGE_WITHDRAWN",
      explanation: "Édition 2025-2026.2 retirée le 2026-05-07 : Une valeur désigne un bureau.",
      vintage: "2025-2026.2",
    });
    for (const day of ["2026-05-06", "2026-05-07", "2030-01-01"]) expect(await seen(hub, day)).toEqual([row]);
    const { data } = await hub.ask<{ vintages: object[] }>(
      '{ vintages(campaign: "2025-2026") { code status withdrawnAt withdrawnReason { fr } } }',
    );
    expect(data!.vintages).toEqual([
      { code: "2025-2026.1", status: "PUBLISHED", withdrawnAt: null, withdrawnReason: null },
      {
        code: "2025-2026.2",
        status: "WITHDRAWN",
        withdrawnAt: may7.toISOString(),
        withdrawnReason: { fr: "Une valeur désigne un bureau." },
      },
    ]);
  });

  it("leaves the vintage before it in its own days, and never shows it in its place", async () => {
    expect(await seen(hub, "2026-05-05")).toEqual([
      expect.objectContaining({ status: "OBSERVED", vintage: "2025-2026.1", value: expect.any(Number) }),
    ]);
    expect((await seen(hub)).map(({ vintage }) => vintage)).toEqual(["2025-2026.2"]);
  });

  it("is not undone by publishing the same figures again", async () => {
    const before = await figuresOf(hub, "2025-2026.3");
    expect(await refused(hub, publish("La même"), publisher)).toEqual({
      code: "SAME_AS_WITHDRAWN",
      place: "campaign",
    });
    expect(await figuresOf(hub, "2025-2026.3")).toEqual(before);
    expect(before).toEqual([]);
  });

  it("lets the next vintage come out though nothing was approved since, and the preview tells no withdrawn value", async () => {
    const { data } = await hub.ask<{
      previewPublication: {
        vintage: string;
        newlyApproved: number;
        changes: { indicator: string; before: string }[];
      };
    }>(
      '{ previewPublication(campaign: "2025-2026") { vintage newlyApproved changes { indicator before after } } }',
      {},
      publisher,
    );
    expect(data!.previewPublication).toMatchObject({ vintage: "2025-2026.3", newlyApproved: 0 });
    expect(new Set(data!.previewPublication.changes.map(({ before }) => before))).toEqual(
      new Set(["WITHDRAWN (VINTAGE_WITHDRAWN)"]),
    );
    hub.setClock(may8);
    await act(hub, `withdrawSubmission(id: "${pushed}", reason: "Valeur à revoir") { id }`, collector);
    expect(await act(hub, publish("Sans la valeur en cause"), publisher)).toEqual({ vintage: "2025-2026.3" });
    expect(await seen(hub)).toEqual([
      expect.objectContaining({ status: "OBSERVED", vintage: "2025-2026.3" }),
    ]);
    expect(await seen(hub, "2026-05-07")).toEqual([expect.objectContaining({ status: "WITHDRAWN" })]);
  });

  it("stands in the hub's own chain: who asked, who withdrew, and why", async () => {
    const events = await hub.database.query<Record<string, string>>(
      `SELECT event, subject, actor, reason FROM quality_indicators.audit_entry
       WHERE chain = 'HUB' AND subject LIKE '2025-2026.%' ORDER BY sequence`,
    );
    expect(events.map(({ event, subject, actor, reason }) => [event, subject, actor, reason])).toEqual([
      ["PUBLISHED", "2025-2026.1", "steward:publish", "Première"],
      ["PUBLISHED", "2025-2026.2", "steward:publish", "Avec l'Estrie"],
      ["VINTAGE_WITHDRAWAL_ASKED", "2025-2026.2", "steward:publish", "Un doute."],
      ["VINTAGE_WITHDRAWN", "2025-2026.2", "steward:privacy", "Une valeur désigne un bureau."],
      ["PUBLISHED", "2025-2026.3", "steward:publish", "Sans la valeur en cause"],
    ]);
  });
});

describe("two people at once", () => {
  it("withdraw it once: one asks, the other confirms", async () => {
    const hub = await aCollection();
    const calls = [publisher, protector].map((caller) =>
      act<{ isWithdrawn: boolean }>(hub, withdraw("2024.1"), caller),
    );
    const done = await Promise.all(calls);
    expect(done.map(({ isWithdrawn }) => isWithdrawn).sort()).toEqual([false, true]);
    await hub.database.drop();
  });
});
