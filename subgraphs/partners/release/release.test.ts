import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";
import {
  approver,
  builder,
  codeOf,
  demoRelease,
  ReleaseSteps,
  researcherOne,
  researcherTwo,
} from "../../../test/harness/release-steps.js";
import {
  anEstablishmentPrincipal,
  aResearcher,
  type Ask,
  aSteward,
  aSubgraph,
} from "../../../test/harness/subgraph.js";
import type { SubgraphDatabase } from "../../shared/database.js";
import { type Principal, publicPrincipal } from "../../shared/principal.js";
import { asCaller } from "../../shared/tenancy.js";
import { partners } from "../index.js";
import { releasePolicy } from "./release-policy.js";

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

describe("who may read a release", () => {
  it.each([
    ["the public", publicPrincipal, "NOT_ALLOWED"],
    ["an establishment", anEstablishmentPrincipal("chum"), "NOT_ALLOWED"],
    ["a steward of collection", aSteward("steward:collect"), "NOT_ALLOWED"],
    ["the steward who builds releases", builder, "NOT_ALLOWED"],
    ["a researcher without agreement", aResearcher(null), "NO_AGREEMENT"],
    ["a researcher whose agreement does not exist", aResearcher("entente-inconnue"), "NO_AGREEMENT"],
  ])("not %s", async (_who, principal, code) => {
    expect(await codeOf(steps.page(principal))).toBe(code);
  });

  it.each([
    ["the public", publicPrincipal],
    ["an establishment", anEstablishmentPrincipal("chum")],
    ["a steward of collection", aSteward("steward:collect")],
  ])("and the list of releases and agreements is closed to %s", async (_who, principal) => {
    expect(await codeOf(ask("{ releases { code } }", {}, principal))).toBe("NOT_ALLOWED");
    expect(await codeOf(ask("{ accessAgreements { code } }", {}, principal))).toBe("NOT_ALLOWED");
  });

  it("answers an unknown release and one of another agreement with the same words", async () => {
    const { data } = await steps.build(builder, ["entente-demo-2"]);
    const { code } = data!.buildRelease;
    await steps.approve(approver, code);
    const [foreign, unknown] = await Promise.all([
      steps.page(researcherOne, { release: code }),
      steps.page(researcherOne, { release: "partenaires-inconnue" }),
    ]);
    expect(foreign.errors![0]!.extensions!.code).toBe("RELEASE_NOT_FOUND");
    expect(foreign).toEqual(unknown);
    expect((await steps.page(researcherTwo, { release: code })).errors).toBeUndefined();
  });

  it("shows a researcher its own agreement and the steward of privacy all of them", async () => {
    const query =
      "{ accessAgreements { code purpose { fr } variables recordLevel kThreshold validFrom validTo status origin } }";
    const codes = async (principal: Principal): Promise<string[]> =>
      (await ask<{ accessAgreements: { code: string }[] }>(query, {}, principal)).data!.accessAgreements.map(
        ({ code }) => code,
      );
    expect(await codes(researcherOne)).toEqual(["entente-demo-1"]);
    expect(await codes(aResearcher(null))).toEqual([]);
    expect(await codes(builder)).toEqual(["entente-demo-1", "entente-demo-2"]);
  });

  it.each([
    ["status = 'SUSPENDED'", "status = 'ACTIVE'"],
    ["status = 'ENDED'", "status = 'ACTIVE'"],
    ["valid_to = '2025-12-31'", "valid_to = '2099-03-31'"],
    ["record_level = 'AGGREGATE'", "record_level = 'ANONYMISED'"],
  ])("stops at once when the agreement has %s, in the service and in the database", async (change, back) => {
    const alter = (terms: string): Promise<object[]> =>
      database.query(`UPDATE partners.access_agreement SET ${terms} WHERE code = 'entente-demo-1'`);
    const rows = (): Promise<unknown[]> =>
      asCaller({ principal: researcherOne, database: pools }, (manager) =>
        manager.query("SELECT FROM partners_release.record"),
      );
    await alter(change);
    const [code, seen] = [await codeOf(steps.page(researcherOne)), (await rows()).length];
    await alter(back);
    expect([code, seen]).toEqual(["NO_AGREEMENT", 0]);
    expect((await rows()).length).toBeGreaterThan(0);
  });

  it("shows the researchers' database role no record without its agreement, and never who built a release", async () => {
    const pool = await pools.poolOfAudience("researcher");
    expect(await pool.query("SELECT FROM partners_release.record")).toHaveLength(0);
    expect(await pool.query("SELECT code FROM partners_release.release")).toHaveLength(0);
    await expect(pool.query("SELECT built_by FROM partners_release.release")).rejects.toThrow(
      /permission denied/,
    );
    const foreign = await asCaller({ principal: researcherOne, database: pools }, (manager) =>
      manager.query("SELECT FROM partners_release.record WHERE agreement <> 'entente-demo-1'"),
    );
    expect(foreign).toHaveLength(0);
  });
});

