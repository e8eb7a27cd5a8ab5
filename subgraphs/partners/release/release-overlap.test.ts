import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, testDay, type TestDatabase } from "../../../test/harness/database.js";
import { approver, builder, codeOf, demoRelease, ReleaseSteps } from "../../../test/harness/release-steps.js";
import { aSubgraph } from "../../../test/harness/subgraph.js";
import type { SubgraphDatabase } from "../../shared/database.js";
import { asCaller } from "../../shared/tenancy.js";
import { partners } from "../index.js";
import { anAgreement } from "./testing/an-agreement.js";

let database: TestDatabase;
let pools: SubgraphDatabase;
let steps: ReleaseSteps;

beforeAll(async () => {
  database = await aDatabase("demo");
  pools = database.of(partners);
  steps = new ReleaseSteps(aSubgraph(partners, database).ask);
});
afterAll(() => database.drop());

const written = (): Promise<object[]> =>
  database.query(
    `SELECT release, agreement, count(*)::integer FROM partners_release.record GROUP BY release, agreement
     UNION ALL SELECT release, 'members', count(*)::integer FROM partners.release_member GROUP BY release
     UNION ALL SELECT act, release, entry::integer FROM partners.release_register ORDER BY 1, 2`,
  );

const built = async (agreement: string, more: object = {}): Promise<string> => {
  const { data, errors } = await steps.build(builder, [agreement], "Essai", more);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.buildRelease.code;
};

/** What the records of a release say, and how many say so. */
const toldBy = async (release: string, agreement: string): Promise<Map<string, number>> => {
  const rows = await database.query<{ told: string; count: number }>(
    `SELECT concat_ws(' ', region_group, age_band, gender, '/', standing, experience_domain) AS told, count(*)::integer
     FROM partners_release.record WHERE release = $1 AND agreement = $2 GROUP BY told ORDER BY told`,
    [release, agreement],
  );
  return new Map(rows.map(({ told, count }) => [told, count]));
};

/**
 * What somebody learns who subtracts one release from another, class by class: the sensitive values that are in the one
 * and not in the other.
 */
function subtracted(one: Map<string, number>, other: Map<string, number>): Map<string, string[]> {
  const left = new Map<string, string[]>();
  for (const [told, count] of one) {
    const [keys, values] = told.split(" / ") as [string, string];
    const more = count - (other.get(told) ?? 0);
    for (let record = 0; record < more; record += 1) left.set(keys, [...(left.get(keys) ?? []), values]);
  }
  return left;
}

describe("another release of the same rosters", () => {
  it("is the next version of the one before and tells the same, row ids and order apart, when nothing changed", async () => {
    const agreement = await anAgreement(database);
    const first = await built(agreement);
    const second = await built(agreement, { previous: first });
    expect(await toldBy(second, agreement)).toEqual(await toldBy(first, agreement));
    expect(await toldBy(first, agreement)).toEqual(await toldBy(demoRelease, "entente-demo-1"));
    const [shared] = await database.query<{ count: number }>(
      `SELECT count(*)::integer FROM partners_release.record AS one JOIN partners_release.record AS other
         ON other.row_id = one.row_id AND other.release = $2 WHERE one.release = $1`,
      [first, second],
    );
    expect(shared!.count).toBe(0);
  });

  it("may be asked for three times at once: three versions, one after the other", async () => {
    const agreement = await anAgreement(database);
    const codes = await Promise.all([1, 2, 3].map(() => built(agreement)));
    expect(new Set(codes).size).toBe(3);
  });

  it("is refused, told which, in both languages, when its columns and an earlier one's single persons out together", async () => {
    const agreement = await anAgreement(database);
    const before = await written();
    const { errors } = await steps.build(builder, [agreement], "Essai", {
      variables: ["firstLanguage", "joinedPeriod", "profile", "trained", "standing"],
    });
    expect(errors![0]!.extensions).toMatchObject({ code: "RELEASE_OVERLAPS", place: "agreements" });
    const { fr, en } = errors![0]!.extensions!.messages as { fr: string; en: string };
    expect(fr).toMatch(/diffusion partenaires-.*resterait \d+ fiches sur \d+.*50 %.*discardRelease/);
    expect(en).toMatch(/release partenaires-.*, \d+ of \d+ records .*50%.*discardRelease/);
    expect(await written()).toEqual(before);
  });

  it("is refused beside one whose members are not known", async () => {
    const before = await written();
    await database.query(
      `UPDATE partners.release_member SET release = 'unknown' WHERE release = '${demoRelease}'`,
    );
    const { errors } = await steps.build(builder, [await anAgreement(database)]);
    await database.query(
      `UPDATE partners.release_member SET release = '${demoRelease}' WHERE release = 'unknown'`,
    );
    expect(errors![0]!.extensions).toMatchObject({
      code: "RELEASE_UNCOMPARABLE",
      place: "agreements",
      messages: { fr: expect.stringContaining(demoRelease), en: expect.stringContaining(demoRelease) },
    });
    expect(await written()).toEqual(before);
  });

  it("gets records for its own agreements only, and none once it is approved, in the database too", async () => {
    const agreement = await anAgreement(database);
    const code = await built(agreement);
    const asBuilder = (sql: string): Promise<unknown> =>
      asCaller({ principal: builder, database: pools, clock: () => testDay }, (manager) =>
        manager.query(sql),
      );
    const record = (release: string, reader: string): string =>
      `INSERT INTO partners_release.record (row_id, release, agreement, position)
       VALUES (gen_random_uuid(), '${release}', '${reader}', 99999)`;
    await asBuilder(record(code, agreement));
    await expect(asBuilder(record(code, "entente-demo-1"))).rejects.toThrow(/row-level security/);
    await expect(asBuilder(record(demoRelease, "entente-demo-1"))).rejects.toThrow(/row-level security/);
    await steps.approve(approver, code);
    await expect(asBuilder(record(code, agreement))).rejects.toThrow(/row-level security/);
    await expect(
      asBuilder(`INSERT INTO partners_release.release_agreement VALUES ('${demoRelease}', '${agreement}')`),
    ).rejects.toThrow(/row-level security/);
    await expect(
      asBuilder(`INSERT INTO partners.release_member VALUES ('${demoRelease}', 1, 'chum', 'P-0001')`),
    ).rejects.toThrow(/row-level security/);
  });
});

