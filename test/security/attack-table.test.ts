import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { hopHeader, signHop } from "../../subgraphs/shared/hop-token.js";
import {
  aPush,
  fullAnswers,
  pushMutation,
} from "../../subgraphs/quality-indicators/submission/testing/a-push.js";
import { clientAssertion, developmentClientKey } from "../../gateway/identity/client-assertion.js";
import { tokenRequest } from "../../gateway/identity/client-credentials.js";
import { longestPage } from "../../gateway/guard/list-sizes.js";
import { aHub, type TestHub } from "../harness/hub.js";
import { suiteHopSecrets } from "../harness/lone-subgraph.js";
import { argumentsOf } from "./every-argument.js";
import { hostileRequests } from "./hostile-requests.js";
import { ask, type Knocked, knock } from "./knock.js";
import { authenticatedSchema } from "./matrix/access-table.js";
import { everyWay } from "./matrix/ways.js";

/*
 * What strangers and neighbours try at the doors of one running hub. Beside these: subgraphs asked directly
 * (lone-subgraph), documents and bodies (guard), tokens (hostile-tokens), assertions (hostile-assertions), every field
 * and every caller (matrix), secrets in logs (secrets).
 */
let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 120_000);
afterAll(() => hub?.close());

const accounts = [
  "establishment:chum",
  "researcher",
  "steward:collect",
  "steward:publish",
  "steward:privacy",
];
const json = { "content-type": "application/json" };
const door = "/graphql/authenticated";
const bearing = async (account: string) => ({ authorization: `Bearer ${await hub.tokenFor(account)}` });
const askAs = async (account: string, query: string, variables?: unknown): Promise<Knocked> =>
  ask(hub.address, query, variables, { door, headers: await bearing(account) });
const codesOf = ({ errors }: Knocked): string[] => errors.map(({ extensions }) => extensions.code);
const leaks =
  /127\.0\.0\.1|localhost|SELECT|constraint|relation|_published|\bat .*\.[jt]s|node_modules|serviceName|stacktrace|Did you mean|ECONN/i;
const submissionOf = async (establishment: string): Promise<string> => {
  const [row] = await hub.database.query<{ id: string }>(
    "SELECT id FROM quality_indicators.submission WHERE establishment = $1 AND campaign = '2025-2026'",
    [establishment],
  );
  return row!.id;
};

