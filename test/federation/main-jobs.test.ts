import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type Form, type TestHub } from "../harness/hub.js";
import { estrieAnswers } from "./estrie-answers.js";

interface Seen {
  value: number | null;
  status: string;
  reason: string | null;
  origin: string;
  vintage: string | null;
  unit: string;
  basis: string;
  provenance: { document: string; section: string; quote: string | null };
  contradictions: { id: string; sides: { value: string; section: string }[] }[];
}

/** An answer but for the number of its request, which no two share. */
const withoutNumber = (answer: object): unknown =>
  JSON.parse(JSON.stringify(answer, (name, value: unknown) => (name === "requestId" ? undefined : value)));

const observationsOf = `query Observations($indicator: String!, $campaign: String!, $asOf: Date) {
  qualityIndicator(code: $indicator) {
    observations(campaign: $campaign, level: PROVINCE, asOf: $asOf) {
      value status reason origin vintage unit basis
      provenance { document section quote }
      contradictions { id sides { value section } }
    }
  }
}`;

const push = `mutation Push($input: YearlyFiguresInput!) {
  submitYearlyFigures(input: $input) {
    status revision receipt submission { id } issues { rule severity question path message(lang: FR) }
  }
}`;

interface Pushed {
  submitYearlyFigures: {
    status: string;
    revision: number | null;
    receipt: string | null;
    submission: { id: string } | null;
    issues: { rule: string; question: string | null }[];
  };
}

const estrie = "establishment:ciusss-estrie-chus";
const input = (more: object = {}) => ({
  campaign: "2025-2026",
  establishment: "ciusss-estrie-chus",
  idempotencyKey: "annee-2025-2026",
  mode: "SUBMIT",
  noticeVersion: "2025-2026-2",
  answers: estrieAnswers(),
  ...more,
});

