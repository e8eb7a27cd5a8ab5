import { afterAll, beforeAll, describe, expect, it } from "vitest";
import pg from "pg";
import { aHub, type TestHub } from "../harness/hub.js";
import { ask } from "./knock.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("over HTTP", { OPERATION_TIMEOUT_SECONDS: "1" });
}, 60_000);
afterAll(() => hub?.close());

const leaks =
  /127\.0\.0\.1|localhost|:\d{4,5}|SELECT|constraint|relation|_published|\bat .*\.[jt]s|node_modules|serviceName|stacktrace|Did you mean|ECONN|http:/i;

/** Holds a table so that whoever reads it waits, until what is done meanwhile is over. */
async function whileHeld<Answer>(table: string, act: () => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: hub.database.address.url });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    return await act();
  } finally {
    await client.query("ROLLBACK");
    await client.end();
  }
}

describe("an error", () => {
  it("of the caller's own document tells it in both languages, without names that the caller did not write", async () => {
    const { errors, text } = await ask(hub.address, "{ establishmens { code } }");
    expect(errors).toMatchObject([
      {
        extensions: {
          code: "GRAPHQL_VALIDATION_FAILED",
          messages: { fr: expect.any(String), en: expect.any(String) },
        },
      },
    ]);
    expect(text).not.toMatch(leaks);
    expect(text).not.toContain("establishments");
  });

  it("of the planner, about a document that is newer than the planner, is the caller's own", async () => {
    const { errors, text } = await ask(hub.address, '{ __type(name: "Establishment") { isOneOf } }');
    expect(errors).toMatchObject([{ extensions: { code: "INVALID_GRAPHQL", family: "INVALID_INPUT" } }]);
    expect(text).not.toMatch(leaks);
  });

  it("of a value that does not fit names its place in both languages", async () => {
    const { errors, text } = await ask(
      hub.address,
      'query ($level: ObservationLevel) { qualityIndicator(code: "IQP-06") { observations(campaign: "2024", level: $level) { value } } }',
      { level: "PROVINC" },
    );
    expect(errors[0]?.extensions.messages?.fr).toContain("$level");
    expect(text).not.toMatch(leaks);
    expect(text).not.toContain("PEER_GROUP");
  });

  it("of a time that is over keeps what came in time, and asks for nothing more", async () => {
    const { data, errors, text } = await whileHeld("user_committees_published.user_committee", () =>
      ask(
        hub.address,
        '{ establishment(code: "chum") { code userCommittees { kind collaborations { __typename } } } }',
      ),
    );
    expect(data).toEqual({ establishment: { code: "chum", userCommittees: null } });
    expect(errors).toMatchObject([
      {
        path: ["establishment", "userCommittees"],
        extensions: { code: "OPERATION_TIMED_OUT", family: "UNAVAILABLE" },
      },
    ]);
    expect(text).not.toMatch(leaks);
  });

  it("of ours tells a number and nothing else: no address, no SQL, no name of a table, no stack", async () => {
    await hub.database.query("ALTER TABLE establishments_published.health_region RENAME TO elsewhere");
    const { errors, text, headers } = await ask(hub.address, "{ healthRegions { code } }");
    await hub.database.query("ALTER TABLE establishments_published.elsewhere RENAME TO health_region");
    expect(errors).toMatchObject([
      { extensions: { code: "INTERNAL", requestId: headers.get("x-request-id") } },
    ]);
    expect(Object.keys(errors[0]?.extensions ?? {}).sort()).toEqual([
      "code",
      "family",
      "messages",
      "requestId",
    ]);
    expect(text).not.toMatch(leaks);
  });

  it("of a subgraph that is gone tells what is missing, not where it was", async () => {
    await hub.stopSubgraph("research-partnerships");
    const { data, errors, text, headers } = await ask(
      hub.address,
      '{ establishment(code: "chum") { code researchPartnerships { id } } }',
    );
    expect(data).toEqual({ establishment: { code: "chum", researchPartnerships: null } });
    expect(errors).toMatchObject([
      { extensions: { code: "SUBGRAPH_UNAVAILABLE", requestId: headers.get("x-request-id") } },
    ]);
    expect(text).not.toMatch(leaks);
  });
});
