import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aSteward } from "../../../test/harness/subgraph.js";
import { aPush } from "./testing/a-push.js";
import { asRole } from "./testing/as-role.js";
import { aCollection, type Collection, estrie } from "./testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());
beforeEach(() => hub.forget());

const collector = aSteward("steward:collect");
const onBehalf = async (changes: Record<string, unknown> = {}, principal = collector) => {
  const { data, errors } = await hub.send(aPush(changes), principal);
  expect(hub.hidden).toEqual([]);
  return { result: data?.submitYearlyFigures, errors };
};
const approve = (id: string, principal = collector) =>
  hub.ask<{ approveSubmission: { state: string } }>(
    "mutation ($id: ID!) { approveSubmission(id: $id) { state } }",
    { id },
    principal,
  );

describe("a steward of the collection who sends on behalf of an office", () => {
  it("signs the revision and its events, in the chain of the establishment", async () => {
    const { result } = await onBehalf();
    expect(result).toMatchObject({ status: "ACCEPTED", revision: 1 });
    expect(result!.receipt).toMatch(/^ciusss-estrie-chus\//);
    const { data } = await hub.ask<{
      submission: { submittedBy: string; audit: { event: string; actor: string }[] };
    }>(
      "query ($id: ID!) { submission(id: $id) { submittedBy audit { event actor } } }",
      { id: result!.submission!.id },
      estrie,
    );
    expect(data!.submission).toEqual({
      submittedBy: collector.subject,
      audit: ["CREATED", "VALIDATED"].map((event) => ({ event, actor: collector.subject })),
    });
  });

  it("does not approve what it sent; another steward does", async () => {
    const { id } = (await onBehalf()).result!.submission!;
    const own = await hub.writingNothing(() => approve(id));
    expect(own.errors![0]!.extensions).toMatchObject({ code: "SAME_PERSON" });
    const other = await approve(id, aSteward("steward:collect", "steward:other"));
    expect(other.data!.approveSubmission.state).toBe("APPROVED");
  });

  it("is answered the same again for the same key, and told of a newer revision", async () => {
    const first = await onBehalf({ idempotencyKey: "envoi-1" });
    const again = await hub.writingNothing(() => onBehalf({ idempotencyKey: "envoi-1" }));
    expect(again.result).toEqual(first.result);
    const next = await hub.push({ baseRevision: 1, idempotencyKey: "bureau-2" });
    expect(next).toMatchObject({ status: "ACCEPTED", revision: 2 });
    const stale = await hub.writingNothing(() => onBehalf({ baseRevision: 1, idempotencyKey: "envoi-2" }));
    expect(stale.result!.status).toBe("CONFLICT");
  });

  it("corrects, from a draft to a submission, as the office would", async () => {
    expect((await onBehalf({ mode: "DRAFT", idempotencyKey: "a" })).result).toMatchObject({ revision: 1 });
    expect((await onBehalf({ baseRevision: 1, idempotencyKey: "b" })).result).toMatchObject({
      status: "ACCEPTED",
      revision: 2,
      submission: { state: "SUBMITTED" },
    });
  });

  it("is refused an establishment that the campaign does not expect, and an office of another one", async () => {
    const changes: [object, string][] = [
      [{ establishment: "hopital" }, "NOT_EXPECTED"],
      [{ office: "bureau-chum" }, "UNKNOWN_OFFICE"],
    ];
    for (const [change, code] of changes) {
      const { result } = await hub.writingNothing(() => onBehalf(change as Record<string, unknown>));
      expect(result!.status).toBe("REJECTED");
      expect(result!.issues).toContainEqual(expect.objectContaining({ rule: "V01", code }));
    }
  });
});

describe("nobody else sends for an office that is not its own", () => {
  it.each(["steward:publish", "steward:privacy"] as const)("nor does %s", async (scope) => {
    const { errors } = await hub.writingNothing(() => onBehalf({}, aSteward(scope)));
    expect(errors![0]!.extensions).toMatchObject({ code: "NOT_ALLOWED" });
  });

  it.each([
    "INSERT INTO quality_indicators.submission (campaign, office, establishment, state, current_revision) VALUES ('2025-2026', 'bureau-ciusss-estrie-chus', 'ciusss-estrie-chus', 'DRAFT', 1)",
    "INSERT INTO quality_indicators.idempotency_key VALUES ('2025-2026', 'bureau-icm', 'icm', 'k', '', '{}')",
    "UPDATE quality_indicators.submission SET state = 'SUBMITTED', current_revision = current_revision + 1 WHERE campaign = '2025-2026' AND establishment = 'chum'",
  ])("nor does PostgreSQL let a publisher: %s", async (sql) => {
    const publisher = { "hub.subject": "steward:publish", "hub.scopes": "steward:publish" };
    expect(await asRole(hub.database, "hub_steward", publisher, sql)).toBe("42501");
  });

  it("nor does a collector write a key for an office that the campaign does not expect, or sign as another", async () => {
    const settings = { "hub.subject": "steward:collect", "hub.scopes": "steward:collect" };
    const [{ id }] = (await hub.database.query<{ id: string }>(
      "SELECT id FROM quality_indicators.submission WHERE establishment = 'chum' LIMIT 1",
    )) as [{ id: string }];
    for (const sql of [
      "INSERT INTO quality_indicators.idempotency_key VALUES ('2025-2026', 'bureau-icm', 'chum', 'k', '', '{}')",
      `INSERT INTO quality_indicators.submission_revision VALUES ('${id}', 9, '[]', 'user:chum', now(), 'DRAFT', NULL, NULL, true, '', '')`,
    ])
      expect(await asRole(hub.database, "hub_steward", settings, sql)).toBe("42501");
  });
});
