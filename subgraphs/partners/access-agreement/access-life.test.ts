import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, testDay, type TestDatabase } from "../../../test/harness/database.js";
import { codeOf, ReleaseSteps } from "../../../test/harness/release-steps.js";
import { aResearcher, type Ask, aSteward, aSubgraph } from "../../../test/harness/subgraph.js";
import type { SubgraphDatabase } from "../../shared/database.js";
import { asCaller } from "../../shared/tenancy.js";
import { partners } from "../index.js";
import { AccessSteps, fitGrant, fitRequest, placesOf } from "./testing/access-steps.js";

let database: TestDatabase;
let pools: SubgraphDatabase;
let ask: Ask;
let access: AccessSteps;
let releases: ReleaseSteps;
let statements: string[];
let now = testDay;

const steward = aSteward("steward:privacy");
const approver = aSteward("steward:publish");
const asker = aResearcher(null, "chercheuse-a");

beforeAll(async () => {
  database = await aDatabase("demo");
  pools = database.of(partners);
  ({ ask, statements } = aSubgraph(partners, database, () => now));
  access = new AccessSteps(ask);
  releases = new ReleaseSteps(ask);
});
afterAll(() => database.drop());

/** An agreement of the given subjects, with an approved release of its own; gives the code of the release. */
async function aReadableAgreement(code: string, subjects: string[], terms: object = {}): Promise<string> {
  const { status, issues } = await access.grant(steward, { ...fitGrant(code, subjects), ...terms });
  expect([status, issues]).toEqual(["DONE", []]);
  const release = (await releases.build(steward, [code])).data!.buildRelease.code;
  await releases.approve(approver, release);
  return release;
}

describe("asking for access", () => {
  it("is told everything to mend at once, each at its place and in both languages, and writes nothing", async () => {
    const outcome = await access.request(asker, {
      ...fitRequest,
      title: " ",
      purpose: { fr: "Écrire à marie@exemple.ca ou au 514 555-0199.", en: "Ask Dr. Roy." },
      variables: ["regionGroup", "localId", "regionGroup"],
      ethicsReference: "x".repeat(101),
      periodFrom: "2026-05-04",
      periodTo: "2028-05-04",
      teamSize: 0,
    });
    expect(outcome.status).toBe("REJECTED");
    expect(placesOf(outcome)).toEqual([
      "input.ethicsReference BAD_LENGTH",
      "input.periodTo TOO_LONG",
      "input.purpose.en PERSONAL_DATA",
      "input.purpose.fr PERSONAL_DATA",
      "input.purpose.fr PERSONAL_DATA",
      "input.teamSize OUT_OF_BOUNDS",
      "input.title BAD_LENGTH",
      "input.variables[1] UNKNOWN_VARIABLE",
      "input.variables[2] REPEATED",
    ]);
    for (const { fr, en } of outcome.issues)
      expect([fr.length > 10, en.length > 10, fr === en]).toEqual([true, true, false]);
    expect(JSON.stringify(outcome)).not.toMatch(/marie|555|Roy/);
    expect(await database.query("SELECT FROM partners_release.access_request")).toHaveLength(0);
  });

  it("can be tried first, is answered once, and shows the team its own requests with the reason of the answer", async () => {
    expect((await access.request(asker, { ...fitRequest, dryRun: true })).status).toBe("VALID");
    expect(await database.query("SELECT FROM partners_release.access_request")).toHaveLength(0);
    const { status, request } = await access.request(asker, fitRequest);
    expect([status, request!.state]).toEqual(["DONE", "OPEN"]);
    expect(
      placesOf(await access.request(asker, { ...fitRequest, title: fitRequest.title.toUpperCase() })),
    ).toEqual(["input.title ALREADY_REQUESTED"]);
    expect(placesOf(await access.decline(steward, request!.id, ""))).toEqual(["reason BAD_LENGTH"]);
    const declined = await access.decline(steward, request!.id, "L'approbation éthique manque");
    expect(declined.request).toMatchObject({
      state: "DECLINED",
      decisionReason: "L'approbation éthique manque",
    });
    expect(placesOf(await access.decline(steward, request!.id, "Encore"))).toEqual([
      "request ALREADY_ANSWERED",
    ]);
    expect(placesOf(await access.decline(steward, "1 OR 1=1", "Encore"))).toEqual([
      "request UNKNOWN_REQUEST",
    ]);
    const list = "{ accessRequests { title state decisionReason origin } }";
    const seen = async (principal: Parameters<Ask>[2]) =>
      (await ask<{ accessRequests: object[] }>(list, {}, principal)).data!.accessRequests;
    expect(await seen(asker)).toEqual([
      {
        title: fitRequest.title,
        state: "DECLINED",
        decisionReason: "L'approbation éthique manque",
        origin: "SYNTHETIC",
      },
    ]);
    expect(await seen(aResearcher(null, "chercheur-b"))).toEqual([]);
    expect(await seen(steward)).toHaveLength(1);
  });

  it("is limited to five requests that wait, however many come at the same moment", async () => {
    const busy = aResearcher(null, "chercheur-pressé");
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, number) =>
        access.request(busy, { ...fitRequest, title: `Étude ${number}` }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "DONE")).toHaveLength(5);
    expect(new Set(outcomes.flatMap(placesOf))).toEqual(new Set(["input TOO_MANY_OPEN"]));
  });

  it("never shows the team who answered", async () => {
    const { errors } = await ask("{ accessRequests { title requestedBy } }", {}, asker);
    expect(errors![0]!.extensions!.code).toBe("NOT_ALLOWED");
  });
});

