import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
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
    "SELECT release, agreement, count(*)::integer FROM partners_release.record GROUP BY release, agreement ORDER BY 1, 2",
  );

/** Builds a release for a new agreement; gives both codes. */
async function aBuiltRelease(): Promise<{ agreement: string; code: string }> {
  const agreement = await anAgreement(database);
  const { data } = await steps.build(builder, [agreement]);
  return { agreement, code: data!.buildRelease.code };
}

describe("a second release of the same rosters to the same agreement, whose comparison with the first would tell what was suppressed", () => {
  it("is refused beside one that is built and beside one that is approved, in both languages, and nothing is written", async () => {
    const { agreement, code } = await aBuiltRelease();
    const before = await written();
    for (const state of ["BUILT", "APPROVED"]) {
      if (state === "APPROVED") await steps.approve(approver, code);
      const { errors } = await steps.build(builder, [agreement]);
      expect(errors![0]!.extensions).toMatchObject({
        code: "RELEASE_OVERLAPS",
        place: "agreements",
        messages: { fr: expect.stringContaining(code), en: expect.stringContaining(agreement) },
      });
    }
    expect(await written()).toEqual(before);
  });

  it("is refused to all the agreements that it is asked for when one of them has a release", async () => {
    const before = await written();
    const fresh = await anAgreement(database);
    expect(await codeOf(steps.build(builder, [fresh, "entente-demo-1"]))).toBe("RELEASE_OVERLAPS");
    expect(await written()).toEqual(before);
  });

  it("is refused when the agreement has come to demand larger classes", async () => {
    const { agreement } = await aBuiltRelease();
    await database.query("UPDATE partners.access_agreement SET k_threshold = 20 WHERE code = $1", [
      agreement,
    ]);
    expect(await codeOf(steps.build(builder, [agreement]))).toBe("RELEASE_OVERLAPS");
  });

  it("is refused when one partner has left a roster", async () => {
    const { agreement } = await aBuiltRelease();
    await database.query(
      "DELETE FROM partners.partner WHERE (establishment, local_id) IN (SELECT establishment, local_id FROM partners.partner LIMIT 1)",
    );
    expect(await codeOf(steps.build(builder, [agreement]))).toBe("RELEASE_OVERLAPS");
  });

  it("is refused when both are asked for at the same time", async () => {
    const agreement = await anAgreement(database);
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(steps.build(builder, [agreement]))));
    expect(codes.sort()).toEqual(["RELEASE_OVERLAPS", "RELEASE_OVERLAPS", undefined]);
  });

  it("is refused by the database too, and so are records for an agreement that the release is not for", async () => {
    const { agreement } = await aBuiltRelease();
    const { code } = await aBuiltRelease();
    const asBuilder = (sql: string): Promise<unknown> =>
      asCaller({ principal: builder, database: pools, clock: () => testDay }, (manager) =>
        manager.query(sql),
      );
    await expect(
      asBuilder(`INSERT INTO partners_release.release_agreement VALUES ('${code}', '${agreement}')`),
    ).rejects.toThrow(/unique constraint/);
    await expect(
      asBuilder(`INSERT INTO partners_release.record VALUES
        (gen_random_uuid(), '${code}', '${agreement}', 99999, 'QC', 'ALL', 'ALL', 'PATIENT', 'MENTAL_HEALTH')`),
    ).rejects.toThrow(/foreign key/);
    await expect(
      asBuilder(
        `INSERT INTO partners_release.release_agreement VALUES ('${demoRelease}', '${await anAgreement(database)}')`,
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

describe("agreements that demand classes of different sizes", () => {
  it("are not served by one release, and each is served by its own", async () => {
    const agreements = [await anAgreement(database, 11), await anAgreement(database, 20)] as const;
    const before = await written();
    const { errors } = await steps.build(builder, agreements);
    expect(errors![0]!.extensions).toMatchObject({ code: "INVALID_ARGUMENT", place: "agreements" });
    expect(await written()).toEqual(before);
    const demanded: number[] = [];
    for (const agreement of agreements) {
      const { data } = await steps.build(builder, [agreement]);
      const [release] = await database.query<{ k: number; demanded: number }>(
        "SELECT (report->>'k')::integer AS k, (report->'policy'->>'k')::integer AS demanded FROM partners_release.release WHERE code = $1",
        [data!.buildRelease.code],
      );
      expect(release!.k).toBeGreaterThanOrEqual(release!.demanded);
      demanded.push(release!.demanded);
    }
    expect(demanded).toEqual([11, 20]);
  });
});
