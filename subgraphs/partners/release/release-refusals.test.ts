import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";
import {
  approver,
  builder,
  codeOf,
  demoRelease,
  ReleaseSteps,
  researcherOne,
} from "../../../test/harness/release-steps.js";
import { aSubgraph } from "../../../test/harness/subgraph.js";
import type { Principal } from "../../shared/principal.js";
import { partners } from "../index.js";
import { releasePolicy } from "./release-policy.js";
import { anAgreement } from "./testing/an-agreement.js";

let database: TestDatabase;
let steps: ReleaseSteps;
let statements: string[];

beforeAll(async () => {
  database = await aDatabase("demo");
  const { ask, statements: sent } = aSubgraph(partners, database);
  statements = sent;
  steps = new ReleaseSteps(ask);
});
afterAll(() => database.drop());

/** Everything that a build could write. */
const written = (): Promise<object[]> =>
  database.query(`
    SELECT (SELECT count(*) FROM partners_release.release) AS releases,
      (SELECT count(*) FROM partners_release.release_agreement) AS readers,
      (SELECT count(*) FROM partners_release.record) AS records,
      (SELECT count(*) FROM partners.release_combination) AS combinations,
      (SELECT count(*) FROM partners.release_member) AS members,
      (SELECT count(*) FROM partners.release_register) AS entries`);

async function refused(agreements: readonly string[], more: object = {}) {
  const before = await written();
  const { errors } = await steps.build(builder, agreements, "Essai", more);
  expect(await written()).toEqual(before);
  const { code, place, messages } = errors![0]!.extensions as {
    code: string;
    place: string;
    messages: { fr: string; en: string };
  };
  expect(messages.fr).not.toBe("");
  expect(messages.en).not.toBe(messages.fr);
  return { code, place, messages };
}