describe.each<Form>(["in process", "over HTTP"])("the three main jobs, subgraphs %s", (form) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await aHub(form);
  }, 60_000);
  afterAll(() => hub?.close());

  const observe = async (indicator: string, campaign: string, asOf?: string): Promise<Seen[]> => {
    const { data, errors } = await hub.ask<{ qualityIndicator: { observations: Seen[] } }>(observationsOf, {
      variables: { indicator, campaign, asOf },
    });
    expect(errors).toBeUndefined();
    return data!.qualityIndicator.observations;
  };

  it("answers the portal with 892 active partners and, beside it, the 860 of the other section", async () => {
    const seen = await observe("IQP-06", "2024");
    const published = seen.filter(({ origin }) => origin === "PUBLISHED");
    expect(published.map(({ value }) => value)).toEqual([892, 860]);
    expect(seen[0]).toBe(published[0]);
    expect(published.every(({ contradictions }) => contradictions.some(({ id }) => id === "K2"))).toBe(true);
    expect(published[0]?.provenance).toMatchObject({ document: "P", quote: expect.stringContaining("892") });
    expect(seen.find(({ origin }) => origin === "SYNTHETIC")).toMatchObject({
      value: 892,
      vintage: "2024.1",
    });
  });

  it("shows an establishment with its region, office, committees and research partnerships", async () => {
    const { data, errors } = await hub.ask<{ establishment: Record<string, unknown> }>(
      `{ establishment(code: "ciusss-estrie-chus") {
           name { fr } region { code name { fr } } partnershipOffice { names { label } }
           userCommittees { kind origin } researchPartnerships { title { fr } establishments { code region { code } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data!.establishment).toMatchObject({
      region: { code: "RSS-05", name: { fr: "Estrie" } },
      userCommittees: expect.arrayContaining([expect.objectContaining({ origin: "SYNTHETIC" })]),
    });
  });

  it("takes an establishment's year, keeps it from the others, and publishes it with two other people", async () => {
    const before = await observe("IQP-06", "2025-2026");
    expect(before.filter(({ status }) => status === "OBSERVED")).toEqual([]);

    const pushed = await hub.ask<Pushed>(push, { account: estrie, variables: { input: input() } });
    expect(pushed.errors).toBeUndefined();
    expect(pushed.data!.submitYearlyFigures).toMatchObject({ status: "ACCEPTED", revision: 1 });
    const id = pushed.data!.submitYearlyFigures.submission!.id;
    const again = await hub.ask<Pushed>(push, { account: estrie, variables: { input: input() } });
    expect(JSON.stringify(again.data)).toBe(JSON.stringify(pushed.data));
    expect(pushed.extensions).toBeUndefined();

    const read = `query Read($id: ID!) { submission(id: $id) { id state } submissions(campaign: "2025-2026") { id } }`;
    const other = await hub.ask(read, { account: "establishment:chum", variables: { id } });
    const unknown = "00000000-0000-4000-8000-000000000000";
    expect(other.data).toMatchObject({ submission: null });
    expect(JSON.stringify(other)).not.toContain(id);
    const nobodys = await hub.ask(read, { account: "establishment:chum", variables: { id: unknown } });
    expect(withoutNumber(nobodys)).toEqual(withoutNumber(other));

    const approve = `mutation Approve($id: ID!) { approveSubmission(id: $id) { state } }`;
    const publish = `mutation Publish { publishCampaign(campaign: "2025-2026", reason: "Première publication") { vintage } }`;
    expect(
      (await hub.ask(approve, { account: estrie, variables: { id } })).errors?.[0]?.extensions?.code,
    ).toBe("NOT_ALLOWED");
    expect((await hub.ask(approve, { account: "steward:collect", variables: { id } })).data).toEqual({
      approveSubmission: { state: "APPROVED" },
    });
    expect((await hub.ask(publish, { account: "steward:collect" })).errors?.[0]?.extensions?.code).toBe(
      "NOT_ALLOWED",
    );
    expect((await hub.ask(publish, { account: "steward:publish" })).data).toEqual({
      publishCampaign: { vintage: "2025-2026.1" },
    });

    const [after] = (await observe("IQP-06", "2025-2026")).filter(({ status }) => status === "OBSERVED");
    const [expected] = await hub.database.query<{ sum: string }>(
      `SELECT sum((answer->>'number')::numeric) AS sum
         FROM quality_indicators.submission s
         JOIN quality_indicators.submission_revision r ON r.submission = s.id AND r.revision = s.current_revision,
              jsonb_array_elements(r.responses) response, jsonb_array_elements(response) answer
        WHERE s.campaign = '2025-2026' AND answer->>'question' = 'B7'`,
    );
    expect(after).toMatchObject({
      origin: "SYNTHETIC",
      vintage: "2025-2026.1",
      value: Number(expected?.sum),
    });
  });

  it("says of an answer to a push that it was given before", async () => {
    const again = await hub.ask<Pushed>(push, { account: estrie, variables: { input: input() } });
    expect(again.data!.submitYearlyFigures).toMatchObject({ status: "ACCEPTED", revision: 1 });
    expect(again.extensions).toEqual({ replayed: true });
  });

  it("takes a vintage that discloses out of every answer, when a second person asks for it", async () => {
    const withdraw = `mutation { withdrawVintage(vintage: "2025-2026.1", reason: "Une valeur désigne un bureau.") { isWithdrawn } }`;
    const ask = async (account: string) => {
      const { data, errors } = await hub.ask(withdraw, { account });
      return errors?.[0]?.extensions?.code ?? data;
    };
    expect(await ask("steward:collect")).toBe("NOT_ALLOWED");
    expect(await ask("steward:publish")).toEqual({ withdrawVintage: { isWithdrawn: false } });
    expect(await ask("steward:publish")).toBe("SAME_PERSON");
    expect((await observe("IQP-06", "2025-2026")).map(({ status }) => status)).toContain("OBSERVED");
    expect(await ask("steward:privacy")).toEqual({ withdrawVintage: { isWithdrawn: true } });
    for (const asOf of [undefined, hub.today])
      expect(await observe("IQP-06", "2025-2026", asOf)).toEqual([
        expect.objectContaining({ status: "WITHDRAWN", value: null, vintage: "2025-2026.1" }),
      ]);
  });

  it("tells a steward who has sent and who is missing, and an establishment where it stands itself", async () => {
    const completeness = `{ completeness(campaign: "2025-2026") { universes { universe total { expected received missing { establishment { code name { fr } } } } } } }`;
    interface Counted {
      completeness: {
        universes: { universe: number; total: { expected: number; received: number; missing: object[] } }[];
      };
    }
    const { data } = await hub.ask<Counted>(completeness, { account: "steward:collect" });
    const [of35] = data!.completeness.universes;
    expect(of35).toMatchObject({ universe: 35, total: { expected: 35, received: 21 } });
    expect(of35?.total.missing).toContainEqual({
      establishment: {
        code: "cisss-iles",
        name: { fr: "Centre intégré de santé et de services sociaux des Îles" },
      },
    });
    const own = await hub.ask<Counted>(completeness, { account: estrie });
    expect(own.data!.completeness.universes.map(({ total }) => total)).toEqual([
      { expected: 1, received: 1, missing: [] },
      { expected: 1, received: 1, missing: [] },
    ]);
  });

  it("tells every problem of a push at once and writes nothing", async () => {
    const rows = () =>
      hub.database.query<{ count: string }>("SELECT count(*) FROM quality_indicators.submission_revision");
    const before = await rows();
    const { data } = await hub.ask<Pushed>(push, {
      account: "establishment:cisss-iles",
      variables: {
        input: input({
          establishment: "cisss-iles",
          idempotencyKey: "essai",
          answers: [
            { question: "B3", choices: ["FOREVER"] },
            { question: "Z9", number: 1 },
            { question: "B6", number: 1.5 },
          ],
        }),
      },
    });
    const { status, issues } = data!.submitYearlyFigures;
    expect(status).toBe("REJECTED");
    expect(issues.map(({ question }) => question)).toEqual(expect.arrayContaining(["B3", "Z9", "B6", "B7"]));
    expect(await rows()).toEqual(before);
  });

  it("gives a researcher the whole release by pages, and no one else", async () => {
    const records = `query Records($after: String) { partnerRecords(release: "partenaires-demo-1", first: 500, after: $after) {
      totalCount edges { node { rowId } } pageInfo { hasNextPage endCursor } } }`;
    interface Page {
      partnerRecords: {
        totalCount: number;
        edges: { node: { rowId: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    }
    const seen = new Set<string>();
    let after: string | null = null;
    let total: number;
    do {
      const page: { data?: Page | null } = await hub.ask<Page>(records, {
        account: "researcher",
        variables: { after },
      });
      const found: Page["partnerRecords"] = page.data!.partnerRecords;
      found.edges.forEach(({ node }) => seen.add(node.rowId));
      total = found.totalCount;
      after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.size).toBe(total);
    const roster = await hub.database.query<{ count: string }>("SELECT count(*) FROM partners.partner");
    expect(total / Number(roster[0]?.count)).toBeGreaterThanOrEqual(0.85);
    for (const account of ["establishment:chum", "steward:collect"]) {
      const refused = await hub.ask(records, { account });
      expect(refused.errors?.[0]?.extensions?.code).toBe("NOT_ALLOWED");
    }
  });

  it("does not know the authenticated fields at the public door, whatever token comes along", async () => {
    const response = await fetch(`${hub.address}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${await hub.tokenFor("steward:collect")}`,
      },
      body: JSON.stringify({ query: "{ submissions { id } }" }),
    });
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  });
});

describe("one subgraph that hangs", () => {
  it("costs its own fields after the time-out, not the whole answer", async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", () => resolve()));
    const { port } = silent.address() as AddressInfo;
    const hub = await aHub("in process", {
      SUBGRAPH_URL_USER_COMMITTEES: `http://127.0.0.1:${port}/graphql`,
    });
    const { data, errors } = await hub.ask(
      `{ establishment(code: "chum") { code userCommittees { kind } } }`,
    );
    await hub.close();
    silent.closeAllConnections();
    silent.close();
    expect(data).toEqual({ establishment: { code: "chum", userCommittees: null } });
    expect(errors).toMatchObject([
      { path: ["establishment", "userCommittees"], extensions: { code: "SUBGRAPH_UNAVAILABLE" } },
    ]);
  }, 30_000);
});

