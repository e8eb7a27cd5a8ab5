import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "../../shared/principal.js";
import { anEstablishmentPrincipal, aResearcher, aSteward } from "../../../test/harness/subgraph.js";
import { asCaller } from "../../shared/tenancy.js";
import { qualityIndicators } from "../index.js";
import { aCollection, type Collection, estrie } from "../submission/testing/collection.js";
import { hubChain, recordEvents } from "./audit-entry.repository.js";
import { AuditEvent } from "./audit-event.js";
import { takeUnwitnessedEvents } from "./testing/unwitnessed.js";

interface Trail {
  auditTrail: {
    edges: {
      cursor: string;
      node: { chain: string; sequence: number; event: string; receipt: string; subject: string | null };
    }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

let hub: Collection;
let submission: string;
let receipt: string;
const collector = aSteward("steward:collect");
const publisher = aSteward("steward:publish");

beforeAll(async () => {
  hub = await aCollection();
  const pushed = await hub.push();
  submission = pushed.submission!.id;
  receipt = pushed.receipt!;
  await takeUnwitnessedEvents(hub.database);
  const context = {
    principal: publisher,
    database: hub.database.of(qualityIndicators),
    clock: () => new Date("2026-05-04T15:00:00Z"),
  };
  await asCaller(context, (manager) =>
    recordEvents(manager, [
      {
        chain: hubChain,
        event: AuditEvent.INDICATOR_DEFINED,
        submission: null,
        revision: null,
        subject: "IQP-30",
        actor: "steward:publish",
        at: context.clock(),
        reason: "Demandé par la table.",
        vintage: null,
        beforeHash: null,
        afterHash: null,
      },
    ]),
  );
});
afterAll(() => hub.database.drop());

const query = `query ($subject: String!, $first: Int, $after: String) {
  auditTrail(subject: $subject, first: $first, after: $after) {
    edges { cursor node { chain sequence event at actor reason subject vintage revision receipt } }
    pageInfo { hasNextPage endCursor } } }`;
const withoutReason = query.replace(" reason ", " ");
const asked = (subject: string, principal: Principal, page: object = {}) =>
  hub.ask<Trail>(query, { subject, ...page }, principal);
const trailOf = async (subject: string, principal: Principal, page: object = {}) => {
  const { data, errors } = await asked(subject, principal, page);
  expect({ errors, hidden: hub.hidden }).toEqual({ errors: undefined, hidden: [] });
  return data!.auditTrail;
};
const eventsOf = async (subject: string, principal: Principal): Promise<string[]> =>
  (await trailOf(subject, principal)).edges.map(({ node }) => `${node.chain} ${node.event}`);

describe("the trail of a subject", () => {
  it("tells a steward of any scope what happened to a submission, oldest first, with receipts", async () => {
    for (const principal of [collector, publisher, aSteward("steward:privacy")]) {
      const { data, errors } = await hub.ask<Trail>(withoutReason, { subject: submission }, principal);
      expect(errors).toBeUndefined();
      const { edges } = data!.auditTrail;
      expect(edges.map(({ node }) => node.event)).toEqual(["CREATED", "VALIDATED"]);
      expect(edges.at(-1)!.node.receipt).toBe(receipt);
    }
  });

  it("keeps the reasons that an office wrote for itself and the collection, beside what else is told", async () => {
    for (const principal of [publisher, aSteward("steward:privacy")]) {
      const { data, errors } = await asked(submission, principal);
      expect(data!.auditTrail.edges.map(({ node }) => node)).toEqual([
        expect.objectContaining({ event: "CREATED", reason: null }),
        expect.objectContaining({ event: "VALIDATED", reason: null }),
      ]);
      expect(errors).toEqual([
        expect.objectContaining({
          path: ["auditTrail", "edges", 0, "node", "reason"],
          extensions: expect.objectContaining({ code: "NOT_ALLOWED" }),
        }),
        expect.objectContaining({ path: ["auditTrail", "edges", 1, "node", "reason"] }),
      ]);
    }
  });

  it("is asked by establishment, campaign, vintage and indicator", async () => {
    const ofEstrie = await eventsOf("ciusss-estrie-chus", collector);
    expect(ofEstrie.slice(-2)).toEqual(["ciusss-estrie-chus CREATED", "ciusss-estrie-chus VALIDATED"]);
    expect(new Set((await eventsOf("2024.1", collector)).map((event) => event.split(" ")[1]))).toEqual(
      new Set(["PUBLISHED"]),
    );
    const campaign = await trailOf("2025-2026", collector, { first: 200 });
    const [found] = await hub.database.query<{ count: number }>(
      `SELECT count(*)::integer FROM quality_indicators.audit_entry WHERE submission IN (
         SELECT id FROM quality_indicators.submission WHERE campaign = '2025-2026')`,
    );
    expect(campaign.edges).toHaveLength(found!.count);
    expect((await trailOf("IQP-30", collector)).edges.map(({ node }) => node)).toEqual([
      expect.objectContaining({
        chain: "HUB",
        sequence: 1,
        event: "INDICATOR_DEFINED",
        actor: "steward:publish",
        reason: "Demandé par la table.",
        subject: "IQP-30",
        revision: null,
      }),
    ]);
    expect(await eventsOf(hubChain, collector)).toEqual(["HUB INDICATOR_DEFINED"]);
  });

  it("shows an establishment its own chain only, whatever it asks for", async () => {
    expect(await eventsOf(submission, estrie)).toHaveLength(2);
    for (const subject of ["2025-2026", "2024.1", "ciusss-estrie-chus"]) {
      const { edges } = await trailOf(subject, estrie, { first: 200 });
      expect(new Set(edges.map(({ node }) => node.chain))).toEqual(new Set(["ciusss-estrie-chus"]));
    }
  });

  it("answers an establishment about another's, the hub's and what is not there in the same words", async () => {
    const icm = anEstablishmentPrincipal("icm");
    const answers = await Promise.all(
      [submission, "ciusss-estrie-chus", hubChain, "IQP-30", "nothing", "", "%"].map((subject) =>
        asked(subject, icm),
      ),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]!.data!.auditTrail).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it("is refused to researchers and to the public", async () => {
    for (const principal of [aResearcher("entente-demo-1"), undefined]) {
      const { errors } = await hub.ask(query, { subject: "2025-2026" }, principal);
      expect(errors![0]!.extensions!.code).toBe("NOT_ALLOWED");
    }
  });
});

describe("the pages of a trail", () => {
  it.each([1, 7, 50, 200])("walk it whole, each entry once, in pages of %i", async (first) => {
    const subject = first === 1 ? "ciusss-estrie-chus" : "2025-2026";
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo } = await trailOf(subject, collector, { first, after });
      seen.push(...edges.map(({ node }) => node.receipt));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    const whole = await trailOf(subject, collector, { first: 200 });
    expect(seen).toEqual(whole.edges.map(({ node }) => node.receipt));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each([0, -1, 201])("are refused with a size of %i", async (first) => {
    const { errors } = await asked("2025-2026", collector, { first });
    expect(errors![0]!.extensions).toMatchObject({ code: "INVALID_ARGUMENT", place: "first" });
  });

  it("are refused after a cursor that this list did not make", async () => {
    for (const after of ["", "x", Buffer.from("audit-entry:chum").toString("base64url")]) {
      const { errors } = await asked("2025-2026", collector, { after });
      expect(errors![0]!.extensions).toMatchObject({ code: "INVALID_CURSOR", place: "after" });
    }
  });

  it("are refused to an establishment after another's cursor, of its own entries as of those of the other", async () => {
    const { edges } = await trailOf("ciusss-estrie-chus", collector);
    const after = edges[0]!.cursor;
    for (const subject of ["icm", "ciusss-estrie-chus"]) {
      const { data, errors } = await asked(subject, anEstablishmentPrincipal("icm"), { after });
      expect(data?.auditTrail ?? null).toBeNull();
      expect(errors![0]!.extensions).toMatchObject({ code: "INVALID_CURSOR", place: "after" });
    }
    expect((await trailOf("ciusss-estrie-chus", collector, { after })).edges).toEqual(edges.slice(1));
  });

  it("cost as many statements for 200 entries as for one", async () => {
    const sent = async (first: number): Promise<number> => {
      const before = hub.statements.length;
      await trailOf("2025-2026", collector, { first });
      return hub.statements.length - before;
    };
    expect(await sent(200)).toBe(await sent(1));
  });
});