describe("a new release", () => {
  it("is listed to who approves it and hidden from researchers, records included, until it is approved", async () => {
    const { data } = await steps.build(builder, ["entente-demo-1"]);
    const { code } = data!.buildRelease;
    const listed = async (principal: Principal): Promise<string[]> =>
      (
        await ask<{ releases: { code: string }[] }>("{ releases { code } }", {}, principal)
      ).data!.releases.map((release) => release.code);
    const records = async (): Promise<number> => {
      const rows: unknown[] = await asCaller({ principal: researcherOne, database: pools }, (manager) =>
        manager.query("SELECT FROM partners_release.record WHERE release = $1", [code]),
      );
      return rows.length;
    };
    expect(await listed(approver)).toContain(code);
    expect(await listed(researcherOne)).not.toContain(code);
    expect(await records()).toBe(0);
    await steps.approve(approver, code);
    expect(await listed(aResearcher(null))).toContain(code);
    expect(await records()).toBe(data!.buildRelease.report.recordsKept);
  });

  it("is read by nobody before a second steward approves it", async () => {
    const { data } = await steps.build(builder, ["entente-demo-1"], "Portrait des banques");
    const built = (
      data as unknown as { buildRelease: { code: string; report: { k: number; recordsKept: number } } }
    ).buildRelease;
    expect(built).toMatchObject({ status: "BUILT", origin: "SYNTHETIC", recordLevel: "ANONYMISED" });
    expect(built.report.k).toBeGreaterThanOrEqual(releasePolicy.k);
    expect(await codeOf(steps.page(researcherOne, { release: built.code }))).toBe("RELEASE_NOT_FOUND");
    expect((await steps.approve(approver, built.code)).data).toEqual({
      approveRelease: { code: built.code, status: "APPROVED", approvedAt: "2026-05-04T14:00:00.000Z" },
    });
    expect((await steps.walk(researcherOne, built.code, 1_000)).ids).toHaveLength(built.report.recordsKept);
    expect(await codeOf(steps.approve(approver, built.code))).toBe("RELEASE_ALREADY_APPROVED");
  });

  it("is not approved by who built it, even with both scopes, in the service and in the database", async () => {
    const both: Principal = { ...builder, scopes: ["steward:privacy", "steward:publish"] };
    const { data } = await steps.build(both, ["entente-demo-1"]);
    const { code } = data!.buildRelease;
    expect(await codeOf(steps.approve(both, code))).toBe("SAME_PERSON");
    await asCaller({ principal: both, database: pools }, (manager) =>
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

  it("is refused when no generalisation protects enough records, and nothing is written", async () => {
    const demand = (k: number): Promise<object[]> =>
      database.query("UPDATE partners.access_agreement SET k_threshold = $1 WHERE code = 'entente-demo-2'", [
        k,
      ]);
    const before = await countReleases();
    await demand(1_000_000);
    const refused = await codeOf(steps.build(builder, ["entente-demo-2"]));
    await demand(11);
    expect(refused).toBe("RELEASE_IMPOSSIBLE");
    expect(await countReleases()).toBe(before);
  });

  it("is built by the steward of privacy only, and approved by the steward of publication only", async () => {
    expect(await codeOf(steps.build(approver, ["entente-demo-1"]))).toBe("NOT_ALLOWED");
    expect(await codeOf(steps.build(researcherOne, ["entente-demo-1"]))).toBe("NOT_ALLOWED");
    expect(await codeOf(steps.approve(builder, demoRelease))).toBe("NOT_ALLOWED");
    expect(await codeOf(steps.approve(approver, "partenaires-inconnue"))).toBe("RELEASE_NOT_FOUND");
  });

  it("never changes: no steward may alter or remove a record, or add one to an approved release", async () => {
    const asBuilder = (sql: string): Promise<unknown> =>
      asCaller({ principal: builder, database: pools }, (manager) => manager.query(sql));
    await expect(asBuilder("DELETE FROM partners_release.record")).rejects.toThrow(/permission denied/);
    await expect(asBuilder("UPDATE partners_release.record SET gender = 'ALL'")).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      asBuilder(`INSERT INTO partners_release.record VALUES
        (gen_random_uuid(), '${demoRelease}', 'entente-demo-1', 99999, 'QC', 'ALL', 'ALL', 'PATIENT', 'MENTAL_HEALTH', true, true, 'LEFT')`),
    ).rejects.toThrow(/row-level security/);
  });

  it("hid no error of ours on the way", () => {
    expect(hidden).toEqual([]);
  });
});
