import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getIntrospectionQuery } from "graphql";
import { mostBodyBytes } from "../../gateway/guard/limits/body-bytes.js";
import { aliases } from "../../gateway/guard/limits/aliases.js";
import { depth } from "../../gateway/guard/limits/depth.js";
import { directives } from "../../gateway/guard/limits/directives.js";
import { fields } from "../../gateway/guard/limits/fields.js";
import { fragments } from "../../gateway/guard/limits/fragments.js";
import { introspectionDepth } from "../../gateway/guard/limits/introspection-depth.js";
import { introspectionFields } from "../../gateway/guard/limits/introspection-fields.js";
import { introspections } from "../../gateway/guard/limits/introspections.js";
import { operations } from "../../gateway/guard/limits/operations.js";
import { mostQueryCharacters } from "../../gateway/guard/limits/query-characters.js";
import { repeatedFields } from "../../gateway/guard/limits/repeated-fields.js";
import { mostTokens } from "../../gateway/guard/limits/tokens.js";
import { valueDepth } from "../../gateway/guard/limits/value-depth.js";
import { variableLimits } from "../../gateway/guard/limits/variables.js";
import { aHub, type TestHub } from "../harness/hub.js";
import { ask, knock } from "./knock.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 60_000);
afterAll(() => hub?.close());

const many = (count: number, of: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => of(n)).join(" ");

const oneOffice = 'establishment(code: "chum")';
const list = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
// Levels of fields: region and establishments in turn, below one establishment.
const chain = (levels: number): string =>
  levels === 1
    ? "code"
    : levels === 2
      ? "region { code }"
      : `region { establishments { ${chain(levels - 2)} } }`;
const typesOfTypes = (lists: number): string =>
  lists === 0 ? "name" : `fields { type { ${typesOfTypes(lists - 1)} } }`;
// So many fields of a type and of the types that it is made of.
const ofTypes = (count: number): string =>
  count <= 3
    ? ["kind", "name", "description"].slice(0, count).join(" ")
    : `kind name ofType { ${ofTypes(count - 3)} }`;
const tenFields = "code name { fr en status } shortName { fr en status }";
const longest = variableLimits.public;

/** A document with so much of what is limited, and the code that one more is refused with. */
const documents: readonly [what: string, most: number, code: string, of: (count: number) => string][] = [
  ["characters", mostQueryCharacters, "QUERY_TOO_LONG", (n) => `{ ${oneOffice} { code } } #`.padEnd(n, "x")],
  // 20 tokens and the elements of the list.
  [
    "tokens",
    mostTokens,
    "TOO_MANY_TOKENS",
    (n) =>
      `{ qualityIndicator(code: "IQP-06") { trend(campaigns: [${many(n - 20, () => '"2024"')}]) { __typename } } }`,
  ],
  ["levels", depth.most, depth.code, (n) => `{ ${oneOffice} { ${chain(n - 1)} } }`],
  [
    "levels of a value",
    valueDepth.most,
    valueDepth.code,
    (n) => `{ qualityIndicator(code: "IQP-06") { trend(campaigns: ${list(n)}) { __typename } } }`,
  ],
  [
    "lists of types",
    introspectionDepth.most,
    introspectionDepth.code,
    (n) => `{ __type(name: "Establishment") { ${typesOfTypes(n)} } }`,
  ],
  [
    "fields of an introspection",
    introspectionFields.most,
    introspectionFields.code,
    (n) => `{ __type(name: "Establishment") { ${ofTypes(n - 1)} } }`,
  ],
  [
    "introspections",
    introspections.most,
    introspections.code,
    (n) => `{ ${many(n, (i) => `a${i}: __type(name: "Establishment") { name }`)} }`,
  ],
  ["aliases", aliases.most, aliases.code, (n) => `{ ${oneOffice} { ${many(n, (i) => `a${i}: code`)} } }`],
  [
    "fields",
    fields.most,
    fields.code,
    (n) =>
      `{ ${many(Math.floor(n / 10), (i) => `a${i}: ${oneOffice} { ${tenFields} }`)} ${many(n % 10, (i) => `b${i}: __typename`)} }`,
  ],
  [
    "repeated fields",
    repeatedFields.most,
    repeatedFields.code,
    (n) => `{ ${oneOffice} { ${many(n + 1, () => "code")} } }`,
  ],
  [
    "directives",
    directives.most,
    directives.code,
    (n) => `{ ${oneOffice} { ${many(n, () => "code @include(if: true)")} } }`,
  ],
  [
    "fragments",
    fragments.most,
    fragments.code,
    (n) =>
      `{ ${oneOffice} { ${many(n, (i) => `...f${i}`)} } } ${many(n, (i) => `fragment f${i} on Establishment { code }`)}`,
  ],
];

