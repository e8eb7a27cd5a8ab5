import { mostBodyBytes } from "../../gateway/guard/limits/body-bytes.js";

/** One request that no door may plan. */
export interface HostileRequest {
  readonly kind: string;
  readonly door: "/graphql" | "/graphql/authenticated";
  readonly method: "GET" | "POST";
  /** What follows the door's path. */
  readonly search?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The statuses and codes of which one is the right answer. */
  readonly status: number;
  readonly code: string;
}

const json = { "content-type": "application/json" };
const many = (count: number, of: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => of(n)).join(" ");
const nested = (depth: number, open: string, inner: string, close: string): string =>
  open.repeat(depth) + inner + close.repeat(depth);

const question = (kind: string, query: string, code: string, variables?: unknown): HostileRequest => ({
  kind,
  door: "/graphql",
  method: "POST",
  headers: json,
  body: JSON.stringify({ query, ...(variables === undefined ? {} : { variables }) }),
  status: 400,
  code,
});

/** Fragments that each spread the next one `width` times: what they amount to grows as a power. */
export const explosion = (levels: number, width: number): string =>
  `{ establishments { ...f0 } } ${many(
    levels,
    (n) =>
      `fragment f${n} on Establishment { ${n === levels - 1 ? "code" : many(width, (w) => `a${w}: region { establishments { ...f${n + 1} } }`)} }`,
  )}`;

/** The same without aliases or depth: every spread stands in the same place. */
const flatExplosion = (levels: number, width: number): string =>
  `{ establishments { ...f0 } } ${many(
    levels,
    (n) =>
      `fragment f${n} on Establishment { code ${n === levels - 1 ? "" : many(width, () => `...f${n + 1}`)} }`,
  )}`;

const codes = "query ($code: String!) { establishment(code: $code) { code } }";

/** Every kind of request that the guard is there for. */
export const hostileRequests: readonly HostileRequest[] = [
  question("fragment explosion", explosion(10, 10), "TOO_DEEP"),
  question("flat fragment explosion", flatExplosion(40, 10), "TOO_MANY_FIELDS"),
  question(
    "deep nesting",
    `{ establishments { ${nested(60, "region { establishments { ", "code", "} } ")} } }`,
    "TOO_DEEP",
  ),
  question(
    "fragment named __schema",
    "{ establishments { ...__schema } } fragment __schema on Establishment { region { establishments { code } } }",
    "RESERVED_NAME",
  ),
  question(
    "fragment cycle",
    "{ establishments { ...a } } fragment a on Establishment { code region { establishments { ...a } } }",
    "FRAGMENT_CYCLE",
  ),
  question("alias __proto__", "{ __proto__: establishments { code } }", "RESERVED_NAME"),
  question("alias constructor", "{ constructor: establishments { code } }", "RESERVED_NAME"),
  question("variable constructor", codes, "RESERVED_NAME", { code: "chum", constructor: 1 }),
  {
    ...question("variable __proto__", codes, "BAD_REQUEST"),
    body: `{"query":${JSON.stringify(codes)},"variables":{"code":"chum","__proto__":{"isAdmin":true}}}`,
  },
  question(
    "variable of the gateway's own name",
    'query ($representations: String!) { establishment(code: "chum") { observations(campaign: $representations) { value } } }',
    "RESERVED_NAME",
    { representations: "2024" },
  ),
  question(
    "101 aliases",
    `{ ${many(101, (n) => `a${n}: establishment(code: "chum") { code }`)} }`,
    "TOO_MANY_ALIASES",
  ),
  question("500 repeated fields", `{ establishments { ${many(500, () => "code")} } }`, "TOO_MANY_REPEATS"),
  question(
    "1,000 overlapping fields",
    `{ establishments { ${many(480, () => "region { code }")} } }`,
    "TOO_MANY_FIELDS",
  ),
  question(
    "10 unknown directives",
    `{ establishments { code ${many(10, (n) => `@unknown${n}`)} } }`,
    "UNKNOWN_DIRECTIVE",
  ),
  question(
    "circular introspection",
    `{ __schema { types { ${nested(5, "fields { type { ", "name", "} } ")} } } }`,
    "INTROSPECTION_TOO_DEEP",
  ),
  question(
    "introspection batch",
    `{ ${many(20, (n) => `a${n}: __schema { types { name fields { name } } }`)} }`,
    "TOO_MANY_FIELDS",
  ),
  {
    ...question("batch of 10", "", "BATCH_REFUSED"),
    body: JSON.stringify(Array.from({ length: 10 }, () => ({ query: "{ establishments { code } }" }))),
  },
  {
    kind: "mutation by GET",
    door: "/graphql",
    method: "GET",
    search: `?query=${encodeURIComponent('mutation { publishCampaign(campaign: "2024") { vintage } }')}`,
    headers: { "apollo-require-preflight": "1" },
    status: 405,
    code: "ONLY_QUERIES_BY_GET",
  },
  {
    ...question("urlencoded POST", "", "UNSUPPORTED_CONTENT"),
    headers: { "content-type": "application/x-www-form-urlencoded", "apollo-require-preflight": "1" },
    body: new URLSearchParams({ query: "{ establishments { code } }" }).toString(),
    status: 415,
  },
  question("huge list in variables", codes, "VARIABLES_TOO_LARGE", {
    code: Array.from({ length: 5_000 }, () => 1),
  }),
  {
    ...question("deep variables", codes, "VARIABLES_TOO_LARGE"),
    body: `{"query":${JSON.stringify(codes)},"variables":{"code":${nested(5_000, "[", "1", "]")}}}`,
  },
  question(
    "coercion flood",
    "query ($codes: [String!]!) { establishments { code } }",
    "VARIABLES_TOO_LARGE",
    { codes: Array.from({ length: 400 }, () => [1, 2, 3]) },
  ),
  question(
    "lists within lists",
    `{ healthRegions { establishments { region { establishments { observations(campaign: "2024") { contradictions { sides { value } } comparators { value } } } } } } }`,
    "COST_TOO_HIGH",
  ),
  question("token flood", `{ ${many(2_500, () => "code")} }`, "TOO_MANY_TOKENS"),
  question("query string flood", `{ establishments { code } } #${"x".repeat(30_000)}`, "QUERY_TOO_LONG"),
  {
    ...question("body flood", "", "BAD_REQUEST"),
    body: JSON.stringify({ query: "{ establishments { code } }", padding: "x".repeat(mostBodyBytes.public) }),
    status: 413,
  },
  { ...question("broken JSON", "", "BAD_REQUEST"), body: '{"query": ' },
  question("broken GraphQL", "{ establishments { code ", "GRAPHQL_PARSE_FAILED"),
  {
    kind: "no token",
    door: "/graphql/authenticated",
    method: "POST",
    headers: json,
    body: JSON.stringify({ query: "{ me { audience } }" }),
    status: 401,
    code: "UNAUTHENTICATED",
  },
  {
    kind: "bad token",
    door: "/graphql/authenticated",
    method: "POST",
    headers: {
      ...json,
      authorization: `Bearer ${["eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0", "eyJzdWIiOiJ4In0", "AAAA"].join(".")}`,
    },
    body: JSON.stringify({ query: "{ me { audience } }" }),
    status: 401,
    code: "UNAUTHENTICATED",
  },
];
