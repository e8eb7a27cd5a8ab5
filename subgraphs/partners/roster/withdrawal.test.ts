import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aSteward } from "../../../test/harness/subgraph.js";
import { asCaller } from "../../shared/tenancy.js";
import { testDay } from "../../../test/harness/database.js";
import { partners } from "../index.js";
import {
  aPartner,
  anEngagement,
  aRoster,
  aRosterHub,
  chum,
  estrie,
  type RosterHub,
} from "./testing/a-roster.js";

let hub: RosterHub;
beforeAll(async () => {
  hub = await aRosterHub();
}, 60_000);
afterAll(() => hub?.database.drop());
beforeEach(() => hub.forget());

// A year that nobody else of these tests joined in: content that can be looked for.
const leaver = aPartner("ZQ-7310", {
  joinedYear: 1997,
  engagements: [anEngagement({ fromYear: 1998, toYear: 1999 }), anEngagement({ fromYear: 2024 })],
});
// As words: the digits of a year stand in a hash now and then.
const traces = [/ZQ-7310/, /\b1997\b/, /\b1998\b/];
const others = [aPartner("P-1"), aPartner("P-2")];

describe("a withdrawal", () => {
  it("erases the partner from every revision, the roster and the answers that are given again; a salted hash stays", async () => {
    const first = aRoster({ idempotencyKey: "avec ZQ-7310", rows: [...others, leaver] });
    const answered = await hub.send(first);
    await hub.push({ baseRevision: 1, rows: [...others, { ...leaver, gender: "MAN" }] });
    const before = await hub.everything();
    for (const trace of traces) expect(before).toMatch(trace);

    const pushed = await hub.push({ baseRevision: 2, rows: others, withdrawn: ["ZQ-7310"] });
    expect(pushed).toMatchObject({
      status: "ACCEPTED",
      revision: 3,
      counts: { read: 2, unchanged: 2, left: 0, withdrawn: 1 },
    });
    const after = await hub.everything();
    for (const trace of traces) expect(after).not.toMatch(trace);
    expect(await hub.database.query("SELECT * FROM partners.withdrawal")).toEqual([
      {
        establishment: "ciusss-estrie-chus",
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        revision: 3,
        at: testDay,
        by_subject: "user:ciusss-estrie-chus",
        by_client: null,
      },
    ]);
    // The first answer is given again as it was: it never held anything of anybody.
    const again = await hub.send(first);
    expect({ data: JSON.stringify(again.data), ...again.extensions }).toEqual({
      data: JSON.stringify(answered.data),
      replayed: true,
    });
    for (const trace of traces) expect(JSON.stringify(answered)).not.toMatch(trace);
  });

  it("is only tried by a dry run", async () => {
    await hub.push({ rows: [...others, leaver] });
    const tried = await hub.writingNothing(() =>
      hub.push({ mode: "DRY_RUN", baseRevision: 1, rows: others, withdrawn: ["ZQ-7310"] }),
    );
    expect(tried).toMatchObject({ status: "ACCEPTED", counts: { withdrawn: 1 } });
  });

  it("is for ever: nothing is taken under that local id again, and asked a second time it changes nothing", async () => {
    await hub.push({ rows: [...others, leaver] });
    await hub.push({ baseRevision: 1, rows: others, withdrawn: ["ZQ-7310"] });
    const back = await hub.writingNothing(() => hub.push({ baseRevision: 2, rows: [...others, leaver] }));
    expect(back).toMatchObject({
      status: "REJECTED",
      issues: [
        {
          rule: "P05",
          severity: "E",
          code: "WITHDRAWN_BEFORE",
          path: "rows[2].localId",
          row: 3,
          observed: null,
        },
      ],
    });
    const twice = await hub.push({ baseRevision: 2, rows: others, withdrawn: ["ZQ-7310"] });
    expect(twice).toMatchObject({
      status: "ACCEPTED",
      counts: { withdrawn: 0 },
      issues: [{ rule: "P06", severity: "I", code: "ALREADY_WITHDRAWN", path: "withdrawn[0]" }],
    });
    expect(await hub.everything()).not.toContain("ZQ-7310");
  });

  it("of an establishment says nothing of another's partner with the same local id", async () => {
    await hub.push({ rows: [...others, leaver] });
    await hub.push({ establishment: "chum", rows: [leaver] }, chum);
    await hub.push({ baseRevision: 1, rows: others, withdrawn: ["ZQ-7310"] });
    const mine = await hub.push({ establishment: "chum", baseRevision: 1, rows: [leaver] }, chum);
    expect(mine).toMatchObject({ status: "ACCEPTED", counts: { unchanged: 1 } });
    await hub.push(
      { establishment: "chum", baseRevision: 2, rows: [aPartner("P-9")], withdrawn: ["ZQ-7310"] },
      chum,
    );
    const hashes = await hub.database.query<{ hash: string }>("SELECT hash FROM partners.withdrawal");
    expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(2);
  });

  it("takes everything with it when the last partner goes", async () => {
    await hub.push({ rows: [leaver] });
    expect(await hub.push({ baseRevision: 1, rows: [], withdrawn: ["ZQ-7310"] })).toMatchObject({
      status: "ACCEPTED",
    });
    expect(await hub.database.query("SELECT FROM partners.partner")).toHaveLength(0);
  });

  it.each<[string, Record<string, unknown>, object]>([
    [
      "of somebody who is in the rows too",
      { rows: [...others, leaver], withdrawn: ["ZQ-7310"] },
      {
        rule: "P05",
        code: "ALSO_WITHDRAWN",
        path: "rows[2].localId",
        row: 3,
        relatedPaths: ["withdrawn[0]"],
      },
    ],
    [
      "of somebody that the roster does not know",
      { rows: [...others, leaver], withdrawn: ["P-99"] },
      { rule: "P05", code: "UNKNOWN_PARTNER", path: "withdrawn[0]", row: null, observed: null },
    ],
    [
      "that is asked for twice in one push",
      { rows: others, withdrawn: ["ZQ-7310", "ZQ-7310"] },
      { rule: "P05", code: "REPEATED_PARTNER", path: "withdrawn[1]", relatedPaths: ["withdrawn[0]"] },
    ],
  ])("%s is refused, and nothing is written", async (_title, changes, issue) => {
    await hub.push({ rows: [...others, leaver] });
    const pushed = await hub.writingNothing(() => hub.push({ baseRevision: 1, ...changes }));
    expect(pushed).toMatchObject({ status: "REJECTED", issueCount: 1, issues: [issue] });
  });
});

