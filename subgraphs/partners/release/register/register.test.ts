import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, testDay, type TestDatabase } from "../../../../test/harness/database.js";
import {
  approver,
  builder,
  codeOf,
  demoRelease,
  ReleaseSteps,
  researcherOne,
} from "../../../../test/harness/release-steps.js";
import {
  anEstablishmentPrincipal,
  type Ask,
  aSteward,
  aSubgraph,
} from "../../../../test/harness/subgraph.js";
import type { SubgraphDatabase } from "../../../shared/database.js";
import { publicPrincipal, type Principal } from "../../../shared/principal.js";
import { asCaller } from "../../../shared/tenancy.js";
import { partners } from "../../index.js";
import { anAgreement } from "../testing/an-agreement.js";

let database: TestDatabase;
let pools: SubgraphDatabase;
let ask: Ask;
let steps: ReleaseSteps;

beforeAll(async () => {
  database = await aDatabase("demo");
  pools = database.of(partners);
  ({ ask } = aSubgraph(partners, database));
  steps = new ReleaseSteps(ask);
});
afterAll(() => database.drop());

interface Entry {
  entry: number;
  act: string;
  release: string | null;
  [field: string]: unknown;
}
const query = `query ($release: String, $first: Int, $after: Int) {
  releaseRegister(release: $release, first: $first, after: $after) {
    entry act at by release agreements title purpose { fr } invasiveness variables method { fr en } reassessOn previous
    report { k averageRisk maximumRisk recordsSuppressed policy { k l t } } establishment partners origin
  } }`;
const read = async (principal: Principal, variables: Record<string, unknown> = {}): Promise<Entry[]> => {
  const { data, errors } = await ask<{ releaseRegister: Entry[] }>(query, variables, principal);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.releaseRegister;
};

describe("the register of anonymisation", () => {
  it("keeps of each release what was anonymised, why, how, with which measured risk, by whom and until when, and its approval", async () => {
    const agreement = await anAgreement(database);
    const { code } = (await steps.build(builder, [agreement], "Portrait")).data!.buildRelease;
    await steps.approve(approver, code);
    const [built, approved, ...more] = await read(approver, { release: code });
    expect(more).toEqual([]);
    expect(built).toMatchObject({
      act: "BUILT",
      at: "2026-05-04T14:00:00.000Z",
      by: builder.subject,
      agreements: [agreement],
      title: "Portrait",
      purpose: { fr: expect.stringContaining("Démonstration") },
      invasiveness: "LOW",
      variables: ["regionGroup", "ageBand", "gender", "standing", "experienceDomain"],
      method: { fr: expect.stringContaining("suppression"), en: expect.stringContaining("suppression") },
      report: { policy: { k: 11, l: 3, t: 0.5 } },
      reassessOn: "2027-05-04",
      origin: "SYNTHETIC",
    });
    expect((built!.report as { k: number }).k).toBeGreaterThanOrEqual(11);
    expect(approved).toMatchObject({ act: "APPROVED", by: approver.subject, release: code, report: null });
    expect(await read(builder, { release: demoRelease })).toMatchObject([
      { act: "BUILT" },
      { act: "APPROVED" },
    ]);
  });

  it("is read page by page, in the order of the acts", async () => {
    const all = await read(builder);
    const [first, second] = [
      await read(builder, { first: 1 }),
      await read(builder, { first: 1, after: all[0]!.entry }),
    ];
    expect([...first, ...second]).toEqual(all.slice(0, 2));
    expect(await codeOf(ask(query, { first: 0 }, builder))).toBe("INVALID_ARGUMENT");
    expect(await codeOf(ask(query, { after: -1 }, builder))).toBe("INVALID_ARGUMENT");
  });

  it("has no entry of what was refused", async () => {
    const before = await read(builder);
    expect(await codeOf(steps.build(builder, [await anAgreement(database, 1_000_000)]))).toBe(
      "RELEASE_IMPOSSIBLE",
    );
    expect(await read(builder)).toEqual(before);
  });

  it.each([
    ["the public", publicPrincipal],
    ["a researcher", researcherOne],
    ["an establishment", anEstablishmentPrincipal("chum")],
    ["a steward of collection", aSteward("steward:collect")],
  ])("is closed to %s", async (_who, principal) => {
    expect(await codeOf(ask(query, {}, principal))).toBe("NOT_ALLOWED");
  });

  it("is written by the database alone and never changes, nor who was in a release", async () => {
    const asBuilder = (sql: string): Promise<unknown> =>
      asCaller({ principal: builder, database: pools, clock: () => testDay }, (manager) =>
        manager.query(sql),
      );
    for (const sql of [
      "INSERT INTO partners.release_register (act, at, by_subject, told) VALUES ('BUILT', now(), 'x', '{}')",
      "UPDATE partners.release_register SET by_subject = 'x'",
      "DELETE FROM partners.release_register",
      "UPDATE partners.release_member SET combination = 1",
      "DELETE FROM partners.release_member",
      "UPDATE partners.release_combination SET keys = '{}'",
    ])
      await expect(asBuilder(sql)).rejects.toThrow(/permission denied/);
  });

  it("keeps how many partners of which establishment withdrew, and not who; no later release holds them", async () => {
    const [somebody] = await database.query<{ local_id: string }>(
      `SELECT local_id FROM partners.release_member WHERE release = $1 AND establishment = 'chum' LIMIT 1`,
      [demoRelease],
    );
    await asCaller(
      { principal: anEstablishmentPrincipal("chum"), database: pools, clock: () => testDay },
      async (manager) => {
        await manager.query(
          `INSERT INTO partners.roster_revision (establishment, revision, key, payload_hash, result, synthetic, pushed_by, pushed_client, pushed_at)
           VALUES ('chum', 1, 'k', 'p', '{}', true, $1, $2, $3)`,
          [anEstablishmentPrincipal("chum").subject, anEstablishmentPrincipal("chum").client, testDay],
        );
        await manager.query(
          `INSERT INTO partners.withdrawal (establishment, hash, revision, at, by_subject, by_client) VALUES ('chum', $4, 1, $3, $1, $2)`,
          [
            anEstablishmentPrincipal("chum").subject,
            anEstablishmentPrincipal("chum").client,
            testDay,
            somebody!.local_id,
          ],
        );
      },
    );
    const entry = (await read(builder)).at(-1)!;
    expect(entry).toMatchObject({
      act: "PARTNERS_WITHDRAWN",
      establishment: "chum",
      partners: 1,
      release: null,
      by: anEstablishmentPrincipal("chum").subject,
    });
    expect(JSON.stringify(await database.query("SELECT * FROM partners.release_register"))).not.toContain(
      somebody!.local_id,
    );
    const { code } = (await steps.build(builder, [await anAgreement(database)])).data!.buildRelease;
    const held = await database.query(
      "SELECT FROM partners.release_member WHERE release = $1 AND (establishment, local_id) = ('chum', $2)",
      [code, somebody!.local_id],
    );
    expect(held).toHaveLength(0);
  });
});
