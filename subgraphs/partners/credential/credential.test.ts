import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, testDay, type TestDatabase } from "../../../test/harness/database.js";
import { codeOf, ReleaseSteps, researcherOne, researcherTwo } from "../../../test/harness/release-steps.js";
import {
  anEstablishmentPrincipal,
  aResearcher,
  type Ask,
  aSteward,
  aSubgraph,
} from "../../../test/harness/subgraph.js";
import { AccessSteps, placesOf } from "../access-agreement/testing/access-steps.js";
import type { SubgraphDatabase } from "../../shared/database.js";
import { hubPrincipal, type Principal, publicPrincipal } from "../../shared/principal.js";
import { asCaller } from "../../shared/tenancy.js";
import { partners } from "../index.js";

let database: TestDatabase;
let pools: SubgraphDatabase;
let ask: Ask;
let access: AccessSteps;
let releases: ReleaseSteps;
let statements: string[];

const steward = aSteward("steward:privacy");
const reason = "Entente de service du 4 mai";

beforeAll(async () => {
  database = await aDatabase("demo");
  pools = database.of(partners);
  ({ ask, statements } = aSubgraph(partners, database));
  access = new AccessSteps(ask);
  releases = new ReleaseSteps(ask);
});
afterAll(() => database.drop());

const rowsOf = (principal: Principal, table: string): Promise<unknown[]> =>
  asCaller({ principal, database: pools, clock: () => testDay }, (manager) =>
    manager.query(`SELECT 1 FROM ${table} LIMIT 1`),
  );

