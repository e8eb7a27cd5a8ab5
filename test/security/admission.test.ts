import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../harness/hub.js";

let hub: TestHub;

beforeAll(async () => {
  hub = await aHub("in process");
  const credential = (terms: string): Promise<object[]> =>
    hub.database.query(
      `INSERT INTO partners.credential (id, subject, kind, establishment, scopes, status, synthetic, version, changed_by,
         changed_at, change_reason) VALUES (gen_random_uuid(), ${terms}, true, 1, 'p', now(), 'essai')`,
    );
  // Before anyone came in: nobody waits for the hub to ask again.
  await credential("'establishment:chum', 'ESTABLISHMENT', 'chum', '{figures:write}', 'SUSPENDED'");
  await credential("'steward:publish', 'STEWARD', NULL, '{steward:collect}', 'ACTIVE'");
  await credential("'steward:collect', 'STEWARD', NULL, '{steward:collect}', 'ACTIVE'");
}, 120_000);
afterAll(() => hub.close());

const knock = async (account: string, query = "{ me { subject } }"): Promise<[number, unknown]> => {
  const response = await fetch(`${hub.address}/graphql/authenticated`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${await hub.tokenFor(account)}` },
    body: JSON.stringify({ query }),
  });
  return [response.status, await response.json()];
};
const codeOf = (answer: unknown): unknown =>
  (answer as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;

describe("the door of a running hub", () => {
  it("lets in who is granted what the token says, and who was never heard of", async () => {
    for (const account of [
      "steward:collect",
      "steward:privacy",
      "establishment:ciusss-estrie-chus",
      "researcher",
    ])
      expect([account, (await knock(account))[0]]).toEqual([account, 200]);
  });

  it("answers the suspended and a token that says something else like any token that is not good", async () => {
    const [suspended, mismatched] = [await knock("establishment:chum"), await knock("steward:publish")];
    expect([suspended[0], codeOf(suspended[1])]).toEqual([401, "UNAUTHENTICATED"]);
    expect([mismatched[0], codeOf(mismatched[1])]).toEqual([401, "UNAUTHENTICATED"]);
    expect(JSON.stringify([suspended, mismatched])).not.toMatch(/suspend|mismatch|credential/i);
  });

  it("knows no question of who is let in, at either door", async () => {
    const [, told] = await knock("steward:privacy", "{ admissions { subject } }");
    expect(codeOf(told)).toBe("GRAPHQL_VALIDATION_FAILED");
    const { errors } = await hub.ask("{ admissions { subject } }");
    expect(errors?.[0]?.extensions?.code).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(JSON.stringify([told, errors])).not.toContain("isGranted");
  });

  it("reads a release as the demonstration's researchers, keeps who read, and tells the steward", async () => {
    const pulled = await hub.ask<{ partnerRecords: { edges: unknown[] } }>(
      '{ partnerRecords(release: "partenaires-demo-1", first: 7) { edges { node { rowId } } } }',
      { account: "researcher:entente-demo-2" },
    );
    expect(pulled.data?.partnerRecords.edges).toHaveLength(7);
    const { data, errors } = await hub.ask<{ releaseReads: { edges: { node: object }[] } }>(
      "{ releaseReads { edges { node { agreement subject client rowCount requestId rows { from to } } } } }",
      { account: "steward:privacy" },
    );
    expect(errors).toBeUndefined();
    expect(data!.releaseReads.edges.map(({ node }) => node)).toEqual([
      {
        agreement: "entente-demo-2",
        subject: "researcher:entente-demo-2",
        client: "researcher:entente-demo-2",
        rowCount: 7,
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        rows: [{ from: 1, to: 7 }],
      },
    ]);
  });
});