describe("who compares two versions and knows who joined and who left in between", () => {
  it("is left with groups of at least 11 persons who differ, and never with the one who left or who came", async () => {
    const agreement = await anAgreement(database);
    const first = await built(agreement);
    // One who was in the release leaves; one comes who is like many others.
    const [gone] = await database.query<{ establishment: string; local_id: string }>(
      `DELETE FROM partners.partner WHERE (establishment, local_id) IN (
         SELECT establishment, local_id FROM partners.release_member WHERE release = $1 LIMIT 1)
       RETURNING establishment, local_id`,
      [first],
    );
    await database.query(
      `INSERT INTO partners.partner SELECT (jsonb_populate_record(alike, '{"local_id": "P-nouveau"}')).*
       FROM partners.partner AS alike JOIN partners.release_member AS member USING (establishment, local_id)
       WHERE member.release = $1 LIMIT 1`,
      [first],
    );
    const second = await built(agreement, { previous: first });
    const [before, after] = [await toldBy(first, agreement), await toldBy(second, agreement)];
    const [left, came] = [subtracted(before, after), subtracted(after, before)];
    expect(left.size).toBe(1);
    for (const values of left.values()) {
      expect(values.length).toBeGreaterThanOrEqual(11);
      for (const column of [0, 1])
        expect(new Set(values.map((value) => value.split(" ")[column])).size).toBeGreaterThanOrEqual(3);
    }
    // The newcomer waits for others.
    expect(came.size).toBe(0);
    // The member who left stays, as nobody.
    const members = await database.query<{ establishment: string; local_id: string }>(
      "SELECT establishment, local_id FROM partners.release_member WHERE release = $1 AND establishment = ''",
      [first],
    );
    expect(members).toHaveLength(1);
    expect(members[0]!.local_id).not.toBe(gone!.local_id);
  });

  it("is left with nothing after a tenth left again and again: a version is refused, and nothing is written", async () => {
    const agreement = await anAgreement(database);
    const answers: unknown[] = [];
    for (const share of ["1a", "34", "4e", "68", "82", "9c"]) {
      await database.query(`DELETE FROM partners.partner WHERE md5(establishment || local_id) < '${share}'`);
      const before = await written();
      answers.push(await codeOf(steps.build(builder, [agreement])));
      if (answers.at(-1) !== "RELEASE_OVERLAPS") continue;
      expect(await written()).toEqual(before);
      break;
    }
    expect(answers.at(-1)).toBe("RELEASE_OVERLAPS");
    // Not the first time: who left was hidden among others.
    expect(answers[0]).toBeUndefined();
  });
});
