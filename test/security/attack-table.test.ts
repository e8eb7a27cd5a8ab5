import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hopHeader, signHop } from "../../subgraphs/shared/hop-token.js";
import {
  aPush,
  fullAnswers,
  pushMutation,
} from "../../subgraphs/quality-indicators/submission/testing/a-push.js";
import { clientAssertion, developmentClientKey } from "../../gateway/identity/client-assertion.js";
import { tokenRequest } from "../../gateway/identity/client-credentials.js";
import { aHub, type TestHub } from "../harness/hub.js";
import { suiteHopSecrets } from "../harness/lone-subgraph.js";
import { accounts, askAs, authenticatedDoor, codesOf, leaks } from "./ask-as.js";
import { ask, knock } from "./knock.js";
import { authenticatedSchema } from "./matrix/access-table.js";
import { everyWay } from "./matrix/ways.js";

/*
 * What strangers and neighbours try at the doors of one running hub. Beside these: subgraphs asked directly
 * (lone-subgraph), documents and bodies (guard, crafted-requests), tokens (hostile-tokens), assertions
 * (hostile-assertions), every field and every caller (matrix), secrets in logs (secrets).
 */
let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 120_000);
afterAll(() => hub?.close());

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
      const refused = await askAs(hub, "researcher", query);
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
      for (const answer of [await ask(hub.address, query), await askAs(hub, "steward:privacy", query)]) {
        expect(new Set(codesOf(answer))).toEqual(new Set(["GRAPHQL_VALIDATION_FAILED"]));
        expect(answer.text).not.toMatch(leaks);
      }
  });

  it("has no name for who shows no token", async () => {
    const names = "{ __schema { types { name } } }";
    expect((await ask(hub.address, names, undefined, { door: authenticatedDoor })).status).toBe(401);
    const { text } = await ask(hub.address, names);
    expect(text).toContain('"Establishment"');
    expect(text).not.toMatch(/"(Submission|Credential|AccessAgreement|PartnerRecord|Caller)/);
  });
});

describe("what belongs to another establishment", () => {
  // Byte for byte the same but for the id that was asked and the number of the request.
  const told = async (query: string, id: string) => {
    const { status, text, errors } = await askAs(hub, "establishment:chum", query, { id });
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
      hub,
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
          door: authenticatedDoor,
          headers: { "content-type": "application/json", ...headers } as Record<string, string>,
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
      hub,
      "researcher:entente-inconnue",
      '{ partnerRecords(release: "partenaires-demo-1", first: 1) { edges { cursor } } }',
    );
    expect({ codes: codesOf(records), data: records.data }).toEqual({ codes: ["NO_AGREEMENT"], data: null });
    const figures = await askAs(hub, "establishment:nulle-part", "{ submissions { id } }");
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
  it("in a roster is refused with its place, wherever it stands, and comes back in no answer", async () => {
    const mutations = Object.keys(authenticatedSchema.getMutationType()!.getFields());
    expect(mutations.filter((name) => /roster|partner|engagement/i.test(name))).toEqual([
      "pushPartnerRoster",
    ]);
    const push = (row: object) =>
      askAs(
        hub,
        "establishment:ciusss-estrie-chus",
        "mutation ($input: PartnerRosterInput!) { pushPartnerRoster(input: $input) { status receipt issues { rule path observed message } } }",
        {
          input: {
            establishment: "ciusss-estrie-chus",
            idempotencyKey: "attaque",
            mode: "SUBMIT",
            rows: [{ localId: "P-1", ...row }],
          },
        },
      );
    for (const text of ["jean@xattaquex.ca", "514 555-0199", "XATT57051299", "J1H", "1957-05-12"])
      for (const [row, path] of [
        [{ localId: text }, "rows[0].localId"],
        [{ gender: text }, "rows[0].gender"],
        [{ engagements: [{ role: text }] }, "rows[0].engagements[0].role"],
      ] as const) {
        const answer = await push(row);
        expect(answer.data?.pushPartnerRoster).toMatchObject({ status: "REJECTED", receipt: null });
        expect(answer.text).toContain(`{"rule":"P02","path":"${path}","observed":null`);
        expect(answer.text).not.toContain(text);
      }
    const unknown = await push({ nom: "Xattaquex" });
    expect({ status: unknown.status, codes: codesOf(unknown) }).toEqual({
      status: 400,
      codes: ["BAD_REQUEST"],
    });
    expect(unknown.text).toContain("input.rows[0]");
    expect(unknown.text).not.toContain("Xattaquex");
    const kept = await hub.database.query(
      "SELECT FROM partners.partner WHERE establishment = 'ciusss-estrie-chus' AND local_id = 'P-1'",
    );
    expect(kept).toEqual([]);
  });

  it("in a text of the yearly figures is told with its place and sentence, and once confirmed shown to its office and the collection only", async () => {
    const account = "establishment:ciusss-estrie-chus";
    const text = "Le bureau avance. Écrire à Mme Xattaquex, 514 555-0199.";
    const push = async (mode: string, comment?: string) => {
      const { data } = await askAs(hub, account, pushMutation, {
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
      const answer = await askAs(hub, reader, query, { id: sent.submission?.id });
      expect({ reader, isShown: answer.text.includes("Xattaquex") }).toEqual({
        reader,
        isShown: [account, "steward:collect"].includes(reader),
      });
    }
  });
});