describe("a field that is not the caller's", () => {
  const field = {
    type: "Query",
    name: "submissions",
    values: '(campaign: "2025-2026")',
    rest: " { id establishment { code } }",
  };

  it.each(everyWay.map((way) => [way.name, way] as const))(
    "is refused alike at both doors: %s",
    async (_, way) => {
      const { selection, fragments } = way.write(field, () => `f${(named += 1)}`);
      const query = `{ ${selection} }${fragments}`;
      const refused = await askAs("researcher", query);
      expect({ codes: codesOf(refused), found: JSON.stringify(refused.data) }).toEqual({
        codes: ["NOT_ALLOWED"],
        found: expect.not.stringContaining("code"),
      });
      const unknown = await ask(hub.address, query);
      expect({ codes: [...new Set(codesOf(unknown))], data: unknown.data }).toEqual({
        codes: ["GRAPHQL_VALIDATION_FAILED"],
        data: undefined,
      });
      expect(unknown.text).not.toMatch(leaks);
    },
  );
  let named = 0;

  it("is not reached as an entity: neither door knows the questions that subgraphs answer", async () => {
    for (const query of [
      "{ _service { sdl } }",
      'query { _entities(representations: [{ __typename: "Submission", id: "x" }]) { __typename } }',
      "{ admissions { subject } }",
    ])
      for (const answer of [await ask(hub.address, query), await askAs("steward:privacy", query)]) {
        expect(new Set(codesOf(answer))).toEqual(new Set(["GRAPHQL_VALIDATION_FAILED"]));
        expect(answer.text).not.toMatch(leaks);
      }
  });

  it("has no name for who shows no token", async () => {
    const names = "{ __schema { types { name } } }";
    expect((await ask(hub.address, names, undefined, { door })).status).toBe(401);
    const { text } = await ask(hub.address, names);
    expect(text).toContain('"Establishment"');
    expect(text).not.toMatch(/"(Submission|Credential|AccessAgreement|PartnerRecord|Caller)/);
  });
});

describe("what belongs to another establishment", () => {
  // Byte for byte the same but for the id that was asked and the number of the request.
  const told = async (query: string, id: string) => {
    const { status, text, errors } = await askAs("establishment:chum", query, { id });
    return { status, text: text.replaceAll(id, "*").replace(errors[0]?.extensions.requestId ?? "?", "#") };
  };
  const nobody = "00000000-0000-4000-8000-000000000000";

  it.each([
    "query ($id: ID!) { submission(id: $id) { id answers { number } } }",
    'mutation ($id: ID!) { withdrawSubmission(id: $id, reason: "essai") { id } }',
  ])("answers as what does not exist: %s", async (query) => {
    const foreign = await told(query, await submissionOf("icm"));
    expect(foreign).toEqual(await told(query, nobody));
    expect(foreign.text).toContain('"SUBMISSION_NOT_FOUND"');
  });

  it("answers as what does not exist: the chain of its history", async () => {
    const query = "query ($id: String!) { auditTrail(subject: $id) { edges { cursor } } }";
    const foreign = await told(query, "icm");
    expect(foreign).toEqual(await told(query, "nul"));
    expect(foreign.text).toContain('"edges":[]');
    expect((await told(query, "chum")).text).toContain('"cursor"');
  });

  it("is in no list, nor behind one", async () => {
    const { data, text } = await askAs(
      "establishment:chum",
      '{ submissions { establishment { code } audit { actor } } auditTrail(subject: "chum") { edges { node { receipt } } } }',
    );
    const codes = (data?.submissions as { establishment: { code: string } }[]).map(
      ({ establishment }) => establishment.code,
    );
    expect(new Set(codes)).toEqual(new Set(["chum"]));
    expect(text).not.toMatch(/"(establishment:)?icm|"icm\//);
  });
});

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
        door,
        headers: { ...hostile.headers, ...(await bearing("establishment:chum")) },
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
      (await knock(hub.address, { door, method: "GET", search, headers: await bearing("researcher") }))
        .status,
    ).toBe(404);
  });

  it("is told in short, at both doors, when hundreds of its values are of a wrong type; one is told with its place", async () => {
    const trend =
      'query ($of: [String!]) { qualityIndicator(code: "IQP-06") { trend(campaigns: $of) { __typename } } }';
    const wrong = (count: number) => Array.from({ length: count }, () => ({ question: 1, number: "un" }));
    const plans = hub.plans.length;
    for (const answer of [
      await ask(hub.address, trend, { of: Array.from({ length: 499 }, () => 1) }),
      await askAs("establishment:chum", pushMutation, { input: aPush({ answers: wrong(5_000) }) }),
    ]) {
      expect({ status: answer.status, codes: codesOf(answer) }).toEqual({
        status: 400,
        codes: ["BAD_REQUEST"],
      });
      expect(answer.text.length).toBeLessThan(1_000);
    }
    const one = await askAs("establishment:chum", pushMutation, { input: aPush({ answers: wrong(1) }) });
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
  const required: Readonly<Record<string, string>> = {
    partnerRecords: 'release: "partenaires-demo-1", ',
    auditTrail: 'subject: "chum", ',
  };

  it("is asked of these lists", () => {
    expect(paged.sort()).toEqual([
      "auditTrail",
      "credentials",
      "partnerRecords",
      "releaseReads",
      "researchPartnerships",
    ]);
  });

  it.each(paged)("is never as long as one likes, nor shorter than nothing: %s", async (name) => {
    for (const first of [999_999, 2_147_483_647, -1])
      for (const written of [String(first), "$n"]) {
        const query = `query ${written === "$n" ? "($n: Int!)" : ""} { ${name}(${required[name] ?? ""}first: ${written}) { edges { cursor } } }`;
        const answers = await Promise.all(accounts.map((account) => askAs(account, query, { n: first })));
        const pages = answers.flatMap(
          ({ data }) => (data?.[name] as { edges: unknown[] } | null | undefined) ?? [],
        );
        expect(pages.every(({ edges }) => edges.length <= longestPage)).toBe(true);
        if (first < 0 || name !== "partnerRecords") expect(pages).toEqual([]);
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
    expect((await askAs("researcher", records(own!))).errors).toEqual([]);
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
      expect(codesOf(await askAs("researcher", records(after)))).toEqual(["INVALID_CURSOR"]);
    expect(
      codesOf(
        await askAs(
          "establishment:chum",
          `{ auditTrail(subject: "chum", after: "${open}") { edges { cursor } } }`,
        ),
      ),
    ).toEqual(["INVALID_CURSOR"]);
    expect(
      codesOf(
        await askAs(
          "steward:collect",
          `{ auditTrail(subject: "icm", after: "${chain}") { edges { cursor } } }`,
        ),
      ),
    ).toEqual(["INVALID_CURSOR"]);
    expect(
      codesOf(await ask(hub.address, `{ researchPartnerships(after: "${own}") { edges { cursor } } }`)),
    ).toEqual(["INVALID_CURSOR"]);
    expect((await askAs("researcher:entente-demo-2", records(own!))).data?.partnerRecords ?? null).toBeNull();
  });
  const endCursors = async (account: string, query: string): Promise<string[]> => {
    const { data } = await askAs(account, query);
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
        const answers = await Promise.all(accounts.map((account) => askAs(account, query, { value })));
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

describe("who carries what is no token of theirs", () => {
  it("is nobody: the hub's own signature on a request opens no door", async () => {
    const body = JSON.stringify({ query: "{ me { audience } }" });
    for (const caller of ["hub", "public"] as const) {
      const hop = signHop(suiteHopSecrets, {
        subgraph: "partners",
        requestId: "r",
        caller,
        token: null,
        body,
      });
      for (const headers of [
        { authorization: `Bearer ${hop}` },
        { [hopHeader]: hop },
        { "x-user-scopes": "steward:privacy" },
      ]) {
        const answer = await knock(hub.address, {
          door,
          headers: { ...json, ...headers } as Record<string, string>,
          body,
        });
        expect({ status: answer.status, codes: codesOf(answer) }).toEqual({
          status: 401,
          codes: ["UNAUTHENTICATED"],
        });
      }
    }
  });

  it("reads nothing under the name of an agreement or an establishment that does not exist", async () => {
    const records = await askAs(
      "researcher:entente-inconnue",
      '{ partnerRecords(release: "partenaires-demo-1", first: 1) { edges { cursor } } }',
    );
    expect({ codes: codesOf(records), data: records.data }).toEqual({ codes: ["NO_AGREEMENT"], data: null });
    const figures = await askAs("establishment:nulle-part", "{ submissions { id } }");
    expect({ codes: codesOf(figures), data: figures.data }).toEqual({ codes: [], data: { submissions: [] } });
  });

  it("gets one token for an assertion that fifty show at once", async () => {
    const issuer = `${hub.address}/oidc`;
    const assertion = await clientAssertion({
      clientId: "steward:privacy",
      key: await developmentClientKey(hub.dataDir),
      audience: issuer,
    });
    const shown = await Promise.all(
      Array.from({ length: 50 }, () =>
        fetch(`${issuer}/token`, { method: "POST", body: tokenRequest(assertion, "steward:privacy") }),
      ),
    );
    expect(shown.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  });
});

describe("personal data", () => {
  it("in a roster has no way in: no mutation takes a roster yet; the first one that does belongs in this table", () => {
    const mutations = Object.keys(authenticatedSchema.getMutationType()!.getFields());
    expect(mutations.filter((name) => /roster|partner|engagement/i.test(name))).toEqual([]);
  });

  it("in a text of the yearly figures is told with its place and sentence, and once confirmed shown to its office and the collection only", async () => {
    const account = "establishment:ciusss-estrie-chus";
    const text = "Le bureau avance. Écrire à Mme Xattaquex, 514 555-0199.";
    const push = async (mode: string, comment?: string) => {
      const { data } = await askAs(account, pushMutation, {
        input: aPush({ mode, answers: fullAnswers({ D: { text, ...(comment ? { comment } : {}) } }) }),
      });
      return data?.submitYearlyFigures as {
        status: string;
        issues: { rule: string; path: string; message: string }[];
        submission: { id: string } | null;
      };
    };
    const warned = await push("DRY_RUN");
    const about = warned.issues.filter(({ rule }) => rule === "V19");
    expect(about.map(({ message }) => message).join()).toContain("« Écrire à Mme Xattaquex, 514 555-0199. »");
    expect(about.every(({ path }) => /^answers\[\d+\]\.text$/.test(path))).toBe(true);
    expect((await push("SUBMIT")).status).toBe("REJECTED");
    const sent = await push("SUBMIT", "Nous confirmons ce texte.");
    expect(sent.status).toBe("ACCEPTED_WITH_WARNINGS");
    const query = "query ($id: ID!) { submission(id: $id) { answers { question text } } }";
    for (const reader of [account, ...accounts]) {
      const answer = await askAs(reader, query, { id: sent.submission?.id });
      expect({ reader, isShown: answer.text.includes("Xattaquex") }).toEqual({
        reader,
        isShown: [account, "steward:collect"].includes(reader),
      });
    }
  });
});
