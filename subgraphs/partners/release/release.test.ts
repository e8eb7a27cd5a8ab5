import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, testDay, type TestDatabase } from "../../../test/harness/database.js";
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
import { anAgreement } from "./testing/an-agreement.js";

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

const releasesOf = async (principal: Principal): Promise<string[]> =>
  (await ask<{ releases: { code: string }[] }>("{ releases { code } }", {}, principal)).data!.releases.map(
    ({ code }) => code,
  );

describe("who may read a release", () => {
  it.each([
    ["the public", publicPrincipal, "NOT_ALLOWED"],
    ["an establishment", anEstablishmentPrincipal("chum"), "NOT_ALLOWED"],
    ["a steward of collection", aSteward("steward:collect"), "NOT_ALLOWED"],
    ["the steward who builds releases", builder, "NOT_ALLOWED"],
    ["a researcher without agreement", aResearcher(null), "NOT_ALLOWED"],
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

  it("lists a release to the researchers of its agreements only", async () => {
    const other = await anAgreement(database);
    const { data } = await steps.build(builder, [other]);
    const { code } = data!.buildRelease;
    await steps.approve(approver, code);
    expect(await releasesOf(aResearcher(other))).toEqual([code]);
    expect(await releasesOf(researcherOne)).toEqual([demoRelease]);
    expect(await releasesOf(researcherTwo)).toEqual([demoRelease]);
    expect(await releasesOf(aResearcher("entente-inconnue"))).toEqual([]);
    expect(await releasesOf(aResearcher(null))).toEqual([]);
  });

  it("answers an unknown release and one of another agreement with the same words", async () => {
    const other = await anAgreement(database);
    const { data } = await steps.build(builder, [other]);
    const { code } = data!.buildRelease;
    await steps.approve(approver, code);
    const [foreign, unknown] = await Promise.all([
      steps.page(researcherOne, { release: code }),
      steps.page(researcherOne, { release: "partenaires-inconnue" }),
    ]);
    expect(foreign.errors![0]!.extensions!.code).toBe("RELEASE_NOT_FOUND");
    expect(foreign).toEqual(unknown);
    expect((await steps.page(aResearcher(other), { release: code })).errors).toBeUndefined();
  });

  it("shows a researcher its own agreement and the steward of privacy all of them", async () => {
    const query =
      "{ accessAgreements { code purpose { fr } variables recordLevel kThreshold validFrom validTo status origin } }";
    const codes = async (principal: Principal): Promise<string[]> =>
      (await ask<{ accessAgreements: { code: string }[] }>(query, {}, principal)).data!.accessAgreements.map(
        ({ code }) => code,
      );
    expect(await codes(researcherOne)).toEqual(["entente-demo-1"]);
    expect(await codeOf(ask(query, {}, aResearcher(null)))).toBe("NOT_ALLOWED");
    expect(await codes(builder)).toEqual(expect.arrayContaining(["entente-demo-1", "entente-demo-2"]));
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
      asCaller({ principal: researcherOne, database: pools, clock: () => testDay }, (manager) =>
        manager.query("SELECT FROM partners_release.record"),
      );
    await alter(change);
    const [code, seen] = [await codeOf(steps.page(researcherOne)), (await rows()).length];
    const listed = await releasesOf(researcherOne);
    await alter(back);
    expect([code, seen, listed]).toEqual(["NO_AGREEMENT", 0, []]);
    expect((await rows()).length).toBeGreaterThan(0);
  });

  it("shows the researchers' database role no record without its agreement, and never who built a release", async () => {
    const pool = await pools.poolOfAudience("researcher");
    expect(await pool.query("SELECT FROM partners_release.record")).toHaveLength(0);
    expect(await pool.query("SELECT code FROM partners_release.release")).toHaveLength(0);
    await expect(pool.query("SELECT built_by FROM partners_release.release")).rejects.toThrow(
      /permission denied/,
    );
    const foreign = await asCaller(
      { principal: researcherOne, database: pools, clock: () => testDay },
      (manager) => manager.query("SELECT FROM partners_release.record WHERE agreement <> 'entente-demo-1'"),
    );
    expect(foreign).toHaveLength(0);
  });
});
