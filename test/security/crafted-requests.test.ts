import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { longestPage } from "../../gateway/guard/list-sizes.js";
import { aPush, pushMutation } from "../../subgraphs/quality-indicators/submission/testing/a-push.js";
import { aHub, type TestHub } from "../harness/hub.js";
import { accounts, askAs, authenticatedDoor, bearing, codesOf, leaks } from "./ask-as.js";
import { argumentsOf } from "./every-argument.js";
import { hostileRequests } from "./hostile-requests.js";
import { ask, knock } from "./knock.js";
import { authenticatedSchema } from "./matrix/access-table.js";

/* What is written by hand to mislead the guard, the pages or the database, at both doors of one running hub. */
let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 120_000);
afterAll(() => hub?.close());

describe("a hostile document", () => {
  // Larger ones are meant for this door, whose limits are tried one by one in guard-limits.
  const forBothDoors = hostileRequests.filter(
    ({ door: of, method, kind }) =>
      of === "/graphql" && method === "POST" && !/list in var|coercion|body flood/.test(kind),
  );

  it.each(forBothDoors.map((hostile) => [hostile.kind, hostile] as const))(
    "is refused before it is planned behind a good token too: %s",
    async (_, hostile) => {
      const plans = hub.plans.length;
      const answer = await knock(hub.address, {
        ...hostile,
        door: authenticatedDoor,
        headers: { ...hostile.headers, ...(await bearing(hub, "establishment:chum")) },
      });
      expect({ status: answer.status, codes: codesOf(answer) }).toEqual({
        status: hostile.status,
        codes: [hostile.code],
      });
      expect(hub.plans.length).toBe(plans);
    },
  );

  it("is not asked by GET behind a token, not even a good one", async () => {
    const search = `?query=${encodeURIComponent("{ me { audience } }")}`;
    expect(
      (
        await knock(hub.address, {
          door: authenticatedDoor,
          method: "GET",
          search,
          headers: await bearing(hub, "researcher"),
        })
      ).status,
    ).toBe(404);
  });

  it("is told in short, at both doors, when hundreds of its values are of a wrong type; one is told with its place", async () => {
    const trend =
      'query ($of: [String!]) { qualityIndicator(code: "IQP-06") { trend(campaigns: $of) { __typename } } }';
    const wrong = (count: number) => Array.from({ length: count }, () => ({ question: 1, number: "un" }));
    const plans = hub.plans.length;
    for (const answer of [
      await ask(hub.address, trend, { of: Array.from({ length: 499 }, () => 1) }),
      await askAs(hub, "establishment:chum", pushMutation, { input: aPush({ answers: wrong(5_000) }) }),
    ]) {
      expect({ status: answer.status, codes: codesOf(answer) }).toEqual({
        status: 400,
        codes: ["BAD_REQUEST"],
      });
      expect(answer.text.length).toBeLessThan(1_000);
    }
    const one = await askAs(hub, "establishment:chum", pushMutation, { input: aPush({ answers: wrong(1) }) });
    expect(new Set(codesOf(one))).toEqual(new Set(["BAD_USER_INPUT"]));
    expect(one.text).toContain("input.answers[0].number");
    expect(hub.plans.length).toBe(plans);
  });
});

describe("a question by GET", () => {
  // As it goes over the wire: fetch would write its quotes and braces otherwise.
  const sent = (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(hub.address);
      request({ hostname, port, path, headers: { "apollo-require-preflight": "1" } }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        answer.on("end", () => resolve(text));
      })
        .on("error", reject)
        .end();
    });
  const dear = `healthRegions{establishments{region{establishments{observations(campaign:"2024"){contradictions{sides{value}}comparators{value}}}}}}`;

  it.each([
    [
      "a text that ends earlier once it is decoded",
      `{establishment(code:"%22){code}x:${dear.replaceAll('"', "%22")}}%23%FF"){code}}`,
    ],
    [
      "the name of an operation cut by a fragment",
      `query+A{${dear}}query+B{establishment(code:"x"){code}}&operationName=A#x`,
    ],
    ["a parameter that comes twice", `{establishment(code:"x"){code}}&query={${dear}}`],
    ["a parameter whose name is encoded", `{establishment(code:"x"){code}}&%71uery={${dear}}`],
  ])("is measured as it is run: %s", async (_, written) => {
    const plans = hub.plans.length;
    const text = await sent(`/graphql?query=${written}`);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: expect.any(String) } }] });
    expect(text).not.toContain('"data"');
    expect(hub.plans.length).toBe(plans);
  });

  it("is still answered when it is written as anybody would", async () => {
    const query = encodeURIComponent(
      "query A($c: String!) { establishment(code: $c) { code } } query B { __typename }",
    );
    const variables = encodeURIComponent('{"c":"chum"}');
    expect(
      await sent(`/graphql?query=${query.replaceAll("%20", "+")}&variables=${variables}&operationName=A#x`),
    ).toContain('{"data":{"establishment":{"code":"chum"}}}');
  });
});

