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
import { aResearcher, type Ask, aSubgraph } from "../../../test/harness/subgraph.js";
import type { SubgraphDatabase } from "../../shared/database.js";
import type { Principal } from "../../shared/principal.js";
import { asCaller } from "../../shared/tenancy.js";
import { partners } from "../index.js";
import { releasePolicy } from "./release-policy.js";
import { anAgreement } from "./testing/an-agreement.js";

let database: TestDatabase;
let pools: SubgraphDatabase;
let ask: Ask;
let steps: ReleaseSteps;
let hidden: unknown[];

beforeAll(async () => {
  database = await aDatabase("demo");
  pools = database.of(partners);
  ({ ask, hidden } = aSubgraph(partners, database));
  steps = new ReleaseSteps(ask);
});
afterAll(() => database.drop());

const countReleases = async (): Promise<number> =>
  (await database.query("SELECT FROM partners_release.release")).length;

describe("a new release", () => {
  it("is listed to who approves it and hidden from researchers, records included, until it is approved", async () => {
    const agreement = await anAgreement(database);
    const researcher = aResearcher(agreement);
    const { data } = await steps.build(builder, [agreement]);
    const { code } = data!.buildRelease;
    const listed = async (principal: Principal): Promise<string[]> =>
      (
        await ask<{ releases: { code: string }[] }>("{ releases { code } }", {}, principal)
      ).data!.releases.map((release) => release.code);
    const records = async (): Promise<number> => {
      const rows: unknown[] = await asCaller(
        { principal: researcher, database: pools, clock: () => testDay },
        (manager) => manager.query("SELECT FROM partners_release.record WHERE release = $1", [code]),
      );
      return rows.length;
    };
    expect(await listed(approver)).toContain(code);
    expect(await listed(researcher)).toEqual([]);
    expect(await records()).toBe(0);
    await steps.approve(approver, code);
    expect(await listed(researcher)).toEqual([code]);
    expect(await records()).toBe(data!.buildRelease.report.recordsKept);
  });

  it("is read by nobody before a second steward approves it", async () => {
    const agreement = await anAgreement(database);
    const researcher = aResearcher(agreement);
    const { data } = await steps.build(builder, [agreement], "Portrait des banques");
    const built = (
      data as unknown as { buildRelease: { code: string; report: { k: number; recordsKept: number } } }
    ).buildRelease;
    expect(built).toMatchObject({ status: "BUILT", origin: "SYNTHETIC", recordLevel: "ANONYMISED" });
    expect(built.report.k).toBeGreaterThanOrEqual(releasePolicy.k);
    expect(await codeOf(steps.page(researcher, { release: built.code }))).toBe("RELEASE_NOT_FOUND");
    expect((await steps.approve(approver, built.code)).data).toEqual({
      approveRelease: { code: built.code, status: "APPROVED", approvedAt: "2026-05-04T14:00:00.000Z" },
    });
    expect((await steps.walk(researcher, built.code, 1_000)).ids).toHaveLength(built.report.recordsKept);
    expect(await codeOf(steps.approve(approver, built.code))).toBe("RELEASE_ALREADY_APPROVED");
  });

  it("is not approved by who built it, even with both scopes, in the service and in the database", async () => {
    const both: Principal = { ...builder, scopes: ["steward:privacy", "steward:publish"] };
    const { data } = await steps.build(both, [await anAgreement(database)]);
    const { code } = data!.buildRelease;
    expect(await codeOf(steps.approve(both, code))).toBe("SAME_PERSON");
    await asCaller({ principal: both, database: pools, clock: () => testDay }, (manager) =>
      manager.query(
        "UPDATE partners_release.release SET status = 'APPROVED', approved_by = $1, approved_at = now() WHERE code = $2",
        ["somebody else", code],
      ),
    );
    const [row] = await database.query("SELECT status FROM partners_release.release WHERE code = $1", [code]);
    expect(row).toEqual({ status: "BUILT" });
  });

  it.each([
    ["no agreement", [], "Essai", "INVALID_ARGUMENT"],
    ["an unknown agreement", ["entente-inconnue"], "Essai", "UNKNOWN_CODE"],
    ["no title", ["entente-demo-1"], "  ", "INVALID_ARGUMENT"],
  ])("is refused for %s, and nothing is written", async (_case, agreements, title, code) => {
    const before = await countReleases();
    expect(await codeOf(steps.build(builder, agreements, title))).toBe(code);
    expect(await countReleases()).toBe(before);
  });

  it.each([
    ["title", "half of a character", "\ud800x"],
    ["title", "a null character", "x\0y"],
    ["agreements", "half of a character", "entente-\udfff"],
    ["agreements", "a null character", "\0"],
  ])("is refused when its %s has %s, which no database keeps as it is", async (place, _what, text) => {
    const before = await countReleases();
    const { errors } = await (place === "title"
      ? steps.build(builder, [await anAgreement(database)], text)
      : steps.build(builder, [text]));
    expect(errors![0]!.extensions).toMatchObject({ code: "INVALID_ARGUMENT", place });
    expect(await countReleases()).toBe(before);
  });

  it.each(["\ud800", "partenaires-1\0"])(
    "is not approved under a code that nobody can type: %j",
    async (id) => {
      const { errors } = await steps.approve(approver, id);
      expect(errors![0]!.extensions).toMatchObject({ code: "INVALID_ARGUMENT", place: "id" });
    },
  );

  it("is refused when no generalisation protects enough records, and nothing is written", async () => {
    const before = await countReleases();
    expect(await codeOf(steps.build(builder, [await anAgreement(database, 1_000_000)]))).toBe(
      "RELEASE_IMPOSSIBLE",
    );
    expect(await countReleases()).toBe(before);
  });

  it("is built by the steward of privacy only, and approved by the steward of publication only", async () => {
    const agreement = await anAgreement(database);
    expect(await codeOf(steps.build(approver, [agreement]))).toBe("NOT_ALLOWED");
    expect(await codeOf(steps.build(researcherOne, [agreement]))).toBe("NOT_ALLOWED");
    expect(await codeOf(steps.approve(builder, demoRelease))).toBe("NOT_ALLOWED");
    expect(await codeOf(steps.approve(approver, "partenaires-inconnue"))).toBe("RELEASE_NOT_FOUND");
  });

  it("never changes: no steward may alter or remove a record, or add one to an approved release", async () => {
    const asBuilder = (sql: string): Promise<unknown> =>
      asCaller({ principal: builder, database: pools, clock: () => testDay }, (manager) =>
        manager.query(sql),
      );
    await expect(asBuilder("DELETE FROM partners_release.record")).rejects.toThrow(/permission denied/);
    await expect(asBuilder("UPDATE partners_release.record SET gender = 'ALL'")).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      asBuilder(`INSERT INTO partners_release.record VALUES
        (gen_random_uuid(), '${demoRelease}', 'entente-demo-1', 99999, 'QC', 'ALL', 'ALL', 'PATIENT', 'MENTAL_HEALTH')`),
    ).rejects.toThrow(/row-level security/);
  });

  it("hid no error of ours on the way", () => {
    expect(hidden).toEqual([]);
  });
});

describe("agreements that demand classes of different sizes", () => {
  it("are not served by one release, and each is served by its own", async () => {
    const agreements = [await anAgreement(database, 11), await anAgreement(database, 20)] as const;
    const before = await countReleases();
    const { errors } = await steps.build(builder, agreements);
    expect(errors![0]!.extensions).toMatchObject({ code: "INVALID_ARGUMENT", place: "agreements" });
    expect(await countReleases()).toBe(before);
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