describe("what the database lets nobody do, whatever statement is sent", () => {
  const pools = () => hub.database.of(partners);
  const by = (principal: typeof estrie, ...statements: string[]): Promise<object[][]> =>
    asCaller({ principal, database: pools(), clock: () => testDay }, async (manager) => {
      const results: object[][] = [];
      for (const sql of statements) results.push(await manager.query(sql));
      return results;
    });
  const revision = (establishment: string, number: number, subject = "user:ciusss-estrie-chus"): string =>
    `INSERT INTO partners.roster_revision (establishment, revision, key, payload_hash, result, synthetic, pushed_by, pushed_at)
     VALUES ('${establishment}', ${number}, 'k${number}', 'h', '{}', true, '${subject}', '2026-05-04T14:00:00Z')`;
  const row = (establishment: string, number: number, id: string): string =>
    `INSERT INTO partners.roster_row VALUES ('${establishment}', ${number}, '${id}', '${JSON.stringify(aPartner(id))}')`;
  const withdrawal = (establishment: string, number: number, id: string): string =>
    `INSERT INTO partners.withdrawal VALUES ('${establishment}', '${id}', ${number}, '2026-05-04T14:00:00Z', 'user:ciusss-estrie-chus', NULL)`;

  beforeEach(async () => {
    await hub.push({ rows: [...others, leaver] });
    await hub.push({ establishment: "chum", rows: [leaver] }, chum);
  });

  it("shows an establishment its own rows only, of every table", async () => {
    for (const table of ["partner", "engagement", "roster_revision", "roster_row"]) {
      const [found] = await by(estrie, `SELECT DISTINCT establishment FROM partners.${table}`);
      expect({ table, found }).toEqual({ table, found: [{ establishment: "ciusss-estrie-chus" }] });
    }
  });

  it.each(["partner", "engagement", "roster_revision", "roster_row", "withdrawal"])(
    "changes or removes no row of %s, not even its own",
    async (table) => {
      for (const sql of [`DELETE FROM partners.${table}`, `UPDATE partners.${table} SET establishment = 'x'`])
        for (const principal of [estrie, aSteward("steward:privacy")])
          await expect(by(principal, sql)).rejects.toThrow(/permission denied/);
    },
  );

  it("shows nobody the salts, nor the hashes", async () => {
    for (const principal of [estrie, aSteward("steward:privacy")])
      for (const sql of ["SELECT * FROM partners.roster_salt", "SELECT hash FROM partners.withdrawal"])
        await expect(by(principal, sql)).rejects.toThrow(/permission denied/);
    await expect(by(estrie, "SELECT partners.made_salt('chum')")).rejects.toThrow(/permission denied/);
  });

  it("asks about its own withdrawals only", async () => {
    await hub.push({ baseRevision: 1, rows: others, withdrawn: ["ZQ-7310"] });
    const asked = "SELECT partners.withdrawn_among(ARRAY['ZQ-7310', 'P-1']) AS id";
    expect(await by(estrie, asked)).toEqual([[{ id: "ZQ-7310" }]]);
    expect(await by(chum, asked)).toEqual([[]]);
    const pushesNothing = { ...estrie, scopes: [] };
    expect(await by(pushesNothing, asked)).toEqual([[]]);
    expect(await by(pushesNothing, "SELECT partners.salted('P-1') AS hash")).toEqual([[{ hash: null }]]);
    await expect(by(aSteward("steward:privacy"), asked)).rejects.toThrow(/permission denied/);
  });

  it.each<[string, RegExp, string[]]>([
    ["a revision of another establishment", /row-level security/, [revision("chum", 2)]],
    ["a revision in another's name", /row-level security/, [revision("ciusss-estrie-chus", 2, "user:chum")]],
    ["a revision out of order", /not the next revision/, [revision("ciusss-estrie-chus", 3)]],
    ["a row of a revision that is made already", /made already/, [row("ciusss-estrie-chus", 1, "P-3")]],
    ["a row of another establishment", /made already/, [row("chum", 1, "P-3")]],
    ["a withdrawal without its revision", /is making/, [withdrawal("ciusss-estrie-chus", 1, "ZQ-7310")]],
    ["a withdrawal of another establishment", /is making/, [withdrawal("chum", 1, "ZQ-7310")]],
    [
      "a row whose codes are none",
      /check constraint/,
      [revision("ciusss-estrie-chus", 2), row("ciusss-estrie-chus", 2, "P-3").replace('"WOMAN"', '"Madame"')],
    ],
    [
      "a partner who was withdrawn",
      /was withdrawn/,
      [
        revision("ciusss-estrie-chus", 2),
        withdrawal("ciusss-estrie-chus", 2, "ZQ-7310"),
        row("ciusss-estrie-chus", 2, "ZQ-7310"),
      ],
    ],
  ])("refuses %s", async (_title, refusal, statements) => {
    await hub.writingNothing(() => expect(by(estrie, ...statements)).rejects.toThrow(refusal));
  });

  it("tells the withdrawals to who answers for privacy, and to no other steward", async () => {
    await hub.push({ baseRevision: 1, rows: others, withdrawn: ["ZQ-7310"] });
    const sql = "SELECT establishment FROM partners.withdrawal";
    expect(await by(aSteward("steward:privacy"), sql)).toEqual([[{ establishment: "ciusss-estrie-chus" }]]);
    expect(await by(aSteward("steward:publish"), sql)).toEqual([[]]);
    expect(await by(aSteward("steward:privacy"), "SELECT FROM partners.partner")).toEqual([[{}, {}, {}]]);
  });
});