describe("one subgraph down", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await aHub("over HTTP");
  }, 60_000);
  afterAll(() => hub?.close());

  it("costs only its own fields: the rest answers, with an error that names the path and leaks no address", async () => {
    await hub.stopSubgraph("research-partnerships");
    const { data, errors } = await hub.ask<{ establishment: Record<string, unknown> }>(
      `{ establishment(code: "chum") { code region { code } userCommittees { kind } researchPartnerships { id } } }`,
    );
    expect(data!.establishment).toMatchObject({
      code: "chum",
      region: { code: "RSS-06" },
      researchPartnerships: null,
    });
    expect((data!.establishment.userCommittees as unknown[]).length).toBeGreaterThan(0);
    expect(errors).toEqual([
      expect.objectContaining({
        path: ["establishment", "researchPartnerships"],
        extensions: expect.objectContaining({ code: "SUBGRAPH_UNAVAILABLE" }),
      }),
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|research-partnerships|http/);
    // A gateway asks its parts four times a second at most.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const ready = await fetch(`${hub.address}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      expect.objectContaining({
        subgraphs: expect.objectContaining({
          "research-partnerships": "unavailable",
          establishments: "ready",
        }),
      }),
    ]);
    expect((await fetch(`${hub.address}/health/live`)).status).toBe(200);
  });
});