describe("a document", () => {
  it.each(documents)(
    "may have as many %s as the limit says (%d), and is refused with one more",
    async (_, most, code, of) => {
      const at = await ask(hub.address, of(most));
      expect(at.errors.map(({ extensions }) => extensions.family)).not.toContain("TOO_COSTLY");
      const plans = hub.plans.length;
      const above = await ask(hub.address, of(most + 1));
      expect({ status: above.status, codes: above.errors.map(({ extensions }) => extensions.code) }).toEqual({
        status: 400,
        codes: [code],
      });
      expect(above.errors[0]?.extensions.family).toBe("TOO_COSTLY");
      expect(hub.plans.length).toBe(plans);
    },
  );

  it("may have as many operations as the limit says, and is refused with one more", async () => {
    const of = (count: number) => ({
      body: JSON.stringify({
        query: many(count, (n) => `query Q${n} { ${oneOffice} { code } }`),
        operationName: "Q1",
      }),
    });
    expect((await knock(hub.address, of(operations.most))).status).toBe(200);
    const { errors } = await knock(hub.address, of(operations.most + 1));
    expect(errors).toMatchObject([{ extensions: { code: operations.code } }]);
  });

  it("is introspected by tools with their standard question, once a request", async () => {
    const whole = getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true });
    const { data, errors } = await ask(hub.address, whole);
    expect(errors).toEqual([]);
    expect((data?.__schema as { types: unknown[] }).types.length).toBeGreaterThan(50);
  });

  it("counts what fragments multiply in the time of what is written", async () => {
    const levels = 45;
    const query = `{ ${oneOffice} { ...f0 } } ${many(
      levels,
      (n) => `fragment f${n} on Establishment { ${n === levels - 1 ? "code" : `...f${n + 1} ...f${n + 1}`} }`,
    )}`;
    // Counted one by one, 2^44 fields would never have an answer.
    const { errors } = await ask(hub.address, query);
    expect(errors).toMatchObject([{ extensions: { code: "TOO_MANY_FIELDS" } }]);
  });
});

describe("the variables of a question", () => {
  const query =
    'query ($codes: [String!]) { qualityIndicator(code: "IQP-06") { trend(campaigns: $codes) { __typename } } }';
  const refused = async (variables: unknown): Promise<string | undefined> => {
    const { errors } = await ask(hub.address, query, variables);
    return errors[0]?.extensions.code;
  };
  const elements = (count: number): string[] => Array.from({ length: count }, () => "x");
  const levels = (count: number): unknown => (count === 0 ? "x" : { a: levels(count - 1) });

  it.each([
    [
      "values",
      longest.values,
      (n: number) => ({ a: elements((n - 3) / 2), b: elements(Math.ceil((n - 3) / 2)), c: 1 }),
    ],
    ["elements of a list", longest.listLength, (n: number) => ({ a: elements(n) })],
    ["levels", longest.depth, (n: number) => ({ a: levels(n) })],
    [
      "bytes of a text",
      longest.textBytes,
      (n: number) => ({ a: "é".repeat(n / 2).padEnd(n - Math.floor(n / 2), "x") }),
    ],
  ])("may have as many %s as the limit says (%d), and are refused with one more", async (_, most, of) => {
    expect(await refused(of(most))).toBeUndefined();
    expect(await refused(of(most + 1))).toBe("VARIABLES_TOO_LARGE");
  });

  it("may name nothing that JavaScript keeps for itself, at any depth", async () => {
    for (const name of ["constructor", "prototype"])
      expect(await refused({ codes: [{ a: { [name]: 1 } }] })).toBe("RESERVED_NAME");
    const { errors } = await knock(hub.address, {
      body: `{"query":${JSON.stringify(query)},"variables":{"codes":[{"__proto__":{"isAdmin":true}}]}}`,
    });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_REQUEST" } }]);
    const byGet = await knock(hub.address, {
      method: "GET",
      search: `?query=${encodeURIComponent(query)}&variables=${encodeURIComponent('{"codes":[{"__proto__":1}]}')}`,
      headers: { "apollo-require-preflight": "1" },
    });
    expect(byGet.errors).toMatchObject([{ extensions: { code: "RESERVED_NAME" } }]);
  });
});

describe("a body", () => {
  const padded = (bytes: number): string => {
    const body = JSON.stringify({ query: "{ healthRegions { code } }", padding: "" });
    return body.replace('""', `"${"x".repeat(bytes - body.length)}"`);
  };

  it("may be as long as the limit of its door says, and is refused with one byte more", async () => {
    expect((await knock(hub.address, { body: padded(mostBodyBytes.public) })).status).toBe(200);
    expect((await knock(hub.address, { body: padded(mostBodyBytes.public + 1) })).status).toBe(413);
    const headers = {
      "content-type": "application/json",
      authorization: `Bearer ${await hub.tokenFor("researcher")}`,
    };
    const door = "/graphql/authenticated";
    const most = mostBodyBytes.authenticated;
    expect((await knock(hub.address, { door, headers, body: padded(most) })).status).toBe(200);
    expect((await knock(hub.address, { door, headers, body: padded(most + 1) })).status).toBe(413);
  });
});
