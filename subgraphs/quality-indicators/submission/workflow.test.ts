import { afterAll, beforeAll, expect, it } from "vitest";
import { fullAnswers } from "./testing/a-push.js";
import { act, collector, publisher } from "./testing/an-act.js";
import { aCollection, type Collection, estrie } from "./testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());

const days = (day: number) => new Date(`2026-05-${String(day).padStart(2, "0")}T14:00:00Z`);
const active = (count: number) => ({ answers: fullAnswers({ B6: { number: 60 }, B7: { number: count } }) });
const approve = (id: string) => act(hub, `approveSubmission(id: "${id}") { state }`, collector);
const publish = (reason: string) =>
  act<{ vintage: string }>(
    hub,
    `publishCampaign(campaign: "2025-2026", reason: "${reason}") { vintage }`,
    publisher,
  );

interface Read {
  readonly value: number;
  readonly vintage: string;
}

/** What anybody reads of the active partners of 2025-2026, now or at the end of a day. */
async function read(asOf?: string): Promise<Read> {
  const { data } = await hub.ask<{ qualityIndicator: { observations: Read[] } }>(
    `query ($asOf: Date) { qualityIndicator(code: "IQP-06") { observations(campaign: "2025-2026", level: PROVINCE, asOf: $asOf) { value vintage } } }`,
    { asOf },
  );
  expect(data!.qualityIndicator.observations).toHaveLength(1);
  return data!.qualityIndicator.observations[0]!;
}

it("carries figures from a dry run to two publications and a withdrawal, and the audit tells every step in order", async () => {
  hub.setClock(days(5));
  expect(await hub.push({ mode: "DRY_RUN" })).toMatchObject({ status: "ACCEPTED", submission: null });
  const drafted = await hub.push({ mode: "DRAFT", answers: fullAnswers().slice(0, 5) });
  const { id } = drafted.submission!;
  hub.setClock(days(6));
  await hub.push({ baseRevision: 1, ...active(30) });
  await act(hub, `returnSubmission(id: "${id}", reason: "B7 semble bas.") { state }`, collector);
  await hub.push({ baseRevision: 2, ...active(36) });
  await approve(id);
  await act(hub, `unapproveSubmission(id: "${id}", reason: "Le bureau rappelle.") { state }`, collector);
  await hub.push({ baseRevision: 3, ...active(37) });
  await approve(id);
  hub.setClock(days(7));
  expect(await publish("Première")).toEqual({ vintage: "2025-2026.1" });
  const first = await read();

  hub.setClock(days(8));
  await hub.push({ baseRevision: 4, reason: "Trois de plus.", ...active(40) });
  expect(await read()).toEqual(first);
  await approve(id);
  hub.setClock(days(9));
  expect(await publish("Correction")).toEqual({ vintage: "2025-2026.2" });
  expect(await read()).toEqual({ value: first.value + 3, vintage: "2025-2026.2" });

  hub.setClock(days(10));
  await act(hub, `withdrawSubmission(id: "${id}", reason: "Mauvais fichier.") { state }`, estrie);
  expect(await read()).toEqual({ value: first.value + 3, vintage: "2025-2026.2" });
  hub.setClock(days(11));
  expect(await publish("Sans l'Estrie")).toEqual({ vintage: "2025-2026.3" });
  expect(await read()).toEqual({ value: first.value - 37, vintage: "2025-2026.3" });

  // The former vintages keep what they said, and a day in the past reads them.
  expect(await read("2026-05-07")).toEqual(first);
  expect(await read("2026-05-08")).toEqual(first);
  expect(await read("2026-05-09")).toEqual({ value: first.value + 3, vintage: "2025-2026.2" });
  expect(await read("2026-05-10")).toEqual({ value: first.value + 3, vintage: "2025-2026.2" });

  const { data } = await hub.ask<{
    submission: {
      state: string;
      revisions: { mode: string }[];
      audit: {
        event: string;
        revision: number;
        actor: string;
        reason: string | null;
        vintage: string | null;
      }[];
    };
  }>(
    "query ($id: ID!) { submission(id: $id) { state revisions { mode } audit { event revision actor reason vintage } } }",
    { id },
    estrie,
  );
  const sender = "user:ciusss-estrie-chus";
  expect(data!.submission.state).toBe("WITHDRAWN");
  expect(data!.submission.revisions.map(({ mode }) => mode)).toEqual([
    "DRAFT",
    ...Array<string>(4).fill("SUBMIT"),
  ]);
  expect(
    data!.submission.audit.map(({ event, revision, actor, reason, vintage }) => [
      event,
      revision,
      actor,
      reason,
      vintage,
    ]),
  ).toEqual([
    ["CREATED", 1, sender, null, null],
    ["REVISED", 2, sender, null, null],
    ["VALIDATED", 2, sender, null, null],
    ["RETURNED", 2, "steward:collect", "B7 semble bas.", null],
    ["REVISED", 3, sender, null, null],
    ["VALIDATED", 3, sender, null, null],
    ["APPROVED", 3, "steward:collect", null, null],
    ["UNAPPROVED", 3, "steward:collect", "Le bureau rappelle.", null],
    ["REVISED", 4, sender, null, null],
    ["VALIDATED", 4, sender, null, null],
    ["APPROVED", 4, "steward:collect", null, null],
    ["PUBLISHED", 4, "steward:publish", "Première", "2025-2026.1"],
    ["CORRECTED", 5, sender, "Trois de plus.", null],
    ["VALIDATED", 5, sender, "Trois de plus.", null],
    ["APPROVED", 5, "steward:collect", null, null],
    ["PUBLISHED", 5, "steward:publish", "Correction", "2025-2026.2"],
    ["WITHDRAWN", 5, sender, "Mauvais fichier.", null],
  ]);
});
