import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, testDay, type TestDatabase } from "../../../test/harness/database.js";
import {
  approver,
  builder,
  codeOf,
  demoRelease,
  ReleaseSteps,
  researcherOne,
} from "../../../test/harness/release-steps.js";
import { aSteward, aSubgraph } from "../../../test/harness/subgraph.js";
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

/** Everything that a build writes and a discard takes away, and the acts that are kept. */
const written = (): Promise<object[]> =>
  database.query(`
    SELECT release.code, status,
      (SELECT count(*)::integer FROM partners_release.release_agreement AS own WHERE own.release = code) AS readers,
      (SELECT count(*)::integer FROM partners_release.record WHERE record.release = code) AS records,
      (SELECT count(*)::integer FROM partners.release_combination AS told WHERE told.release = code) AS combinations,
      (SELECT count(*)::integer FROM partners.release_member AS member WHERE member.release = code) AS members,
      (SELECT count(*)::integer FROM partners.release_register AS kept WHERE kept.release = code) AS entries
    FROM partners_release.release ORDER BY version`);

const contentsOf = async (release: string): Promise<number> => {
  const [row] = await database.query<{ count: number }>(
    `SELECT (SELECT count(*) FROM partners_release.record WHERE release = $1)::integer
       + (SELECT count(*) FROM partners.release_member WHERE release = $1)::integer
       + (SELECT count(*) FROM partners.release_combination WHERE release = $1)::integer
       + (SELECT count(*) FROM partners_release.release_agreement WHERE release = $1)::integer AS count`,
    [release],
  );
  return row!.count;
};

const built = async (agreement: string, more: object = {}): Promise<string> => {
  const { data, errors } = await steps.build(builder, [agreement], "Essai", more);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.buildRelease.code;
};

async function refused(answer: ReturnType<ReleaseSteps["discard"]>, before: object[]) {
  const { errors } = await answer;
  expect(await written()).toEqual(before);
  const { code, place } = errors![0]!.extensions as { code: string; place?: string };
  return { code, place };
}

