import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aResearcher, aSteward } from "../../../test/harness/subgraph.js";
import { fullAnswers } from "./testing/a-push.js";
import { act, collector, eventsOf, protector, publisher, refused } from "./testing/an-act.js";
import { aCollection, type Collection, estrie } from "./testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());

const standing = "state revision approvedRevision approvedBy publishedRevision";
const approve = (id: string) => `approveSubmission(id: "${id}") { ${standing} }`;
const unapprove = (id: string, reason = "Le budget est à revoir.") =>
  `unapproveSubmission(id: "${id}", reason: "${reason}") { ${standing} }`;

describe("an approval taken back", () => {
  beforeEach(() => hub.forget());

  it("gives the submission back to its office with the reason, and takes it again once mended", async () => {
    const { id } = (await hub.push()).submission!;
    await act(hub, approve(id), collector);
    expect(await act(hub, unapprove(id), aSteward("steward:collect", "somebody else"))).toEqual({
      state: "RETURNED",
      revision: 1,
      approvedRevision: null,
      approvedBy: null,
      publishedRevision: null,
    });
    expect(await hub.push({ baseRevision: 1 })).toMatchObject({
      status: "ACCEPTED",
      submission: { state: "SUBMITTED", revision: 2 },
    });
    expect(await act(hub, approve(id), collector)).toMatchObject({ state: "APPROVED", approvedRevision: 2 });
    expect(await eventsOf(hub, id)).toEqual([
      "CREATED",
      "VALIDATED",
      "APPROVED",
      "UNAPPROVED Le budget est à revoir.",
      "REVISED",
      "VALIDATED",
      "APPROVED",
    ]);
  });

  it("is refused without a reason, in any other state, to other scopes, and for an id that does not exist", async () => {
    const { id } = (await hub.push()).submission!;
    expect(await refused(hub, unapprove(id, " "), collector)).toEqual({
      code: "INVALID_ARGUMENT",
      place: "reason",
    });
    expect(await refused(hub, unapprove(id), collector)).toEqual({ code: "WRONG_STATE", place: "id" });
    await act(hub, approve(id), collector);
    for (const caller of [publisher, protector, estrie, aResearcher(null)])
      expect(await refused(hub, unapprove(id), caller)).toMatchObject({ code: "NOT_ALLOWED" });
    expect(await refused(hub, unapprove("00000000-0000-4000-8000-000000000000"), collector)).toEqual({
      code: "SUBMISSION_NOT_FOUND",
      place: "id",
    });
    await act(hub, unapprove(id), collector);
    expect(await refused(hub, unapprove(id), collector)).toEqual({ code: "WRONG_STATE", place: "id" });
  });
});

describe("after a publication", () => {
  const correct = (baseRevision: number, B7: number, reason = "Recompté.") =>
    hub.push({ baseRevision, reason, answers: fullAnswers({ B6: { number: 60 }, B7: { number: B7 } }) });
  const publish = (reason: string) =>
    act<{ vintage: string }>(
      hub,
      `publishCampaign(campaign: "2025-2026", reason: "${reason}") { vintage }`,
      publisher,
    );

  it("takes back the correction only: the figures published before stay approved, by who approved them", async () => {
    await hub.forget();
    const { id } = (await hub.push()).submission!;
    await act(hub, approve(id), aSteward("steward:collect", "the first"));
    await publish("Première");
    expect(await refused(hub, unapprove(id), collector)).toEqual({ code: "WRONG_STATE", place: "id" });
    await correct(1, 41);
    await act(hub, approve(id), collector);
    expect(await act(hub, unapprove(id), collector)).toEqual({
      state: "RETURNED",
      revision: 2,
      approvedRevision: 1,
      approvedBy: "the first",
      publishedRevision: 1,
    });
    expect(
      await refused(
        hub,
        'publishCampaign(campaign: "2025-2026", reason: "Rien de neuf") { vintage }',
        publisher,
      ),
    ).toEqual({ code: "NOTHING_TO_PUBLISH", place: "campaign" });
    await correct(2, 42);
    await act(hub, approve(id), collector);
    expect(await publish("Correction")).toEqual({ vintage: "2025-2026.2" });
  });

  it("leaves nothing approved where the figures published before were withdrawn since", async () => {
    const [{ id }] = (await hub.database.query<{ id: string }>(
      "SELECT id FROM quality_indicators.submission WHERE establishment = 'ciusss-estrie-chus' AND campaign = '2025-2026'",
    )) as [{ id: string }];
    await act(hub, `withdrawSubmission(id: "${id}", reason: "Faux.") { id }`, estrie);
    await correct(3, 43, "De retour.");
    await act(hub, approve(id), collector);
    expect(await act(hub, unapprove(id), collector)).toMatchObject({
      state: "RETURNED",
      approvedRevision: null,
      publishedRevision: 3,
    });
  });
});