describe("granting access", () => {
  it("is told everything to mend at once", async () => {
    const outcome = await access.grant(steward, {
      request: "6f1d3c52-0000-4000-8000-000000000000",
      code: "Entente 1",
      kThreshold: 10,
      validFrom: "2026-13-01",
      validTo: "2026-05-03",
      subjects: ["avec espace"],
      clients: [],
      reason: "Demandé par Mme Tremblay",
    });
    expect(outcome.status).toBe("REJECTED");
    expect(placesOf(outcome)).toEqual([
      "input.code BAD_CODE",
      "input.kThreshold OUT_OF_BOUNDS",
      "input.purpose MISSING",
      "input.reason PERSONAL_DATA",
      "input.recordLevel MISSING",
      "input.request UNKNOWN_REQUEST",
      "input.subjects[0] BAD_USER",
      "input.validFrom BAD_DAY",
      "input.variables NO_VARIABLE",
    ]);
  });

  it.each([
    ["to nobody", { subjects: [] }, "input.subjects NO_USER"],
    ["to the one who grants it", { subjects: ["steward:privacy"] }, "input.subjects OWN_GRANT"],
    ["for longer than two years", { validTo: "2028-05-04" }, "input.validTo TOO_LONG"],
    ["backwards", { validFrom: "2026-06-02", validTo: "2026-06-01" }, "input.validTo WRONG_ORDER"],
    ["for the past", { validFrom: "2026-01-01", validTo: "2026-05-03" }, "input.validTo PAST"],
    ["under a code that is taken", { code: "entente-demo-1" }, "input.code CODE_TAKEN"],
  ])("is refused %s", async (_how, terms, expected) => {
    expect(placesOf(await access.grant(steward, { ...fitGrant("entente-refusee"), ...terms }))).toEqual([
      expected,
    ]);
  });

  it("lasts two years at most, to the day", async () => {
    const { status } = await access.grant(steward, {
      ...fitGrant("entente-deux-ans"),
      validTo: "2028-05-03",
      dryRun: true,
    });
    expect(status).toBe("VALID");
    expect(
      await database.query("SELECT FROM partners.access_agreement WHERE code = 'entente-deux-ans'"),
    ).toEqual([]);
  });

  it("from a request takes its terms, lets its author in, and answers it", async () => {
    const { request } = await access.request(asker, { ...fitRequest, title: "Une autre étude" });
    const { code, kThreshold, reason } = fitGrant("entente-de-demande") as Record<string, never>;
    const granted = await access.grant(steward, { request: request!.id, code, kThreshold, reason });
    expect(granted).toMatchObject({
      status: "DONE",
      agreement: { status: "ACTIVE", version: 1, request: request!.id },
      request: { state: "GRANTED" },
    });
    const { data } = await ask<{ accessAgreements: object[] }>(
      "{ accessAgreements { code variables validFrom validTo } }",
      {},
      aResearcher("entente-de-demande", "chercheuse-a"),
    );
    expect(data!.accessAgreements).toEqual([
      {
        code: "entente-de-demande",
        variables: fitRequest.variables,
        validFrom: fitRequest.periodFrom,
        validTo: fitRequest.periodTo,
      },
    ]);
    const again = await access.grant(steward, {
      request: request!.id,
      code: "entente-seconde",
      kThreshold,
      reason,
    });
    expect(placesOf(again)).toEqual(["input.request ALREADY_ANSWERED"]);
  });

  it("twice at the same moment makes one agreement, of a code as of a request", async () => {
    const { request } = await access.request(asker, { ...fitRequest, title: "Deux mains" });
    const other = aSteward("steward:privacy", "autre-responsable");
    const outcomes = await Promise.all(
      [0, 1, 2, 3].map((number) =>
        access.grant(number % 2 ? other : steward, {
          ...fitGrant(`entente-main-${number}`),
          request: request!.id,
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["DONE", "REJECTED", "REJECTED", "REJECTED"]);
    const same = await Promise.all(
      [0, 1, 2, 3].map(() => access.grant(steward, fitGrant("entente-meme-code"))),
    );
    expect(same.map(({ status }) => status).sort()).toEqual(["DONE", "REJECTED", "REJECTED", "REJECTED"]);
    expect(
      await database.query("SELECT FROM partners.access_agreement WHERE code ~ '^entente-m(ain|eme)-'"),
    ).toHaveLength(2);
  });

  it("does not build a release of variables that the agreement does not cover", async () => {
    const { errors } = await releases.build(steward, ["entente-de-demande"]);
    expect(errors![0]!.extensions).toMatchObject({ code: "INVALID_ARGUMENT", place: "agreements" });
  });
});

describe("the life of an agreement", () => {
  it("is suspended, resumed and ended, each with a reason, and every act stays in its history", async () => {
    await access.grant(steward, fitGrant("entente-vie"));
    const second = aSteward("steward:privacy", "autre-responsable");
    expect(
      (await access.change(steward, "suspendAccess", "entente-vie", "Plainte reçue", 1)).agreement,
    ).toMatchObject({
      status: "SUSPENDED",
      version: 2,
    });
    expect(placesOf(await access.change(second, "resumeAccess", "entente-vie", " ", 1))).toEqual([
      "reason BAD_LENGTH",
      "version STALE_VERSION",
    ]);
    expect((await access.change(second, "resumeAccess", "entente-vie", "Plainte non fondée")).status).toBe(
      "DONE",
    );
    expect(placesOf(await access.change(steward, "resumeAccess", "entente-vie"))).toEqual([
      "agreement WRONG_STATE",
    ]);
    expect((await access.change(steward, "endAccess", "entente-vie", "Étude terminée", 3)).status).toBe(
      "DONE",
    );
    for (const act of ["suspendAccess", "resumeAccess", "endAccess"] as const)
      expect(placesOf(await access.change(steward, act, "entente-vie"))).toEqual(["agreement WRONG_STATE"]);
    expect(placesOf(await access.change(steward, "endAccess", "inconnue"))).toEqual([
      "agreement UNKNOWN_AGREEMENT",
    ]);
    const { data } = await ask<{ accessAgreements: { code: string; history: object[] }[] }>(
      "{ accessAgreements { code history { version act by at reason } } }",
      {},
      steward,
    );
    const at = testDay.toISOString();
    expect(data!.accessAgreements.find(({ code }) => code === "entente-vie")!.history).toEqual([
      { version: 1, act: "GRANTED", by: "steward:privacy", at, reason: "Comité d'accès du 4 mai" },
      { version: 2, act: "SUSPENDED", by: "steward:privacy", at, reason: "Plainte reçue" },
      { version: 3, act: "RESUMED", by: "autre-responsable", at, reason: "Plainte non fondée" },
      { version: 4, act: "ENDED", by: "steward:privacy", at, reason: "Étude terminée" },
    ]);
  });

  it("takes one of two acts decided on the same version", async () => {
    await access.grant(steward, fitGrant("entente-course"));
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() => access.change(steward, "suspendAccess", "entente-course", "Course", 1)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["DONE", "REJECTED", "REJECTED", "REJECTED"]);
  });

  it("costs as many statements to tell for all agreements as for their number alone", async () => {
    const count = async (query: string): Promise<number> => {
      const before = statements.length;
      await ask(query, {}, steward);
      return statements.length - before;
    };
    await count("{ accessAgreements { code history { act } } }");
    const one = await count("{ accessAgreements { code } }");
    expect(await count("{ accessAgreements { code history { act } } }")).toBe(2 * one);
  });
});

describe("whom an agreement opens to", () => {
  it("only the subjects that it names: a token of another that names it reads nothing, in the service and by SQL", async () => {
    const release = await aReadableAgreement("entente-nommee", ["chercheuse-a"]);
    const [own, foreign] = [
      aResearcher("entente-nommee", "chercheuse-a"),
      aResearcher("entente-nommee", "intruse"),
    ];
    expect((await releases.page(own, { release })).data!.partnerRecords.edges).toHaveLength(50);
    expect(await codeOf(releases.page(foreign, { release }))).toBe("NO_AGREEMENT");
    for (const table of ["record", "release", "release_agreement", "agreement_right"]) {
      const rows = (principal: typeof own): Promise<unknown[]> =>
        asCaller({ principal, database: pools, clock: () => now }, (manager) =>
          manager.query(`SELECT 1 FROM partners_release.${table}`),
        );
      expect([table, (await rows(own)).length > 0, (await rows(foreign)).length]).toEqual([table, true, 0]);
    }
    const { data } = await ask<{ releases: []; accessAgreements: [] }>(
      "{ releases { code } accessAgreements { code } }",
      {},
      foreign,
    );
    expect(data).toEqual({ releases: [], accessAgreements: [] });
  });

  it("only these, also where the policy of the database were gone: the service asks again", async () => {
    const release = await aReadableAgreement("entente-sans-politique", ["chercheuse-a"]);
    const mine = "agreement = NULLIF(current_setting('hub.agreement', true), '')";
    const [{ policy }] = (await database.query<{ policy: string }>(
      "SELECT pg_get_expr(polqual, polrelid) AS policy FROM pg_policy WHERE polname = 'own_right'",
    )) as [{ policy: string }];
    const guardWith = (condition: string): Promise<object[]> =>
      database.query(`ALTER POLICY own_right ON partners_release.agreement_right USING (${condition})`);
    await guardWith(mine);
    const intruder = aResearcher("entente-sans-politique", "intruse");
    const rows = await asCaller({ principal: intruder, database: pools, clock: () => now }, (manager) =>
      manager.query<unknown[]>("SELECT 1 FROM partners_release.record LIMIT 1"),
    );
    const code = await codeOf(releases.page(intruder, { release }));
    await guardWith(policy);
    expect([rows.length, code]).toEqual([1, "NO_AGREEMENT"]);
  });

  it("the clients that it names, whoever speaks through them", async () => {
    const release = await aReadableAgreement("entente-machine", [], { clients: ["serveur-de-recherche"] });
    const through = (client: string | null) => ({ ...aResearcher("entente-machine", "s"), client });
    expect((await releases.page(through("serveur-de-recherche"), { release })).errors).toBeUndefined();
    for (const client of ["autre", null])
      expect(await codeOf(releases.page(through(client), { release }))).toBe("NO_AGREEMENT");
  });

  it("does not show the team whom else it opens to", async () => {
    const { errors } = await ask(
      "{ accessAgreements { subjects } }",
      {},
      aResearcher("entente-nommee", "chercheuse-a"),
    );
    expect(errors![0]!.extensions!.code).toBe("NOT_ALLOWED");
  });
});

describe("when an agreement opens", () => {
  it("from the first instant of its first day to the last of its last, in America/Toronto, in the service and by SQL", async () => {
    const release = await aReadableAgreement("entente-bornee", ["chercheuse-a"], {
      validFrom: "2026-05-04",
      validTo: "2026-11-15",
    });
    const reader = aResearcher("entente-bornee", "chercheuse-a");
    const seen = async (instant: string): Promise<[unknown, number]> => {
      now = new Date(instant);
      const code = await codeOf(releases.page(reader, { release }));
      const rows = await asCaller({ principal: reader, database: pools, clock: () => now }, (manager) =>
        manager.query<unknown[]>("SELECT 1 FROM partners_release.record LIMIT 1"),
      );
      return [code ?? "read", rows.length];
    };
    // Daylight saving time ends on 1 November 2026: Toronto is four, then five hours behind universal time.
    expect(await seen("2026-05-04T03:59:59.999Z")).toEqual(["NO_AGREEMENT", 0]);
    expect(await seen("2026-05-04T04:00:00.000Z")).toEqual(["read", 1]);
    expect(await seen("2026-11-16T04:59:59.999Z")).toEqual(["read", 1]);
    expect(await seen("2026-11-16T05:00:00.000Z")).toEqual(["NO_AGREEMENT", 0]);
    now = testDay;
  });

  it("not once suspended in the middle of a reading: the next page is refused, and the reading goes on when it is resumed", async () => {
    const release = await aReadableAgreement("entente-milieu", ["chercheuse-a"]);
    const reader = aResearcher("entente-milieu", "chercheuse-a");
    const first = (await releases.page(reader, { release })).data!.partnerRecords;
    const after = first.pageInfo.endCursor;
    await access.change(steward, "suspendAccess", "entente-milieu");
    expect(await codeOf(releases.page(reader, { release, after }))).toBe("NO_AGREEMENT");
    await access.change(steward, "resumeAccess", "entente-milieu");
    const next = (await releases.page(reader, { release, after })).data!.partnerRecords;
    expect(next.edges).toHaveLength(50);
    const ids = new Set(first.edges.map(({ node }) => node.rowId));
    expect(next.edges.filter(({ node }) => ids.has(node.rowId))).toEqual([]);
    await access.change(steward, "endAccess", "entente-milieu");
    expect(await codeOf(releases.page(reader, { release, after }))).toBe("NO_AGREEMENT");
  });
});