describe("a release that waits for its approval", () => {
  it("is discarded with all that it holds; the register keeps that it was, who did it, why and for whom it was", async () => {
    const agreement = await anAgreement(database);
    const before = await written();
    const code = await built(agreement);
    expect(await contentsOf(code)).toBeGreaterThan(2_000);
    const { data } = await steps.discard(builder, code, " Variables à revoir ");
    expect(data!.discardRelease).toEqual({
      act: "DISCARDED",
      by: builder.subject,
      at: "2026-05-04T14:00:00.000Z",
      release: code,
      reason: "Variables à revoir",
      agreements: [agreement],
    });
    expect(await contentsOf(code)).toBe(0);
    expect(await written()).toEqual(before);
    const acts = await database.query(
      "SELECT act FROM partners.release_register WHERE release = $1 ORDER BY entry",
      [code],
    );
    expect(acts).toEqual([{ act: "BUILT" }, { act: "DISCARDED" }]);
    expect(await codeOf(steps.approve(approver, code))).toBe("RELEASE_NOT_FOUND");
    expect(await codeOf(steps.discard(builder, code))).toBe("RELEASE_NOT_FOUND");
  });

  it("no longer stands in the way of another one, and leaves it another number", async () => {
    const agreement = await anAgreement(database);
    const keptOf = async (code: string): Promise<number> => {
      const [row] = await database.query<{ kept: number }>(
        "SELECT (told -> 'report' ->> 'recordsKept')::integer AS kept FROM partners.release_register WHERE release = $1 AND act = 'BUILT'",
        [code],
      );
      return row!.kept;
    };
    // Many come at once, like those of one class: enough for that release to hold them.
    await database.query(
      `INSERT INTO partners.partner
       SELECT (jsonb_populate_record(alike, jsonb_build_object('local_id', 'N-' || local_id))).*
       FROM partners.partner AS alike JOIN partners.release_member AS member USING (establishment, local_id)
       JOIN partners.release_combination AS told ON told.release = member.release AND told.number = combination
       WHERE told.release = $1 AND keys = (
         SELECT keys FROM partners.release_member AS one JOIN partners.release_combination AS said
           ON said.release = one.release AND said.number = one.combination
         WHERE one.release = $1 GROUP BY keys ORDER BY count(*) DESC LIMIT 1)`,
      [demoRelease],
    );
    const inTheWay = await built(agreement);
    // Some of them leave again: beside that release, others are left out with them.
    await database.query(
      `DELETE FROM partners.partner WHERE (establishment, local_id) IN (
         SELECT establishment, local_id FROM partners.partner WHERE local_id LIKE 'N-%' LIMIT 3)`,
    );
    const beside = await built(agreement);
    for (const code of [beside, inTheWay]) await steps.discard(builder, code);
    const alone = await built(agreement);
    expect(await keptOf(alone)).toBeGreaterThan(await keptOf(beside));
    expect(new Set([inTheWay, beside, alone]).size).toBe(3);
    await steps.discard(builder, alone);
  });

  it("is not discarded once it is approved, by nobody, in the database too", async () => {
    const code = await built(await anAgreement(database));
    await steps.approve(approver, code);
    const before = await written();
    for (const approved of [code, demoRelease])
      expect(await refused(steps.discard(builder, approved), before)).toEqual({
        code: "RELEASE_ALREADY_APPROVED",
        place: "id",
      });
    const discarding = asCaller(
      { principal: builder, database: pools, clock: () => testDay },
      async (manager) => {
        await manager.query(
          `INSERT INTO partners.release_discard
           SELECT code, version, 'Essai', $2, $3 FROM partners_release.release WHERE code = $1`,
          [code, testDay, builder.subject],
        );
      },
    );
    await expect(discarding).rejects.toThrow(/row-level security/);
    expect(await written()).toEqual(before);
  });

  it("is not discarded while another is its next version", async () => {
    const agreement = await anAgreement(database);
    const first = await built(agreement);
    const second = await built(agreement, { previous: first });
    expect(await refused(steps.discard(builder, first), await written())).toEqual({
      code: "INVALID_ARGUMENT",
      place: "id",
    });
    for (const code of [second, first]) expect((await steps.discard(builder, code)).errors).toBeUndefined();
  });

  it.each([
    ["no reason", "  ", "reason"],
    ["a reason that names somebody", "Demande de marie@exemple.ca", "reason"],
    ["a reason of more than 500 characters", "x".repeat(501), "reason"],
  ])("is not discarded for %s", async (_case, reason, place) => {
    const code = await built(await anAgreement(database));
    expect(await refused(steps.discard(builder, code, reason), await written())).toEqual({
      code: "INVALID_ARGUMENT",
      place,
    });
    await steps.discard(builder, code);
  });

  it("is discarded by the steward of privacy only, in the database too", async () => {
    const code = await built(await anAgreement(database));
    const before = await written();
    for (const principal of [approver, researcherOne, aSteward("steward:collect")])
      expect((await refused(steps.discard(principal, code), before)).code).toBe("NOT_ALLOWED");
    expect(await refused(steps.discard(builder, "partenaires-inconnue"), before)).toEqual({
      code: "RELEASE_NOT_FOUND",
      place: "id",
    });
    const [release] = await database.query<{ version: number }>(
      "SELECT version FROM partners_release.release WHERE code = $1",
      [code],
    );
    const asApprover = (sql: string, values: unknown[] = []): Promise<unknown> =>
      asCaller({ principal: approver, database: pools, clock: () => testDay }, (manager) =>
        manager.query(sql, values),
      );
    await expect(
      asApprover("INSERT INTO partners.release_discard VALUES ($1, $2, 'Essai', $3, $4)", [
        code,
        release!.version,
        testDay,
        approver.subject,
      ]),
    ).rejects.toThrow(/row-level security/);
    for (const sql of [
      "DELETE FROM partners_release.release",
      "DELETE FROM partners.release_discard",
      "UPDATE partners.release_discard SET reason = 'x'",
    ])
      await expect(asApprover(sql)).rejects.toThrow(/permission denied/);
    expect(await written()).toEqual(before);
  });
});

describe("a release whose partner was withdrawn between its build and its approval", () => {
  it("is not approved, in the database either; it is discarded and built anew without that partner", async () => {
    const agreement = await anAgreement(database);
    const code = await built(agreement);
    await database.query(
      `DELETE FROM partners.partner WHERE (establishment, local_id) IN (
         SELECT establishment, local_id FROM partners.release_member WHERE release = $1 LIMIT 1)`,
      [code],
    );
    const before = await written();
    const { errors } = await steps.approve(approver, code);
    expect(errors![0]!.extensions).toMatchObject({
      code: "RELEASE_HOLDS_WITHDRAWN",
      place: "id",
      family: "CONFLICT",
      messages: {
        fr: expect.stringMatching(/\(1\).*discardRelease/),
        en: expect.stringMatching(/\(1\).*build a new one/),
      },
    });
    const approving = await asCaller(
      { principal: approver, database: pools, clock: () => testDay },
      async (manager) => {
        const [, changed] = (await manager.query(
          "UPDATE partners_release.release SET status = 'APPROVED', approved_by = $1, approved_at = $2 WHERE code = $3",
          [approver.subject, testDay, code],
        )) as [unknown, number];
        return changed;
      },
    );
    expect(approving).toBe(0);
    expect(await written()).toEqual(before);
    await steps.discard(builder, code, "Un retrait");
    const anew = await built(agreement);
    expect((await steps.approve(approver, anew)).errors).toBeUndefined();
  });

  it("shows who approves the nameless members only", async () => {
    const seen = await asCaller({ principal: approver, database: pools, clock: () => testDay }, (manager) =>
      manager.query("SELECT DISTINCT establishment FROM partners.release_member"),
    );
    expect(seen).toEqual([{ establishment: "" }]);
  });
});
