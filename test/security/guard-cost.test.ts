import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "graphql";
import { mutationCost } from "../../gateway/guard/field-costs.js";
import { guardOf } from "../../gateway/guard/guard.js";
import { costBudget } from "../../gateway/guard/limits/cost.js";
import { readyQuestions } from "../../gateway/portal/ready-questions.js";
import { portalQuery } from "../bench/portal-query.js";
import { aHub, type TestHub } from "../harness/hub.js";
import { ask } from "./knock.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 60_000);
afterAll(() => hub?.close());

const show = { "carrefour-cost": "show" };
const authenticated = guardOf(
  "authenticated",
  buildSchema(readFileSync("schema/authenticated.graphql", "utf8")),
);

/** What the guard expects a document to cost; the code of its refusal when it is refused. */
function costOf(query: string, variables: Record<string, unknown> = {}): number | string {
  const looked = authenticated({ method: "POST", body: { query, variables }, url: "/graphql" });
  return "error" in looked ? String(looked.error.extensions?.code) : (looked.cost?.estimate ?? Number.NaN);
}

const page = (first: string): string =>
  `query ${first === "$n" ? "($n: Int)" : ""} { researchPartnerships(first: ${first}) { edges { node { id title { fr } } } } }`;

describe("the cost of an operation", () => {
  it("is told to developers who ask for it, and to nobody else", async () => {
    const query = "{ healthRegions { code } }";
    const told = await ask(hub.address, query, undefined, { headers: show });
    expect(told.extensions).toEqual({ cost: { estimate: 19, budget: costBudget } });
    expect((await ask(hub.address, query)).extensions).toBeUndefined();
  });

  it("leaves room for the portal's heaviest page: half of the budget at least", async () => {
    const { extensions, errors } = await ask(hub.address, portalQuery, undefined, { headers: show });
    expect(errors).toEqual([]);
    expect((extensions?.cost as { estimate: number }).estimate).toBeLessThan(costBudget / 2);
  });

  it.each([
    ...readyQuestions.map(({ name, query }) => [name, query] as const),
    ...readdirSync("gateway/sdk/operations")
      .filter((file) => file.endsWith(".graphql"))
      .map((file) => [file, readFileSync(`gateway/sdk/operations/${file}`, "utf8")] as const),
  ])("leaves room for every question that the hub ships: %s", (_, query) => {
    expect(
      costOf(query, query.includes("$input: PartnerRosterInput!") ? { input: roster } : {}),
    ).toBeLessThan(costBudget / 2);
  });
  // Its shape is looked at before its cost.
  const roster = { establishment: "chum", idempotencyKey: "coût", mode: "SUBMIT", rows: [] };

  it("counts the length of a page, given in the document, by a variable, by its default, or not at all", () => {
    const ten = costOf(page("10"));
    expect(ten).toBe(2 + 10 * 4);
    expect(costOf(page("$n"), { n: 10 })).toBe(ten);
    expect(costOf(page("$n").replace("$n: Int", "$n: Int = 10"))).toBe(ten);
    expect(costOf("{ researchPartnerships { edges { node { id } } } }")).toBe(
      costOf("{ researchPartnerships(first: 20) { edges { node { id } } } }"),
    );
    expect(costOf(page("20"))).toBeGreaterThan(Number(ten));
  });

  it("is refused above the budget with its estimate, which other variables may bring below", async () => {
    const query = `query ($n: Int) { researchPartnerships(first: $n) { edges { node { establishments { code observations(campaign: "2024") { value } } } } } }`;
    const { status, errors } = await ask(hub.address, query, { n: 999_999 });
    expect(status).toBe(400);
    expect(errors).toMatchObject([
      { extensions: { code: "COST_TOO_HIGH", family: "TOO_COSTLY", cost: { budget: costBudget } } },
    ]);
    expect((errors[0]?.extensions.cost as { estimate: number }).estimate).toBeGreaterThan(costBudget);
    expect((await ask(hub.address, query, { n: 5 })).errors).toEqual([]);
  });

  it("counts a change, and a trial of one, for the work behind it, whatever little of it is selected", () => {
    const changes = (count: number): string =>
      `mutation { ${Array.from({ length: count }, (_, n) => `a${n}: approveRelease(id: "x") { __typename }`).join(" ")} }`;
    expect(costOf(changes(1))).toBe(mutationCost + 1);
    expect(
      costOf(
        `${changes(0).replace("{  }", "{ ...f }")} fragment f on Mutation { approveRelease(id: "x") { __typename } }`,
      ),
    ).toBe(mutationCost + 1);
    expect(costOf(changes(100))).toBe("COST_TOO_HIGH");
    expect(costOf('{ previewPublication(campaign: "2024") { __typename } }')).toBeGreaterThan(1_000);
  });

  it("is not lowered by fragments, aliases, inline fragments or a name of introspection (GHSA-733v-p3h5-qpq7)", () => {
    const plain = costOf("{ establishments { code name { fr } } }");
    expect(costOf("{ a: establishments { b: code c: name { d: fr } } }")).toBe(plain);
    expect(
      costOf("{ ... on Query { establishments { ... on Establishment { code } ... { name { fr } } } } }"),
    ).toBe(plain);
    expect(
      costOf(
        "query IntrospectionQuery { ...f } fragment f on Query { establishments { ...g } } fragment g on Establishment { code name { fr } }",
      ),
    ).toBe(plain);
    expect(costOf("{ ...__schema } fragment __schema on Query { establishments { code } }")).toBe(
      "RESERVED_NAME",
    );
    expect(costOf("query __schema { establishments { code } }")).toBe("RESERVED_NAME");
    expect(costOf("{ __schema: establishments { code } }")).toBe("RESERVED_NAME");
  });

  it("counts a fragment wherever it is spread again (GHSA-224p-v68g-5g8f, GHSA-hmfr-rx46-4jx2)", () => {
    const deep = `{ establishments { code ...a } x: establishments { region { establishments { region { establishments { ...a } } } } } }
      fragment a on Establishment { region { establishments { region { establishments { region { establishments { region { establishments { code } } } } } } } } }`;
    expect(costOf(deep)).toBe("TOO_DEEP");
  });

  it("caps a page that is asked too long (first: 999999)", async () => {
    const { errors } = await ask(hub.address, page("999999"));
    expect(errors).toMatchObject([{ extensions: { code: "INVALID_ARGUMENT" } }]);
  });
});