describe("a page", () => {
  const paged = Object.values(authenticatedSchema.getQueryType()!.getFields())
    .filter(({ args }) => args.some(({ name }) => name === "first"))
    .map(({ name }) => name);
  // A register is a list of its own, that its numbers page.
  const isConnection = (name: string): boolean => name !== "releaseRegister";
  // A page that is too long is cut, or refused.
  const isCut = (name: string): boolean => ["partnerRecords", "releaseRegister"].includes(name);
  const required: Readonly<Record<string, string>> = {
    partnerRecords: 'release: "partenaires-demo-1", ',
    auditTrail: 'subject: "chum", ',
  };

  it("is asked of these lists", () => {
    expect(paged.sort()).toEqual([
      "auditTrail",
      "credentials",
      "figureComments",
      "partnerRecords",
      "releaseReads",
      "releaseRegister",
      "researchPartnerships",
    ]);
  });

  it.each(paged)("is never as long as one likes, nor shorter than nothing: %s", async (name) => {
    for (const first of [999_999, 2_147_483_647, -1])
      for (const written of [String(first), "$n"]) {
        const query = `query ${written === "$n" ? "($n: Int!)" : ""} { ${name}(${required[name] ?? ""}first: ${written}) { ${isConnection(name) ? "edges { cursor }" : "entry"} } }`;
        const answers = await Promise.all(
          accounts.map((account) => askAs(hub, account, query, { n: first })),
        );
        const pages = answers
          .map(({ data }) => data?.[name] as { edges: unknown[] } | unknown[] | null | undefined)
          .filter((page) => page !== null && page !== undefined);
        const lengths = pages.map((page) => (Array.isArray(page) ? page : page.edges).length);
        expect(lengths.every((length) => length <= longestPage)).toBe(true);
        if (first < 0 || !isCut(name)) expect(pages).toEqual([]);
        expect(pages.length > 0 || answers.flatMap(codesOf).includes("INVALID_ARGUMENT")).toBe(true);
      }
  });

  it("goes on from its own cursor only: none that was tampered with, of another list, subject, filter or team", async () => {
    const records = (after: string) =>
      `{ partnerRecords(release: "partenaires-demo-1", first: 2, after: ${JSON.stringify(after)}) { edges { cursor } } }`;
    const [own] = (await endCursors(
      "researcher",
      '{ partnerRecords(release: "partenaires-demo-1", first: 2) { pageInfo { endCursor } } }',
    ))!;
    expect((await askAs(hub, "researcher", records(own!))).errors).toEqual([]);
    const [chain] = await endCursors(
      "establishment:chum",
      '{ auditTrail(subject: "chum", first: 1) { pageInfo { endCursor } } }',
    );
    const [open] = await endCursors(
      "researcher",
      "{ researchPartnerships(first: 2) { pageInfo { endCursor } } }",
    );
    const flipped = `${own!.slice(0, -1)}${own!.endsWith("A") ? "B" : "A"}`;
    for (const after of [
      flipped,
      own!.slice(0, -2),
      `${own}AA`,
      chain!,
      open!,
      "",
      "'; --",
      Buffer.from("2").toString("base64url"),
    ])
      expect(codesOf(await askAs(hub, "researcher", records(after)))).toEqual(["INVALID_CURSOR"]);
    expect(
      codesOf(
        await askAs(
          hub,
          "establishment:chum",
          `{ auditTrail(subject: "chum", after: "${open}") { edges { cursor } } }`,
        ),
      ),
    ).toEqual(["INVALID_CURSOR"]);
    expect(
      codesOf(
        await askAs(
          hub,
          "steward:collect",
          `{ auditTrail(subject: "icm", after: "${chain}") { edges { cursor } } }`,
        ),
      ),
    ).toEqual(["INVALID_CURSOR"]);
    expect(
      codesOf(await ask(hub.address, `{ researchPartnerships(after: "${own}") { edges { cursor } } }`)),
    ).toEqual(["INVALID_CURSOR"]);
    expect(
      (await askAs(hub, "researcher:entente-demo-2", records(own!))).data?.partnerRecords ?? null,
    ).toBeNull();
  });
  const endCursors = async (account: string, query: string): Promise<string[]> => {
    const { data } = await askAs(hub, account, query);
    return Object.values(data as Record<string, { pageInfo: { endCursor: string } }>).map(
      ({ pageInfo }) => pageInfo.endCursor,
    );
  };
});

describe("SQL in an argument", () => {
  const marker = "xattaquex";
  const sql = `${marker}' OR '1'='1'; DROP TABLE establishments_published.establishment CASCADE; -- % _ \\ $1 "`;
  const found = argumentsOf(["String", "ID"]);

  it("is tried at every argument that takes a text", () => {
    expect(found.length).toBeGreaterThan(25);
  });

  it.each(found.map(({ coordinate, query }) => [coordinate, query] as const))(
    "is a text like another: %s",
    async (_, query) => {
      const before = hub.statements.length;
      for (const value of [sql, `${marker}\u0000`, `${marker}\ud800`]) {
        const answers = await Promise.all(accounts.map((account) => askAs(hub, account, query, { value })));
        for (const answer of answers) {
          expect(codesOf(answer)).not.toContain("INTERNAL");
          expect(answer.text.replaceAll("establishments_published", "")).not.toMatch(leaks);
        }
        // Somebody came as far as the service that reads it.
        expect(
          answers.filter((answer) => answer.status === 200 && !codesOf(answer).includes("NOT_ALLOWED")),
        ).not.toEqual([]);
      }
      expect(hub.statements.slice(before).filter((text) => text.includes(marker))).toEqual([]);
    },
  );
});
