import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aResearcher, aSteward } from "../../../test/harness/subgraph.js";
import { aPartner, anEngagement, aRoster, aRosterHub, chum, type RosterHub } from "./testing/a-roster.js";

let hub: RosterHub;
beforeAll(async () => {
  hub = await aRosterHub();
}, 60_000);
afterAll(() => hub?.database.drop());
beforeEach(() => hub.forget());

const statusesOf = (): Promise<object[]> =>
  hub.database.query(`SELECT local_id AS id, status FROM partners.partner ORDER BY 1`);

describe("a roster", () => {
  it("is kept as it is sent, with its receipt, its instant and its counts", async () => {
    const pushed = await hub.push();
    expect(pushed).toMatchObject({
      status: "ACCEPTED",
      revision: 1,
      receipt: expect.stringMatching(/^ciusss-estrie-chus\/roster\/1\/[0-9a-f]{64}$/),
      pushedAt: "2026-05-04T14:00:00.000Z",
      counts: { read: 2, created: 2, updated: 0, unchanged: 0, left: 0, withdrawn: 0, rejected: 0 },
      issues: [],
      difference: [],
    });
    const [partner] = await hub.database.query(`
      SELECT p.*, jsonb_agg(to_jsonb(e) - 'establishment' - 'local_id') AS engagements
      FROM partners.partner p JOIN partners.engagement e USING (establishment, local_id)
      WHERE local_id = 'P-0001' GROUP BY p.establishment, p.local_id`);
    expect(partner).toEqual({
      establishment: "ciusss-estrie-chus",
      local_id: "P-0001",
      status: "ACTIVE",
      profiles: ["RESOURCE"],
      age_band: "A50_64",
      gender: "WOMAN",
      first_language: "FR",
      region: "RSS-05",
      experience_domains: ["NURSING", "ONCOLOGY"],
      standing: "PATIENT",
      joined_year: 2021,
      trained: true,
      coached: false,
      synthetic: true,
      engagements: [
        {
          position: 1,
          degree: "COLLABORATION",
          leadership: "CO_LED",
          level: "TACTICAL",
          sphere: "CARE",
          sector: "ONCOLOGY",
          role: "RESOURCE_PARTNER",
          posture: "CO_CONSTRUCTION",
          from_year: 2024,
          to_year: null,
          recognition: ["EXPENSES", "HOURLY"],
        },
      ],
    });
  });

  it("counts whom the next push creates, updates, leaves as they are, and who left by not being in it", async () => {
    await hub.push({ rows: ["P-1", "P-2", "P-3", "P-4"].map((id) => aPartner(id)) });
    const pushed = await hub.push({
      baseRevision: 1,
      rows: [
        // The order of a list says nothing.
        aPartner("P-1", { experienceDomains: ["NURSING", "ONCOLOGY"] }),
        aPartner("P-2", { engagements: [anEngagement(), anEngagement({ sphere: "RESEARCH" })] }),
        aPartner("P-5"),
      ],
    });
    expect(pushed).toMatchObject({
      status: "ACCEPTED",
      revision: 2,
      counts: { read: 3, created: 1, updated: 1, unchanged: 1, left: 2, withdrawn: 0, rejected: 0 },
    });
    expect(await statusesOf()).toEqual([
      { id: "P-1", status: "ACTIVE" },
      { id: "P-2", status: "ACTIVE" },
      { id: "P-3", status: "LEFT" },
      { id: "P-4", status: "LEFT" },
      { id: "P-5", status: "ACTIVE" },
    ]);
    const revisions = await hub.database.query(
      "SELECT revision, array_agg(local_id ORDER BY local_id) AS ids FROM partners.roster_row GROUP BY 1 ORDER BY 1",
    );
    expect(revisions).toEqual([
      { revision: 1, ids: ["P-1", "P-2", "P-3", "P-4"] },
      { revision: 2, ids: ["P-2", "P-3", "P-4", "P-5"] },
    ]);
  });

  it("is only tried by a dry run, which tells the same and writes nothing", async () => {
    const tried = await hub.writingNothing(() => hub.push({ mode: "DRY_RUN", idempotencyKey: "essai-1" }));
    expect(tried).toMatchObject({
      status: "ACCEPTED",
      revision: null,
      receipt: null,
      counts: { created: 2 },
    });
    // No key is consumed.
    expect(await hub.push({ idempotencyKey: "essai-1" })).toMatchObject({ status: "ACCEPTED", revision: 1 });
  });

  it("warns of a quarter that is missing: a part may have been sent for the whole", async () => {
    const rows = Array.from({ length: 12 }, (_, index) => aPartner(`P-${index}`));
    await hub.push({ rows });
    const pushed = await hub.push({ baseRevision: 1, rows: rows.slice(5) });
    expect(pushed).toMatchObject({
      status: "ACCEPTED_WITH_WARNINGS",
      counts: { left: 5 },
      issues: [{ rule: "P10", severity: "W", code: "MANY_LEAVE", path: "rows", observed: "5" }],
    });
  });
});