describe("a release is refused, and nothing is written,", () => {
  it.each([
    ["an unknown variable", { variables: ["regionGroup", "postalCode"] }, "UNKNOWN_CODE", "variables"],
    ["no key among its variables", { variables: ["standing"] }, "INVALID_ARGUMENT", "variables"],
    ["no variable", { variables: [] }, "INVALID_ARGUMENT", "variables"],
    ["a purpose without a word", { purpose: { fr: " " } }, "INVALID_ARGUMENT", "purpose"],
    [
      "a purpose that names somebody",
      { purpose: { fr: "Écrire à marie@exemple.ca" } },
      "INVALID_ARGUMENT",
      "purpose",
    ],
    ["aggregates instead of records", { recordLevel: "AGGREGATE" }, "INVALID_ARGUMENT", "recordLevel"],
    ["a version before that nobody built", { previous: "partenaires-9999" }, "UNKNOWN_CODE", "previous"],
    ["a version before that another agreement has", { previous: demoRelease }, "UNKNOWN_CODE", "previous"],
  ])("for %s", async (_case, more, code, place) => {
    expect(await refused([await anAgreement(database)], more)).toMatchObject({ code, place });
  });

  it("for a version before that has its next version already", async () => {
    const agreement = await anAgreement(database);
    const first = (await steps.build(builder, [agreement])).data!.buildRelease.code;
    await steps.build(builder, [agreement], "Essai", { previous: first });
    expect(await refused([agreement], { previous: first })).toMatchObject({
      code: "INVALID_ARGUMENT",
      place: "previous",
    });
  });

  it.each([
    ["has ended", "status = 'ENDED'"],
    ["is suspended", "status = 'SUSPENDED'"],
    ["is over", "valid_from = '2024-01-01', valid_to = '2025-12-31'"],
    ["is for aggregates", "record_level = 'AGGREGATE'"],
    ["lacks one of its variables", "variables = array_remove(variables, 'experienceDomain')"],
  ])("for an agreement that %s", async (_state, change) => {
    const agreement = await anAgreement(database);
    await database.query(`UPDATE partners.access_agreement SET ${change} WHERE code = $1`, [agreement]);
    const { code, place, messages } = await refused([agreement]);
    expect([code, place]).toEqual(["INVALID_ARGUMENT", "agreements"]);
    expect(messages.fr).toContain(agreement);
    if (change.startsWith("variables")) expect(messages.en).toContain("experienceDomain");
  });

  it("when every record would have to be suppressed", async () => {
    const agreement = await anAgreement(database, 1_000_000);
    expect(await refused([agreement])).toMatchObject({ code: "RELEASE_IMPOSSIBLE", place: "variables" });
  });

  it("when a roster holds a region that no group has, told with the variable and the value", async () => {
    const somebody =
      "(establishment, local_id) = (SELECT establishment, local_id FROM partners.partner WHERE status <> 'LEFT' LIMIT 1)";
    const [before] = await database.query<{ establishment: string; local_id: string; region: string }>(
      `SELECT establishment, local_id, region FROM partners.partner WHERE ${somebody}`,
    );
    await database.query("ALTER TABLE partners.partner DROP CONSTRAINT partner_region_check");
    await database.query(
      "UPDATE partners.partner SET region = 'RSS-99' WHERE (establishment, local_id) = ($1, $2)",
      [before!.establishment, before!.local_id],
    );
    const { code, place, messages } = await refused([await anAgreement(database)]);
    await database.query(
      "UPDATE partners.partner SET region = $3 WHERE (establishment, local_id) = ($1, $2)",
      [before!.establishment, before!.local_id, before!.region],
    );
    expect([code, place]).toEqual(["RELEASE_UNKNOWN_VALUE", "variables"]);
    for (const message of Object.values(messages)) expect(message).toMatch(/regionGroup.*RSS-99/);
  });

  it("when a roster changes while it is built", async () => {
    const agreement = await anAgreement(database);
    const before = await written();
    // Another transaction holds the members while somebody is put into another class.
    const waiting = database.query(`
      DO $$ BEGIN
        LOCK TABLE partners.release_member IN EXCLUSIVE MODE;
        PERFORM pg_sleep(3);
      END $$`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const building = steps.build(builder, [agreement]);
    const isWaiting = (): boolean =>
      statements.some((sql) => sql.includes("INSERT INTO partners.release_combination"));
    statements.length = 0;
    while (!isWaiting()) await new Promise((resolve) => setTimeout(resolve, 20));
    const moved = await database.query<{ establishment: string; local_id: string; gender: string }>(
      `UPDATE partners.partner AS moved SET gender = CASE was.gender WHEN 'MAN' THEN 'WOMAN' ELSE 'MAN' END
       FROM (SELECT establishment, local_id, gender FROM partners.partner
         JOIN partners.release_member AS member USING (establishment, local_id)
         WHERE member.release = $1 AND gender IN ('WOMAN', 'MAN') LIMIT 1) AS was
       WHERE (moved.establishment, moved.local_id) = (was.establishment, was.local_id)
       RETURNING moved.establishment, moved.local_id, was.gender`,
      [demoRelease],
    );
    await waiting;
    const { errors } = await building;
    await database.query(
      "UPDATE partners.partner SET gender = $3 WHERE (establishment, local_id) = ($1, $2)",
      [moved[0]!.establishment, moved[0]!.local_id, moved[0]!.gender],
    );
    expect(errors![0]!.extensions).toMatchObject({ code: "ROSTERS_CHANGED", family: "CONFLICT" });
    expect(await written()).toEqual(before);
  });
});

describe("a release for a purpose", () => {
  it("says what for, under which licence, how to cite it, what changed, and when its risk is assessed again", async () => {
    const agreement = await anAgreement(database);
    const first = (await steps.build(builder, [agreement])).data!.buildRelease.code;
    const { ask } = aSubgraph(partners, database);
    const built = await steps.build(builder, [agreement], "Portrait", {
      purpose: { fr: "Décrire.", en: "Describe." },
      invasiveness: "HIGH",
      variables: ["gender", "ageBand", "regionGroup", "standing"],
      previous: first,
    });
    const { code } = built.data!.buildRelease;
    await steps.approve(approver, first);
    await steps.approve(approver, code);
    const { data } = await ask<{ releases: Record<string, unknown>[] }>(
      `{ releases { code previous purpose { fr en } invasiveness licence { fr en } method { fr } reassessOn recordLevel
         citation { fr en } columns { column part label { fr en } codes { code } } report { k policy { k } }
         changes { columnsAdded columnsRemoved levelsChanged { key from to } kBefore k recordsBefore records } } }`,
      {},
      { ...researcherOne, agreement },
    );
    const release = data!.releases.find((each) => each.code === code)!;
    expect(release).toMatchObject({
      previous: first,
      purpose: { fr: "Décrire.", en: "Describe." },
      invasiveness: "HIGH",
      recordLevel: "ANONYMISED",
      reassessOn: "2027-05-04",
      citation: {
        fr: expect.stringMatching(
          /^Carrefour \(2026\)\. Portrait, version \d+ \[fiches anonymisées, partenaires-\d+\]/,
        ),
        en: expect.stringContaining("anonymised records"),
      },
      report: { policy: { k: 20 } },
      changes: { columnsAdded: [], columnsRemoved: ["experienceDomain"], kBefore: releasePolicy.k, k: 20 },
    });
    expect((release.columns as { column: string }[]).map(({ column }) => column)).toEqual([
      "regionGroup",
      "ageBand",
      "gender",
      "standing",
    ]);
    expect(data!.releases.find((each) => each.code === first)!.changes).toBeNull();
    const [empty] = await database.query<{ count: number }>(
      "SELECT count(*)::integer FROM partners_release.record WHERE release = $1 AND experience_domain IS NOT NULL",
      [code],
    );
    expect(empty!.count).toBe(0);
  });

  it("is approved neither twice nor by who built it", async () => {
    const both: Principal = { ...builder, scopes: ["steward:privacy", "steward:publish"] };
    const { data } = await steps.build(both, [await anAgreement(database)]);
    const before = await written();
    expect(await codeOf(steps.approve(both, data!.buildRelease.code))).toBe("SAME_PERSON");
    expect(await written()).toEqual(before);
  });
});
