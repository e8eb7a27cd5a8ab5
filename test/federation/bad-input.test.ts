import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../harness/hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 60_000);
afterAll(() => hub?.close());

interface Refused {
  errors: {
    message: string;
    path?: string[];
    locations?: { line: number; column: number }[];
    extensions: Record<string, unknown>;
  }[];
}

async function send(
  body: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; answer: Refused }> {
  const response = await fetch(`${hub.address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
  return { status: response.status, answer: (await response.json()) as Refused };
}

const written = () =>
  hub.database.query(
    "SELECT (SELECT count(*) FROM quality_indicators.submission_revision) AS revisions, (SELECT count(*) FROM quality_indicators.idempotency_key) AS keys, (SELECT count(*) FROM quality_indicators.audit_entry) AS entries",
  );

describe("a request that cannot be read", () => {
  it("is refused in one shape when its JSON is broken", async () => {
    const { status, answer } = await send('{"query": ');
    expect(status).toBe(400);
    expect(answer.errors).toMatchObject([{ extensions: { code: "BAD_REQUEST", family: "INVALID_INPUT" } }]);
  });

  it("is refused with its line and column when its GraphQL is malformed", async () => {
    const { status, answer } = await send(JSON.stringify({ query: "{ establishments {\n code " }));
    expect(status).toBe(400);
    expect(answer.errors).toMatchObject([
      { locations: [{ line: 2 }], extensions: { code: "GRAPHQL_PARSE_FAILED" } },
    ]);
  });

  it("is refused when its body is larger than a year of figures can be", async () => {
    const { status, answer } = await send(JSON.stringify({ query: "#".repeat(1_100_000) }));
    expect(status).toBe(413);
    expect(answer.errors).toMatchObject([{ extensions: { code: "BAD_REQUEST" } }]);
  });

  it("is refused at the public door as a form, as a batch, and as a GET without the header that a browser cannot forge", async () => {
    const query = "{ establishments { code } }";
    const form = await send(new URLSearchParams({ query }).toString(), {
      "content-type": "application/x-www-form-urlencoded",
      "apollo-require-preflight": "1",
    });
    expect(form.status).toBe(415);
    expect((await send(JSON.stringify([{ query }, { query }]))).status).toBe(400);
    expect((await fetch(`${hub.address}/graphql?query=${encodeURIComponent(query)}`)).status).toBe(400);
  });
});

describe("a code or a value that does not fit", () => {
  it("is named with its place when a campaign or an indicator is unknown", async () => {
    const { errors } = await hub.ask(
      '{ qualityIndicator(code: "IQP-06") { observations(campaign: "1999") { value } } }',
    );
    expect(errors).toMatchObject([
      { path: ["qualityIndicator", "observations"], extensions: { code: "UNKNOWN_CODE", place: "campaign" } },
    ]);
  });

  it("is refused with the place of a wrong type in a push, and nothing is written", async () => {
    const before = await written();
    const { errors } = await hub.ask(
      "mutation ($input: YearlyFiguresInput!) { submitYearlyFigures(input: $input) { status } }",
      {
        account: "establishment:chum",
        variables: {
          input: {
            campaign: "2025-2026",
            establishment: "chum",
            idempotencyKey: "type",
            mode: "SUBMIT",
            answers: [{ question: "B6", number: "quarante" }],
          },
        },
      },
    );
    expect(errors?.[0]?.message).toContain("input.answers[0].number");
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(await written()).toEqual(before);
  });

  it("never ends as our own error when it holds a character that PostgreSQL cannot store", async () => {
    const { errors } = await hub.ask("query ($code: String!) { establishment(code: $code) { code } }", {
      variables: { code: "chum\u0000" },
    });
    expect(errors).toMatchObject([{ extensions: { code: "INVALID_ARGUMENT" } }]);
  });
});
