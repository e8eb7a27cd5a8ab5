import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anEstablishmentPrincipal, aResearcher, aSteward } from "../../../test/harness/subgraph.js";
import { aCollection, type Collection, estrie } from "./testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());
beforeEach(() => hub.forget());

const push = (changes?: Record<string, unknown>) => hub.push(changes);
const chum = anEstablishmentPrincipal("chum");
const ask: Collection["ask"] = (...question) => hub.ask(...question);
const writingNothing: Collection["writingNothing"] = (work) => hub.writingNothing(work);

describe("what another establishment sees", () => {
  it("nothing of it: not in the list, not by its id, not as an entity; the id answers as one that does not exist", async () => {
    const { id } = (await push()).submission!;
    const { data } = await ask<{ submissions: { establishment: { code: string } }[] }>(
      "{ submissions { establishment { code } } }",
      {},
      chum,
    );
    expect(new Set(data!.submissions.map(({ establishment }) => establishment.code))).toEqual(
      new Set(["chum"]),
    );
    const one = "query ($id: ID!) { submission(id: $id) { state answers { number } } }";
    const foreign = await ask(one, { id }, chum);
    const unknown = await ask(one, { id: "00000000-0000-4000-8000-000000000000" }, chum);
    expect(foreign.errors![0]!.extensions).toMatchObject({ code: "SUBMISSION_NOT_FOUND", place: "id" });
    expect(JSON.stringify(foreign)).toBe(JSON.stringify(unknown));
    const entities = "query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }";
    const hop = await ask(entities, { of: [{ __typename: "Submission", id }] }, chum);
    expect(hop.data).toEqual({ _entities: [null] });
    expect(hop.errors![0]!.message).not.toContain(id);
    hub.hidden.length = 0;
  });

  it("everything of its own, and a steward everything", async () => {
    await push();
    const query = '{ submissions(campaign: "2025-2026") { id } }';
    expect((await ask<{ submissions: object[] }>(query, {}, estrie)).data!.submissions).toHaveLength(1);
    expect(
      (await ask<{ submissions: object[] }>(query, {}, aSteward("steward:collect"))).data!.submissions,
    ).toHaveLength(21);
    expect((await ask(query, {}, aResearcher(null))).errors![0]!.extensions!.code).toBe("NOT_ALLOWED");
  });

  it("sends as many statements for every submission as for one", async () => {
    const query = (campaign: string) =>
      `{ submissions(campaign: "${campaign}") { id answers { question } revisions { revision } audit { event } } }`;
    const collector = aSteward("steward:collect");
    const count = async (work: () => Promise<unknown>): Promise<number> => {
      const before = hub.statements.length;
      await work();
      return hub.statements.length - before;
    };
    const forMany = await count(() => hub.ask(query("2024"), {}, collector));
    const forOne = await count(() => hub.ask(query("2024"), {}, anEstablishmentPrincipal("chum")));
    expect(forMany).toBe(forOne);
  });
});

describe("approval and return", () => {
  const decide = (mutation: string, id: string, principal: ReturnType<typeof aSteward>) =>
    ask<Record<string, { state: string }>>(
      `mutation ($id: ID!) { ${mutation} { state audit { event reason } } }`,
      { id },
      principal,
    );

  it("approves the current revision once, by somebody who did not send it", async () => {
    const { id } = (await push()).submission!;
    const sender = aSteward("steward:collect", estrie.subject!);
    const refused = await writingNothing(() => decide("approveSubmission(id: $id)", id, sender));
    expect(refused.errors![0]!.extensions).toMatchObject({ code: "SAME_PERSON" });
    const stale = await writingNothing(() =>
      decide("approveSubmission(id: $id, revision: 2)", id, aSteward("steward:collect")),
    );
    expect(stale.errors![0]!.extensions).toMatchObject({ code: "STALE_REVISION", place: "revision" });
    const { data } = await decide("approveSubmission(id: $id, revision: 1)", id, aSteward("steward:collect"));
    expect(data!.approveSubmission).toMatchObject({ state: "APPROVED" });
    const twice = await writingNothing(() =>
      decide("approveSubmission(id: $id)", id, aSteward("steward:collect")),
    );
    expect(twice.errors![0]!.extensions).toMatchObject({ code: "WRONG_STATE" });
  });

  it("returns a submission with its reason, and takes it again once mended", async () => {
    const { id } = (await push()).submission!;
    const { data } = await decide(
      'returnSubmission(id: $id, reason: "Vérifiez B6.")',
      id,
      aSteward("steward:collect"),
    );
    expect(data!.returnSubmission).toMatchObject({ state: "RETURNED" });
    expect(JSON.stringify(data)).toContain('{"event":"RETURNED","reason":"Vérifiez B6."}');
    expect(await push({ baseRevision: 1 })).toMatchObject({
      status: "ACCEPTED",
      revision: 2,
      submission: { state: "SUBMITTED" },
    });
  });

  it.each(["approveSubmission(id: $id)", 'returnSubmission(id: $id, reason: "non")'])(
    "refuses %s to every other scope, and for an id that does not exist",
    async (mutation) => {
      const { id } = (await push()).submission!;
      for (const principal of [
        aSteward("steward:publish"),
        aSteward("steward:privacy"),
        estrie,
        aResearcher(null),
      ]) {
        const { errors } = await writingNothing(() => decide(mutation, id, principal));
        expect(errors![0]!.extensions).toMatchObject({ code: "NOT_ALLOWED" });
      }
      for (const unknown of ["00000000-0000-4000-8000-000000000000", "pas-un-identifiant"]) {
        const { errors } = await decide(mutation, unknown, aSteward("steward:collect"));
        expect(errors![0]!.extensions).toMatchObject({ code: "SUBMISSION_NOT_FOUND", place: "id" });
      }
    },
  );
});
