import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GraphQLObjectType, GraphQLNonNull, GraphQLSchema, GraphQLString } from "graphql";
import { subgraphs } from "../../subgraphs/index.js";
import type { SubgraphContext } from "../../subgraphs/shared/context.js";
import { errorForLog } from "../../subgraphs/shared/error-for-log.js";
import { runSubgraph, type RunningSubgraph } from "../../subgraphs/shared/execute.js";
import { asCaller } from "../../subgraphs/shared/tenancy.js";
import { aDatabase, testDay, type TestDatabase } from "../harness/database.js";
import { anEstablishmentPrincipal, aSteward } from "../harness/subgraph.js";

const canary = "Madame Tremblay, 514 555-0199";
const qualityIndicators = subgraphs.find(({ name }) => name === "quality-indicators")!;

/** A schema that runs what a service with a mistake in it would send. */
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: "Query",
    fields: {
      run: {
        type: GraphQLString,
        args: { sql: { type: new GraphQLNonNull(GraphQLString) }, value: { type: GraphQLString } },
        resolve: (_, { sql, value }: { sql: string; value?: string }, context: SubgraphContext) =>
          asCaller(context, async (manager) => {
            const statements = sql.split(";;");
            for (const first of statements.slice(0, -1)) await manager.query(first);
            await manager.query(statements.at(-1)!, value === undefined ? undefined : [value]);
            return "done";
          }),
      },
    },
  }),
});

let database: TestDatabase;
let running: RunningSubgraph;
const logged: object[] = [];

beforeAll(async () => {
  database = await aDatabase("demo");
  running = runSubgraph(
    { schema } as never,
    database.of(qualityIndicators),
    (error) => logged.push(errorForLog(error)),
    () => testDay,
  );
});
afterAll(() => database.drop());

const steward = { ...aSteward("steward:collect"), scopes: ["steward:collect", "steward:publish"] as const };
async function refusalOf(sql: string, value?: string, principal: typeof steward | object = steward) {
  logged.length = 0;
  const answer = await running.execute({
    query: "query ($sql: String!, $value: String) { run(sql: $sql, value: $value) }",
    variables: { sql, ...(value === undefined ? {} : { value }) },
    principal: principal as typeof steward,
    requestId: "request-7",
  });
  expect(answer.data).toEqual({ run: null });
  return answer.errors![0]!;
}

const exception = (columns: string, values: string): string =>
  `INSERT INTO quality_indicators.lock_exception (campaign, office, establishment, ends_at, reason, granted_by, granted_at${columns})
   SELECT campaign, office, establishment, '2030-01-01', ${values} FROM quality_indicators.frame
   WHERE campaign = '2024' LIMIT 1`;
const progress = (status: string): string =>
  `INSERT INTO quality_indicators_published.recommendation_progress
     (recommendation, number, status, linked_indicators, date, declared_at, synthetic, evidence)
   SELECT code, 2, '${status}', '{}', '2026-05-04', '2026-05-04T14:00Z', true, jsonb_build_object('fr', $1::text)
   FROM quality_indicators_published.recommendation LIMIT 1`;

