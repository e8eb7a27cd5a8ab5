import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ReadableSpan } from "@opentelemetry/sdk-trace-base";
import { aHub, type TestHub } from "../../test/harness/hub.js";
import { type RecordedSpans, recordSpans } from "./testing/recorded-spans.js";

const question = `{ establishment(code: "chum") { code researchPartnerships { id } } }`;
const traceId = "0af7651916cd43dd8448eb211c80319c";
const carried = { traceparent: `00-${traceId}-b7ad6b7169203331-01`, "x-forwarded-for": "203.0.113.9" };

async function ask(hub: TestHub, headers: Record<string, string> = {}, query = question): Promise<void> {
  const response = await fetch(`${hub.address}/graphql`, {
    method: "POST",
    // A cookie keeps an answer from being told again, so that each is executed.
    headers: { "content-type": "application/json", cookie: "a=b", ...headers },
    body: JSON.stringify({ query }),
  });
  expect(response.status).toBe(200);
  await response.json();
}

const parentOf = (span: ReadableSpan): string | undefined => span.parentSpanId;
const named = (spans: readonly ReadableSpan[], name: string): ReadableSpan[] =>
  spans.filter((span) => span.name === name);

// Registered once, as a process does: what was traced by one SDK is not handed to another.
let spans: RecordedSpans;
beforeAll(() => {
  spans = recordSpans();
});
afterAll(() => spans.stop());

describe.each(["in process", "over HTTP"] as const)("an operation that is traced, subgraphs %s", (form) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await aHub(form, { TRUST_PROXY: "1" });
  }, 120_000);
  afterEach(() => spans.forget());
  afterAll(() => hub.close());

  it("has a span for itself, for each fetch and for each statement, each under the one that caused it", async () => {
    await ask(hub);
    const [operation] = named(spans.all(), "graphql public");
    expect(named(spans.all(), "plan").map(parentOf)).toEqual([operation?.spanContext().spanId]);
    const fetches = spans.all().filter(({ name }) => name.startsWith("fetch "));
    expect(fetches.map(({ name }) => name)).toEqual(["fetch establishments", "fetch research-partnerships"]);
    expect(fetches.map(parentOf)).toEqual(fetches.map(() => operation?.spanContext().spanId));
    const served = spans.all().filter(({ name }) => name.startsWith("subgraph "));
    if (form === "over HTTP") {
      expect(served.map(({ name }) => name)).toEqual(
        fetches.map(({ name }) => name.replace("fetch", "subgraph")),
      );
      expect(served.map(parentOf)).toEqual(fetches.map((fetched) => fetched.spanContext().spanId));
    }
    const statements = spans.all().filter(({ name }) => name.startsWith("SELECT "));
    const causes = (form === "over HTTP" ? served : fetches).map((cause) => cause.spanContext().spanId);
    expect(statements.map(({ name }) => name)).toContain("SELECT establishments_published.establishment");
    for (const statement of statements) expect(causes).toContain(parentOf(statement));
    expect(new Set(spans.all().map((span) => span.spanContext().traceId)).size).toBe(1);
  });

  it("goes on with the trace of a proxy that is trusted", async () => {
    await ask(hub, carried);
    expect(spans.all().length).toBeGreaterThan(3);
    for (const span of spans.all()) expect(span.spanContext().traceId).toBe(traceId);
  });

  it("begins a trace of its own for who only claims to belong to one", async () => {
    const { traceparent } = carried;
    await ask(hub, { traceparent });
    expect(spans.all().length).toBeGreaterThan(3);
    for (const span of spans.all()) expect(span.spanContext().traceId).not.toBe(traceId);
  });

  it("tells no word of the caller's: neither the document, nor its name, nor a value", async () => {
    await ask(hub, {}, `query Tremblay { establishment(code: "chum") { code } }`);
    const told = JSON.stringify(
      spans.all().map(({ name, attributes, status }) => ({ name, attributes, status })),
    );
    expect(told).toContain("graphql.operation.type");
    expect(told).not.toMatch(/Tremblay|chum|\{ code/);
  });
});