describe("granting a credential", () => {
  it("is told everything to mend at once", async () => {
    const outcome = await access.grantCredential(steward, {
      subject: "a",
      client: "b",
      kind: "STEWARD",
      establishment: "nulle-part",
      agreement: "inconnue",
      scopes: ["steward:collect", "figures:write", "steward:collect"],
      reason: "courriel x@exemple.ca",
    });
    expect(placesOf(outcome)).toEqual([
      "input.agreement NOT_OF_THIS_KIND",
      "input.agreement UNKNOWN_CODE",
      "input.establishment NOT_OF_THIS_KIND",
      "input.establishment UNKNOWN_CODE",
      "input.reason PERSONAL_DATA",
      "input.scopes[1] BAD_SCOPE",
      "input.scopes[2] BAD_SCOPE",
      "input.subject ONE_HOLDER",
    ]);
    expect(await database.query("SELECT FROM partners.credential")).toEqual([]);
  });

  it.each([
    ["an establishment", { kind: "ESTABLISHMENT", establishment: "chum" }],
    ["a researcher", { kind: "RESEARCHER", agreement: "entente-demo-1" }],
    ["a steward", { kind: "STEWARD", scopes: ["steward:publish", "steward:collect"] }],
  ])("to %s can be tried, is done once, and says so the second time", async (_who, terms) => {
    const input = { subject: `titulaire-${terms.kind}`, reason, ...terms };
    expect((await access.grantCredential(steward, { ...input, dryRun: true })).status).toBe("VALID");
    const outcomes = await Promise.all([0, 1, 2].map(() => access.grantCredential(steward, input)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["DONE", "REJECTED", "REJECTED"]);
    expect(outcomes.flatMap(placesOf)).toEqual(["input.subject ALREADY_HELD", "input.subject ALREADY_HELD"]);
  });
});

describe("suspending a credential", () => {
  it("bars its holder from the rosters, the agreements and the releases at once, also by SQL; restoring lets it in again", async () => {
    const establishment = anEstablishmentPrincipal("chum");
    const publisher = aSteward("steward:publish");
    const cases: [Principal, string][] = [
      [researcherOne, "partners_release.record"],
      [researcherOne, "partners_release.release"],
      [establishment, "partners.partner"],
      [publisher, "partners_release.release"],
    ];
    for (const [principal, table] of cases)
      expect([table, (await rowsOf(principal, table)).length]).toEqual([table, 1]);
    for (const { subject } of new Set(cases.map(([principal]) => principal)))
      expect(
        (await access.changeCredential(steward, "suspendCredential", { subject: subject! })).status,
      ).toBe("DONE");
    for (const [principal, table] of cases)
      expect([table, (await rowsOf(principal, table)).length]).toEqual([table, 0]);
    expect(await codeOf(releases.page(researcherOne))).toBe("NO_AGREEMENT");
    // Nobody else is touched.
    expect((await releases.page(researcherTwo)).errors).toBeUndefined();
    for (const { subject } of new Set(cases.map(([principal]) => principal)))
      expect(
        (await access.changeCredential(steward, "restoreCredential", { subject: subject! })).status,
      ).toBe("DONE");
    for (const [principal, table] of cases)
      expect([table, (await rowsOf(principal, table)).length]).toEqual([table, 1]);
  });

  it("of a client bars whoever speaks through it", async () => {
    const through = (client: string): Principal => ({ ...researcherOne, client });
    expect(
      placesOf(await access.changeCredential(steward, "suspendCredential", { client: "poste volé" })),
    ).toEqual(["client BAD_USER"]);
    await access.changeCredential(steward, "suspendCredential", { client: "poste-vole" });
    expect(await codeOf(releases.page(through("poste-vole")))).toBe("NO_AGREEMENT");
    expect((await releases.page(through("poste-sain"))).errors).toBeUndefined();
  });

  it("in the middle of a reading ends it at the next page", async () => {
    const after = (await releases.page(researcherTwo)).data!.partnerRecords.pageInfo.endCursor;
    const holder = { subject: researcherTwo.subject! };
    await access.changeCredential(steward, "suspendCredential", holder);
    expect(await codeOf(releases.page(researcherTwo, { after }))).toBe("NO_AGREEMENT");
    await access.changeCredential(steward, "restoreCredential", holder);
    expect((await releases.page(researcherTwo, { after })).errors).toBeUndefined();
  });

  it("is told everything to mend at once, and needs a version that is current when one is given", async () => {
    await access.grantCredential(steward, { subject: "versionne", kind: "RESEARCHER", reason });
    const outcome = await access.changeCredential(
      steward,
      "restoreCredential",
      { subject: "versionne", version: 7 },
      "",
    );
    expect(placesOf(outcome)).toEqual(["reason BAD_LENGTH", "subject WRONG_STATE", "version STALE_VERSION"]);
    expect(
      placesOf(await access.changeCredential(steward, "endCredential", { subject: "jamais-vu" })),
    ).toEqual(["subject UNKNOWN_HOLDER"]);
    expect(placesOf(await access.changeCredential(steward, "suspendCredential", {}))).toEqual([
      "subject ONE_HOLDER",
    ]);
  });

  it("can be for good: what is ended is neither restored nor granted again", async () => {
    const holder = { subject: "parti" };
    await access.grantCredential(steward, { ...holder, kind: "RESEARCHER", reason });
    expect((await access.changeCredential(steward, "endCredential", holder)).credential).toMatchObject({
      status: "ENDED",
      version: 2,
    });
    expect(placesOf(await access.changeCredential(steward, "restoreCredential", holder))).toEqual([
      "subject WRONG_STATE",
    ]);
    expect(
      placesOf(await access.grantCredential(steward, { ...holder, kind: "RESEARCHER", reason })),
    ).toEqual(["input.subject ALREADY_HELD"]);
  });

  it("keeps every act: who, when, what and why", async () => {
    const { data } = await ask<{ credentials: { edges: { node: { history: object[] } }[] } }>(
      '{ credentials(subject: "parti") { edges { node { history { version act by at reason } } } } }',
      {},
      steward,
    );
    const at = testDay.toISOString();
    expect(data!.credentials.edges.map(({ node }) => node.history)).toEqual([
      [
        { version: 1, act: "GRANTED", by: "steward:privacy", at, reason },
        { version: 2, act: "ENDED", by: "steward:privacy", at, reason: "Clé égarée" },
      ],
    ]);
  });
});

describe("who answers for privacy", () => {
  const privacy = (subject: string): object => ({
    subject,
    kind: "STEWARD",
    scopes: ["steward:privacy"],
    reason,
  });
  const first = aSteward("steward:privacy", "responsable-1");
  const second = aSteward("steward:privacy", "responsable-2");

  it("cannot suspend or end the last credential that does, its own included", async () => {
    expect(
      placesOf(await access.changeCredential(steward, "suspendCredential", { subject: steward.subject! })),
    ).toEqual(["subject LAST_PRIVACY_STEWARD"]);
    await access.grantCredential(steward, privacy("responsable-1"));
    for (const act of ["suspendCredential", "endCredential"] as const)
      for (const by of [first, steward])
        expect(placesOf(await access.changeCredential(by, act, { subject: "responsable-1" }))).toEqual([
          "subject LAST_PRIVACY_STEWARD",
        ]);
  });

  it("is somebody, when two suspend each other at the same moment", async () => {
    await access.grantCredential(steward, privacy("responsable-2"));
    const outcomes = await Promise.allSettled([
      access.changeCredential(first, "suspendCredential", { subject: "responsable-2" }),
      access.changeCredential(second, "suspendCredential", { subject: "responsable-1" }),
    ]);
    const done = outcomes.filter((told) => told.status === "fulfilled" && told.value.status === "DONE");
    expect(done).toHaveLength(1);
    const active = await database.query(
      "SELECT FROM partners.credential WHERE status = 'ACTIVE' AND 'steward:privacy' = ANY (scopes)",
    );
    expect(active).toHaveLength(1);
  });

  it("does not lift its own suspension: another person does", async () => {
    const [{ subject }] = (await database.query<{ subject: string }>(
      "SELECT subject FROM partners.credential WHERE status = 'SUSPENDED' AND 'steward:privacy' = ANY (scopes)",
    )) as [{ subject: string }];
    const suspended = aSteward("steward:privacy", subject);
    const answer = await access.changeCredential(suspended, "restoreCredential", { subject });
    expect(answer.status).toBe("REJECTED");
    expect((await access.changeCredential(steward, "restoreCredential", { subject })).status).toBe("DONE");
    expect((await access.changeCredential(suspended, "restoreCredential", { subject })).status).toBe(
      "REJECTED",
    );
  });
});

describe("the list that the hub lets people in by", () => {
  const query = "{ admissions { subject client isActive isGranted establishment agreement scopes } }";

  it("is told to the hub itself, and to nobody who carries a token", async () => {
    const { data } = await ask<{ admissions: { subject: string }[] }>(query, {}, hubPrincipal);
    expect(data!.admissions.find(({ subject }) => subject === "titulaire-ESTABLISHMENT")).toEqual({
      subject: "titulaire-ESTABLISHMENT",
      client: null,
      isActive: true,
      isGranted: true,
      establishment: "chum",
      agreement: null,
      scopes: ["figures:write"],
    });
    const others = [
      publicPrincipal,
      steward,
      aSteward("steward:collect"),
      aSteward("steward:publish"),
      researcherOne,
      anEstablishmentPrincipal("chum"),
    ];
    // Not even how many they are: the question itself is refused, not only what it would tell.
    for (const question of [query, "{ admissions { __typename } }"])
      for (const principal of others) expect(await codeOf(ask(question, {}, principal))).toBe("NOT_ALLOWED");
  });

  it("gives the hub nothing else: neither the history nor a roster nor an agreement", async () => {
    for (const table of [
      "partners.credential_act",
      "partners.partner",
      "partners.access_agreement",
      "partners_release.release_read",
      "partners_release.access_request",
    ])
      expect([table, await rowsOf(hubPrincipal, table)]).toEqual([table, []]);
  });
});

describe("the list of credentials", () => {
  it("goes page by page, costs no statement more for a longer one, and refuses the cursor of another filter", async () => {
    const page = async (args: string) =>
      ask<{
        credentials: {
          edges: { node: { id: string } }[];
          pageInfo: { endCursor: string; hasNextPage: boolean };
        };
      }>(
        `{ credentials(${args}) { edges { node { id history { act } } } pageInfo { endCursor hasNextPage } } }`,
        {},
        steward,
      );
    const count = async (args: string): Promise<number> => {
      const before = statements.length;
      await page(args);
      return statements.length - before;
    };
    expect(await count("first: 5")).toBe(await count("first: 1"));
    const ids: string[] = [];
    for (let after = ""; ;) {
      const { edges, pageInfo } = (await page(`first: 3${after}`)).data!.credentials;
      ids.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    const all = await database.query<{ id: string }>("SELECT id FROM partners.credential ORDER BY id");
    expect(ids).toEqual(all.map(({ id }) => id));
    const { endCursor } = (await page("first: 1")).data!.credentials.pageInfo;
    expect(await codeOf(page(`status: ACTIVE, after: "${endCursor}"`))).toBe("INVALID_CURSOR");
    expect(await codeOf(page("first: 0"))).toBe("INVALID_ARGUMENT");
  });

  it("is closed to everybody but who answers for privacy", async () => {
    for (const principal of [
      aSteward("steward:collect"),
      aResearcher(null),
      anEstablishmentPrincipal("chum"),
    ])
      expect(await codeOf(ask("{ credentials { pageInfo { hasNextPage } } }", {}, principal))).toBe(
        "NOT_ALLOWED",
      );
  });
});