describe("who may push", () => {
  it("is the establishment itself: another's roster is rejected, and nothing of it is told", async () => {
    await hub.push();
    const pushed = await hub.writingNothing(() =>
      hub.push({ rows: [aPartner("P-0001")], withdrawn: ["P-0002"] }, chum),
    );
    expect(pushed).toMatchObject({ status: "REJECTED", revision: null, receipt: null, difference: [] });
    expect(pushed.issues).toContainEqual(
      expect.objectContaining({
        rule: "P01",
        code: "NOT_YOUR_ESTABLISHMENT",
        path: "establishment",
        observed: null,
        expected: "chum",
      }),
    );
  });

  it.each([
    aResearcher("entente-demo-1"),
    aSteward("steward:collect"),
    aSteward("steward:publish"),
    aSteward("steward:privacy"),
  ])("is nobody else: $scopes", async (principal) => {
    const { data, errors } = await hub.writingNothing(() => hub.send(aRoster(), principal));
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code: "NOT_ALLOWED" });
    const read = await hub.ask("{ roster { establishment } }", {}, principal);
    expect(read.errors?.[0]?.extensions).toMatchObject({ code: "NOT_ALLOWED" });
  });
});

describe("idempotency keys", () => {
  it("answer the same push again byte for byte, whatever happened since, and say so", async () => {
    const input = aRoster({ withdrawn: [] });
    const first = await hub.send(input);
    expect(first.extensions).toBeUndefined();
    await hub.push({ baseRevision: 1, rows: [aPartner("P-0002")], withdrawn: ["P-0001"] });
    hub.setClock(new Date("2028-01-01T00:00:00Z"));
    const again = await hub.writingNothing(() =>
      hub.send({ ...input, withdrawn: [], baseRevision: undefined }),
    );
    expect(JSON.stringify(again.data)).toBe(JSON.stringify(first.data));
    expect(again.extensions).toEqual({ replayed: true });
  });

  it("make one revision when the same push arrives ten times at once", async () => {
    const input = aRoster();
    const answers = await Promise.all(Array.from({ length: 10 }, () => hub.send(input)));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(answers.filter(({ extensions }) => extensions?.replayed)).toHaveLength(9);
    expect(await hub.database.query("SELECT revision FROM partners.roster_revision")).toHaveLength(1);
  });

  it("refuse another roster under the same key", async () => {
    const input = aRoster();
    await hub.send(input);
    const { data, errors } = await hub.writingNothing(() => hub.send({ ...input, rows: [aPartner("P-9")] }));
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "IDEMPOTENCY_KEY_REUSED",
      place: "idempotencyKey",
    });
  });

  it("are an establishment's own: two may use the same", async () => {
    await hub.push({ idempotencyKey: "cle" });
    const other = await hub.push({ idempotencyKey: "cle", establishment: "chum" }, chum);
    expect(other).toMatchObject({ status: "ACCEPTED", revision: 1 });
  });

  it("are left free by what is rejected or in conflict", async () => {
    await hub.push();
    const rejected = {
      idempotencyKey: "libre",
      baseRevision: 1,
      rows: [aPartner("P-1", { status: "GONE" })],
    };
    expect(await hub.writingNothing(() => hub.push(rejected))).toMatchObject({ status: "REJECTED" });
    const stale = { idempotencyKey: "libre", baseRevision: null };
    expect(await hub.writingNothing(() => hub.push(stale))).toMatchObject({ status: "CONFLICT" });
    expect(await hub.push({ idempotencyKey: "libre", baseRevision: 1 })).toMatchObject({
      status: "ACCEPTED",
    });
  });
});

describe("conflicts", () => {
  it("never let a stale push overwrite a newer one, and tell value by value what differs and since when", async () => {
    await hub.push();
    hub.setClock(new Date("2026-05-05T14:00:00Z"));
    await hub.push({ baseRevision: 1, rows: [aPartner("P-0001", { gender: "MAN" }), aPartner("P-0002")] });
    hub.setClock(new Date("2026-05-06T14:00:00Z"));
    const stale = await hub.writingNothing(() =>
      hub.push({ baseRevision: 1, rows: [aPartner("P-0001"), aPartner("P-0003")] }),
    );
    expect(stale).toMatchObject({ status: "CONFLICT", revision: 2, receipt: null, differenceCount: 3 });
    expect(stale.issues).toMatchObject([{ rule: "P11", path: "baseRevision", observed: "1", expected: "2" }]);
    expect(stale.difference).toEqual([
      {
        localId: "P-0001",
        column: "gender",
        yours: "WOMAN",
        current: "MAN",
        changedAt: "2026-05-05T14:00:00.000Z",
      },
      { localId: "P-0002", column: "localId", yours: null, current: "P-0002", changedAt: null },
      { localId: "P-0003", column: "localId", yours: "P-0003", current: null, changedAt: null },
    ]);
  });

  it("apply one of two pushes that start from the same revision at the same time", async () => {
    await hub.push();
    const both = await Promise.all(
      ["MAN", "NON_BINARY"].map((gender) =>
        hub.push({ baseRevision: 1, rows: [aPartner("P-0001", { gender }), aPartner("P-0002")] }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["ACCEPTED", "CONFLICT"]);
  });
});

describe("the statements of a push", () => {
  it("are as many for two partners as for five hundred, and few", async () => {
    const cost = async (changes: Record<string, unknown>): Promise<number> => {
      const before = hub.statements.length;
      await hub.push(changes);
      return hub.statements.length - before;
    };
    const small = await cost({});
    const rows = Array.from({ length: 500 }, (_, index) => aPartner(`P-${index}`));
    expect(await cost({ baseRevision: 1, rows })).toBe(small);
    expect(small).toBeGreaterThan(5);
    expect(small).toBeLessThan(12);
  });
});
