import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anEstablishmentPrincipal, aResearcher } from "../../../test/harness/subgraph.js";
import { act, chum, collector, protector, publisher } from "../submission/testing/an-act.js";
import { aCollection, type Collection, estrie } from "../submission/testing/collection.js";

interface Group {
  readonly code: string | null;
  readonly name: { readonly fr: string } | null;
  readonly expected: number;
  readonly received: number;
  readonly late: number;
  readonly withdrawn: number;
  readonly missing: readonly {
    office: string;
    establishment: { code: string };
    name: { fr: string };
    state: string | null;
  }[];
  readonly [count: string]: unknown;
}
interface Universe {
  readonly universe: number;
  readonly total: Group;
  readonly regions: readonly Group[];
  readonly peerGroups: readonly Group[];
}
const group = `code name { fr } expected drafts submitted returned approved published withdrawn received onTime late
  completeness { numerator denominator percentage } punctuality { numerator denominator percentage }
  missing { office establishment { code } name { fr } region state }`;
const query = `query ($campaign: String!) { completeness(campaign: $campaign) { campaign closesAt universes {
  universe total { ${group} } regions { ${group} } peerGroups { ${group} } } } }`;

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());

const ask = (campaign: string, caller: typeof chum) =>
  hub.ask<{ completeness: { closesAt: string | null; universes: Universe[] } }>(query, { campaign }, caller);
async function read(campaign: string, caller: typeof chum): Promise<[Universe, Universe]> {
  const { data, errors } = await ask(campaign, caller);
  expect({ errors, hidden: hub.hidden }).toEqual({ errors: undefined, hidden: [] });
  return data!.completeness.universes as [Universe, Universe];
}

describe("completeness", () => {
  it("counts the demonstration of 2024 among the 35 offices and among the 32 of the questionnaire", async () => {
    const [of35, of32] = await read("2024", publisher);
    expect([of35.universe, of32.universe]).toEqual([35, 32]);
    expect(of35.total).toMatchObject({
      code: null,
      expected: 35,
      published: 28,
      received: 28,
      onTime: 28,
      late: 0,
      completeness: { numerator: 28, denominator: 35, percentage: 80 },
      punctuality: { numerator: 28, denominator: 35, percentage: 80 },
    });
    expect(of35.total.missing).toHaveLength(7);
    expect(of32.total.completeness).toEqual({
      numerator: 28,
      denominator: of32.total.expected,
      percentage: Math.round((1000 * 28) / of32.total.expected) / 10,
    });
  });

  it("tells each region and peer group by its offices, which add up to the whole", async () => {
    for (const { total, regions, peerGroups } of await read("2024", collector))
      for (const groups of [regions, peerGroups])
        for (const count of ["expected", "received", "onTime", "late", "published"] as const)
          expect([count, groups.reduce((sum, part) => sum + Number(part[count]), 0)]).toEqual([
            count,
            total[count],
          ]);
    const [{ regions, peerGroups }] = await read("2024", collector);
    expect(regions).toHaveLength(18);
    expect(regions[4]).toMatchObject({
      code: "RSS-05",
      name: { fr: "Estrie" },
      expected: 1,
      received: 1,
      missing: [],
    });
    expect(regions.find(({ code }) => code === "RSS-17")).toMatchObject({ expected: 3, received: 0 });
    expect(peerGroups.map(({ code }) => code).sort()).toEqual(["CHU_INSTITUT", "CISSS", "CIUSSS", null]);
  });

  it("names the offices that are missing, and says which of them only drafted or withdrew", async () => {
    const before = await read("2025-2026", collector);
    expect(before[0].total).toMatchObject({ expected: 35, approved: 20, received: 20, withdrawn: 0 });
    const mine = (universes: [Universe, Universe]) =>
      universes[0].total.missing.find(({ establishment }) => establishment.code === "ciusss-estrie-chus");
    expect(mine(before)).toMatchObject({
      office: "bureau-ciusss-estrie-chus",
      name: { fr: expect.stringContaining("Estrie") },
      region: "RSS-05",
      state: null,
    });
    const { id } = (await hub.push({ mode: "DRAFT" })).submission!;
    expect(mine(await read("2025-2026", collector))).toMatchObject({ state: "DRAFT" });
    await hub.push({ baseRevision: 1 });
    const [after] = await read("2025-2026", collector);
    expect(after.total).toMatchObject({ submitted: 1, received: 21, onTime: 21 });
    await act(hub, `withdrawSubmission(id: "${id}", reason: "Par erreur.") { id }`, estrie);
    const withdrawn = await read("2025-2026", collector);
    expect(withdrawn[0].total).toMatchObject({ submitted: 0, withdrawn: 1, received: 20 });
    expect(mine(withdrawn)).toMatchObject({ state: "WITHDRAWN" });
  });

  it("counts as late who first submitted after the deadline, whatever was drafted before", async () => {
    await hub.forget();
    await hub.database.query(
      "UPDATE quality_indicators.campaign_window SET closes_at = '2026-06-01T04:00:00Z', lock_at = '2026-07-01T04:00:00Z' WHERE campaign = '2025-2026'",
    );
    await hub.push({ mode: "DRAFT" });
    hub.setClock(new Date("2026-06-01T04:00:00Z"));
    expect(await hub.push({ baseRevision: 1 })).toMatchObject({ issues: [{ rule: "V23" }] });
    const [{ total, regions }] = await read("2025-2026", publisher);
    expect(total).toMatchObject({
      onTime: 20,
      late: 1,
      completeness: { numerator: 21, denominator: 35, percentage: 60 },
      punctuality: { numerator: 20, denominator: 35, percentage: 57.1 },
    });
    expect(regions.find(({ code }) => code === "RSS-05")).toMatchObject({ late: 1 });
  });

  it("shows an establishment its own offices only", async () => {
    const [{ total, regions }] = await read("2025-2026", chum);
    expect(total).toMatchObject({ expected: 1, approved: 1, received: 1, missing: [] });
    expect(regions.map(({ code }) => code)).toEqual(["RSS-06"]);
    const silent = anEstablishmentPrincipal("clsc-naskapi");
    const [of35, of32] = await read("2024", silent);
    expect(of35.total).toMatchObject({ expected: 1, received: 0 });
    expect(of32.total).toMatchObject({ expected: 0, completeness: { percentage: null } });
  });

  it("expects nobody for a campaign that was never opened, and refuses an unknown one and other callers", async () => {
    const [{ total }] = await read("2019", collector);
    expect(total).toMatchObject({
      expected: 0,
      missing: [],
      completeness: { denominator: 0, percentage: null },
    });
    expect((await ask("1999", collector)).errors![0]!.extensions).toMatchObject({
      code: "UNKNOWN_CODE",
      place: "campaign",
    });
    for (const caller of [aResearcher(null), protector])
      expect((await ask("2024", caller)).errors![0]!.extensions).toMatchObject({ code: "NOT_ALLOWED" });
  });

  it("sends as many statements for thirty-five offices as for one", async () => {
    const count = async (caller: typeof chum): Promise<number> => {
      const before = hub.statements.length;
      await read("2024", caller);
      return hub.statements.length - before;
    };
    expect(await count(collector)).toBe(await count(chum));
  });
});
