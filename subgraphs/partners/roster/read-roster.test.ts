import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aPartner, aRosterHub, chum, estrie, type RosterHub } from "./testing/a-roster.js";

let hub: RosterHub;
beforeAll(async () => {
  hub = await aRosterHub();
}, 60_000);
afterAll(() => hub?.database.drop());
beforeEach(() => hub.forget());

const query = `query ($first: Int!, $after: String) { roster {
  establishment revision withdrawn statuses { status count }
  revisions { revision receipt status pushedAt counts { created left withdrawn } }
  partners(first: $first, after: $after) {
    edges { cursor node { localId status engagements { degree fromYear } } } pageInfo { hasNextPage endCursor } } } }`;

interface Answer {
  readonly roster: {
    readonly revisions: readonly { readonly receipt: string }[];
    readonly partners: {
      readonly edges: readonly { readonly node: { readonly localId: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  } | null;
}
const read = (first: number, after: string | null = null, principal = estrie) =>
  hub.ask<Answer>(query, { first, after }, principal);

describe("the roster that an establishment reads", () => {
  it("is nothing before anything was pushed", async () => {
    expect(await read(10)).toEqual({ data: { roster: null } });
  });

  it("tells its statuses, its revisions with their receipts and its partners, page by page; another's nothing", async () => {
    const rows = ["P-3", "P-1", "P-2"].map((id) => aPartner(id));
    const first = await hub.push({ rows });
    await hub.push({ baseRevision: 1, rows: [aPartner("P-1"), aPartner("P-3", { status: "PAUSED" })] });
    const { data } = await read(2);
    expect(data?.roster).toMatchObject({
      establishment: "ciusss-estrie-chus",
      revision: 2,
      withdrawn: 0,
      statuses: [
        { status: "ACTIVE", count: 1 },
        { status: "PAUSED", count: 1 },
        { status: "LEFT", count: 1 },
      ],
      revisions: [
        { revision: 2, status: "ACCEPTED", counts: { created: 0, left: 1 } },
        { revision: 1, receipt: first.receipt, pushedAt: "2026-05-04T14:00:00.000Z" },
      ],
    });
    const page = data!.roster!.partners;
    expect(page).toMatchObject({
      edges: [
        {
          node: {
            localId: "P-1",
            status: "ACTIVE",
            engagements: [{ degree: "COLLABORATION", fromYear: 2024 }],
          },
        },
        { node: { localId: "P-2", status: "LEFT" } },
      ],
      pageInfo: { hasNextPage: true },
    });
    const next = await read(2, page.pageInfo.endCursor);
    expect(next.data?.roster?.partners).toMatchObject({
      edges: [{ node: { localId: "P-3" } }],
      pageInfo: { hasNextPage: false },
    });
    expect((await read(2, null, chum)).data).toEqual({ roster: null });
    await hub.push({ establishment: "chum", rows: [aPartner("C-1")] }, chum);
    const foreign = await read(2, page.pageInfo.endCursor, chum);
    expect(foreign.errors?.[0]?.extensions).toMatchObject({ code: "INVALID_CURSOR", place: "after" });
  });

  it.each([0, 1_001])("refuses a page of %i", async (first) => {
    await hub.push();
    const { errors } = await read(first);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "INVALID_ARGUMENT", place: "first" });
  });

  it("takes as many statements for one partner as for a hundred", async () => {
    const cost = async (): Promise<number> => {
      const before = hub.statements.length;
      await read(1_000);
      return hub.statements.length - before;
    };
    await hub.push({ rows: [aPartner("P-1")] });
    const one = await cost();
    await hub.push({
      baseRevision: 1,
      rows: Array.from({ length: 100 }, (_, index) => aPartner(`P-${index}`)),
    });
    expect(await cost()).toBe(one);
  });
});