describe("what PostgreSQL refuses", () => {
  it.each<[string, string, string | undefined, string, string, object]>([
    [
      "a key that is taken",
      "INSERT INTO quality_indicators.idempotency_key SELECT campaign, office, establishment, 'twice', $1, '{}' FROM quality_indicators.frame, generate_series(1, 2) WHERE campaign = '2025-2026' AND office = 'bureau-chum'",
      canary,
      "ALREADY_THERE",
      "CONFLICT",
      { code: "23505", constraint: "idempotency_key_pkey" },
    ],
    [
      "an office that no campaign expects",
      `INSERT INTO quality_indicators.lock_exception (campaign, office, establishment, ends_at, reason, granted_by, granted_at)
       VALUES ('2024', $1, 'nowhere', '2030-01-01', 'x', 'steward:collect', '2026-05-04')`,
      canary,
      "NO_SUCH_REFERENCE",
      "CONFLICT",
      { code: "23503", constraint: expect.stringContaining("fkey") },
    ],
    [
      "a word that is not of the list",
      exception("", "'   ', 'steward:collect', now() - ($1 || '1 day')::interval"),
      "",
      "AGAINST_A_RULE",
      "INVALID_INPUT",
      { code: "23514", constraint: "lock_exception_reason_check" },
    ],
    [
      "a value that is missing",
      exception("", "NULLIF('', $1), 'steward:collect', '2026-05-04'"),
      "",
      "AGAINST_A_RULE",
      "INVALID_INPUT",
      { code: "23502" },
    ],
    [
      "a row of another",
      exception("", "$1, 'another', '2026-05-04'"),
      canary,
      "NOT_ALLOWED",
      "NOT_ALLOWED",
      { code: "42501" },
    ],
    [
      "what a guard forbids",
      progress("NOT_STARTED").replace("code, 2,", "code, 7,"),
      canary,
      "NOT_ALLOWED",
      "NOT_ALLOWED",
      { code: "42501" },
    ],
    [
      "a column without a right",
      "DELETE FROM quality_indicators.submission WHERE office = $1",
      canary,
      "NOT_ALLOWED",
      "NOT_ALLOWED",
      { code: "42501" },
    ],
    [
      "a statement that takes too long",
      "SET LOCAL statement_timeout = 50;; SELECT pg_sleep(5), $1::text",
      canary,
      "TOOK_TOO_LONG",
      "TOO_COSTLY",
      { code: "57014" },
    ],
    [
      "a write at a server that only reads, as one that is not the primary any more",
      `SET LOCAL transaction_read_only = on;; ${exception("", "$1, 'steward:collect', '2026-05-04'")}`,
      canary,
      "DATABASE_UNAVAILABLE",
      "UNAVAILABLE",
      { code: "25006" },
    ],
    [
      "a version that another transaction changed",
      "DO $$ BEGIN RAISE serialization_failure USING MESSAGE = 'Madame Tremblay'; END $$",
      undefined,
      "DISTURBED",
      "CONFLICT",
      { code: "40001" },
    ],
    [
      "an account that the server does not let in",
      "DO $$ BEGIN RAISE invalid_password USING MESSAGE = 'Madame Tremblay'; END $$",
      undefined,
      "DATABASE_UNAVAILABLE",
      "UNAVAILABLE",
      { code: "28P01" },
    ],
    [
      "a connection too many",
      "DO $$ BEGIN RAISE too_many_connections USING MESSAGE = 'Madame Tremblay'; END $$",
      undefined,
      "DATABASE_UNAVAILABLE",
      "UNAVAILABLE",
      { code: "53300" },
    ],
  ])("is told in words of the hub: %s", async (_title, sql, value, code, family, log) => {
    const { message, extensions } = await refusalOf(sql, value);
    expect({ code, logged }).toMatchObject({ code: extensions?.code, logged: [log] });
    expect(extensions).toMatchObject({ code, family, requestId: "request-7" });
    expect(extensions?.messages).toMatchObject({ fr: message, en: expect.stringMatching(/\w+ \w+ \w+/) });
    const told = JSON.stringify([message, extensions]);
    expect(told).not.toMatch(
      /quality_indicators|lock_exception|submission|_check|_pkey|_fkey|Tremblay|steward:/,
    );
    expect(JSON.stringify(logged)).not.toMatch(/Tremblay|nowhere/);
  });

  it("waits for a lock no longer than it may, and says that another held it", async () => {
    const [held] = await database.query<{ id: string }>(
      "SELECT id FROM quality_indicators.submission LIMIT 1",
    );
    const release = await holding(
      `SELECT FROM quality_indicators.submission WHERE id = '${held!.id}' FOR UPDATE`,
    );
    try {
      const wait = `DO $$ BEGIN SET LOCAL lock_timeout = 50;
        PERFORM FROM quality_indicators.submission WHERE id = '${held!.id}' FOR UPDATE; END $$`;
      expect((await refusalOf(wait)).extensions).toMatchObject({ code: "DISTURBED", family: "CONFLICT" });
    } finally {
      await release();
    }
    expect(logged).toMatchObject([{ code: "55P03" }]);
  });

  it("keeps telling the place of a text that it cannot hold", async () => {
    const { extensions } = await refusalOf("SELECT $1::text", "a\0b", anEstablishmentPrincipal("chum"));
    expect(extensions).toMatchObject({ code: "INVALID_ARGUMENT", place: "run" });
    expect(JSON.stringify(extensions)).not.toContain("a\\u0000b");
  });

  it("is told after a failure that a service let pass, when the transaction then keeps nothing", async () => {
    const swallowing = new GraphQLSchema({
      query: new GraphQLObjectType({
        name: "Query",
        fields: {
          run: {
            type: GraphQLString,
            resolve: (_, _arguments, context: SubgraphContext) =>
              asCaller(context, async (manager) => {
                await manager.query("SELECT 1 / 0").catch(() => undefined);
                return "done";
              }),
          },
        },
      }),
    });
    const careless = runSubgraph(
      { schema: swallowing } as never,
      database.of(qualityIndicators),
      () => undefined,
    );
    const answer = await careless.execute({ query: "{ run }", principal: steward, requestId: "r" });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "DISTURBED" });
  });

  it("says that the data cannot be reached when they cannot, and what is wrong to the log only", async () => {
    const gone = new URL(database.address.url);
    gone.port = "1";
    const { SubgraphDatabase } = await import("../../subgraphs/index.js");
    const pools = new SubgraphDatabase({ ...database.address, url: gone.toString() }, []);
    const unreached = runSubgraph({ schema } as never, pools, (error) => logged.push(errorForLog(error)));
    logged.length = 0;
    const { errors } = await unreached.execute({
      query: '{ run(sql: "SELECT 1") }',
      principal: steward,
      requestId: "r",
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "DATABASE_UNAVAILABLE",
      family: "UNAVAILABLE",
      requestId: "r",
    });
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONN/);
    expect(logged).toMatchObject([{ code: "ECONNREFUSED" }]);
    await pools.close();
  });
});

/** Keeps a transaction of the administrator open; gives what ends it. */
async function holding(sql: string): Promise<() => Promise<void>> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: database.address.url });
  await client.connect();
  await client.query("BEGIN");
  await client.query(sql);
  return () => client.end();
}
