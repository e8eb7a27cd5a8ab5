import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aResearcher } from "../../../test/harness/subgraph.js";
import { act, chum, collector, eventsOf, protector, publisher, refused } from "./testing/an-act.js";
import { aCollection, type Collection, estrie } from "./testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());
beforeEach(() => hub.forget());

const standing = "state revision approvedRevision approvedBy";
const withdraw = (id: string, reason = "Envoyé par erreur.") =>
  `withdrawSubmission(id: "${id}", reason: "${reason}") { ${standing} }`;
const withdrawn = { state: "WITHDRAWN", revision: 1, approvedRevision: null, approvedBy: null };

/** A submission of Estrie's office in the state asked for; its id. */
async function aSubmission(state: "DRAFT" | "SUBMITTED" | "RETURNED" | "APPROVED"): Promise<string> {
  const { id } = (await hub.push({ mode: state === "DRAFT" ? "DRAFT" : "SUBMIT" })).submission!;
  if (state === "RETURNED")
    await act(hub, `returnSubmission(id: "${id}", reason: "Vérifiez.") { id }`, collector);
  if (state === "APPROVED") await act(hub, `approveSubmission(id: "${id}") { id }`, collector);
  return id;
}

describe("a withdrawal", () => {
  it.each(["DRAFT", "SUBMITTED", "RETURNED", "APPROVED"] as const)(
    "takes a submission in the state %s, by its establishment or by who collects, and tells why",
    async (state) => {
      for (const caller of [estrie, collector]) {
        await hub.forget();
        const id = await aSubmission(state);
        expect(await act(hub, withdraw(id), caller)).toEqual(withdrawn);
        expect((await eventsOf(hub, id)).at(-1)).toBe("WITHDRAWN Envoyé par erreur.");
      }
    },
  );

  it("takes published figures too: they stay in their vintage, and the next one is told to leave them out", async () => {
    const [{ id }] = (await hub.database.query<{ id: string }>(
      "SELECT id FROM quality_indicators.submission WHERE establishment = 'chum' AND campaign = '2024'",
    )) as [{ id: string }];
    const before = await hub.database.query(
      "SELECT * FROM quality_indicators_published.observation ORDER BY id",
    );
    expect(await act(hub, withdraw(id, "Mauvais fichier."), chum)).toEqual(withdrawn);
    expect(
      await hub.database.query("SELECT * FROM quality_indicators_published.observation ORDER BY id"),
    ).toEqual(before);
    const [kept] = await hub.database.query(
      "SELECT published_revision FROM quality_indicators.submission WHERE id = $1",
      [id],
    );
    expect(kept).toEqual({ published_revision: 1 });
    const { data } = await hub.ask<{ previewPublication: { leftOut: number; offices: number } }>(
      '{ previewPublication(campaign: "2024") { leftOut offices } }',
      {},
      publisher,
    );
    expect(data!.previewPublication).toEqual({ leftOut: 1, offices: 27 });
  });

  it("is refused without a reason, twice, to other scopes, and for a submission that is not the caller's", async () => {
    const id = await aSubmission("SUBMITTED");
    for (const reason of ["", "  ", "\\u0000", "x".repeat(2_001)])
      expect(await refused(hub, withdraw(id, reason), estrie)).toEqual({
        code: "INVALID_ARGUMENT",
        place: "reason",
      });
    for (const caller of [publisher, protector, aResearcher(null)])
      expect(await refused(hub, withdraw(id), caller)).toMatchObject({ code: "NOT_ALLOWED" });
    expect(await refused(hub, withdraw(id), chum)).toEqual({ code: "SUBMISSION_NOT_FOUND", place: "id" });
    for (const unknown of ["00000000-0000-4000-8000-000000000000", "x"])
      expect(await refused(hub, withdraw(unknown), estrie)).toEqual({
        code: "SUBMISSION_NOT_FOUND",
        place: "id",
      });
    await act(hub, withdraw(id), estrie);
    expect(await refused(hub, withdraw(id), estrie)).toEqual({ code: "WRONG_STATE", place: "id" });
    expect(await refused(hub, `approveSubmission(id: "${id}") { id }`, collector)).toEqual({
      code: "WRONG_STATE",
      place: "id",
    });
  });
});

describe("a push after a withdrawal", () => {
  it("makes the figures live again as a new revision, from the current one and with a reason", async () => {
    const id = await aSubmission("APPROVED");
    await act(hub, withdraw(id), estrie);
    const bare = await hub.writingNothing(() => hub.push({ baseRevision: 1 }));
    expect(bare).toMatchObject({
      status: "REJECTED",
      issues: [
        { rule: "V24", code: "REASON_NEEDED", path: "reason", message: expect.stringContaining("retirées") },
      ],
    });
    const stale = await hub.writingNothing(() => hub.push({ reason: "Retirés par erreur." }));
    expect(stale.status).toBe("CONFLICT");
    expect(await hub.push({ baseRevision: 1, reason: "Retirés par erreur." })).toMatchObject({
      status: "ACCEPTED",
      submission: { id, state: "SUBMITTED" },
      revision: 2,
    });
    expect(await eventsOf(hub, id)).toEqual([
      "CREATED",
      "VALIDATED",
      "APPROVED",
      "WITHDRAWN Envoyé par erreur.",
      "REVISED Retirés par erreur.",
      "VALIDATED Retirés par erreur.",
    ]);
  });

  it("waits for an approval of its own: what was approved before the withdrawal is not published again", async () => {
    const id = await aSubmission("APPROVED");
    const preview = async () =>
      (
        await hub.ask<{ previewPublication: { offices: number } }>(
          '{ previewPublication(campaign: "2025-2026") { offices } }',
          {},
          publisher,
        )
      ).data!.previewPublication.offices;
    expect(await preview()).toBe(21);
    await act(hub, withdraw(id), estrie);
    expect(await preview()).toBe(20);
    await hub.push({ baseRevision: 1, reason: "Retirés par erreur.", mode: "DRAFT" });
    await hub.push({ baseRevision: 2, reason: "Retirés par erreur." });
    expect(await preview()).toBe(20);
    expect(await act(hub, `approveSubmission(id: "${id}") { ${standing} }`, collector)).toMatchObject({
      state: "APPROVED",
      approvedRevision: 3,
    });
    expect(await preview()).toBe(21);
  });
});
