import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDay } from "../../../test/harness/database.js";
import { aResearcher, aSteward } from "../../../test/harness/subgraph.js";
import { aPush, fullAnswers, pushMutation } from "./testing/a-push.js";
import { aCollection, type Collection } from "./testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());
beforeEach(() => hub.forget());

const push = (changes?: Record<string, unknown>) => hub.push(changes);
const send = (input: object) => hub.send(input);
const ask: Collection["ask"] = (...question) => hub.ask(...question);
const writingNothing: Collection["writingNothing"] = (work) => hub.writingNothing(work);
describe("conflicts", () => {
  it("never lets a stale push overwrite a newer one, and tells question by question what differs and since when", async () => {
    await push();
    hub.setClock(new Date("2026-05-05T14:00:00Z"));
    await push({ baseRevision: 1, answers: fullAnswers({ B6: { number: 55 } }) });
    hub.setClock(new Date("2026-05-06T14:00:00Z"));
    const stale = await writingNothing(() =>
      push({ baseRevision: 1, answers: fullAnswers({ B6: { number: 44 }, D: { text: "Fiers" } }) }),
    );
    expect(stale).toMatchObject({
      status: "CONFLICT",
      revision: 2,
      receipt: null,
      submission: { revision: 2 },
    });
    expect(stale.issues).toContainEqual(expect.objectContaining({ rule: "V25", path: "baseRevision" }));
    expect(stale.difference).toContainEqual({
      question: "B6",
      yours: "44",
      current: "55",
      changedAt: "2026-05-05T14:00:00.000Z",
    });
    expect(stale.difference.map(({ question }) => question).sort()).toEqual(["B6", "D"]);
  });

  it("takes a first push for a conflict once there is a revision", async () => {
    await push();
    expect(await writingNothing(() => push())).toMatchObject({
      status: "CONFLICT",
      revision: 1,
      difference: [],
    });
  });

  it("applies one of two pushes that start from the same revision at the same time", async () => {
    await push();
    const [left, right] = await Promise.all([
      push({ baseRevision: 1, answers: fullAnswers({ B6: { number: 50 } }) }),
      push({ baseRevision: 1, answers: fullAnswers({ B6: { number: 60 } }) }),
    ]);
    expect([left.status, right.status].sort()).toEqual(["ACCEPTED", "CONFLICT"]);
  });
});

describe("idempotency keys", () => {
  it("answers the same push again byte for byte, whatever happened since, and says that it was replayed", async () => {
    const input = aPush();
    const first = await send(input);
    expect(first.extensions).toBeUndefined();
    await push({ baseRevision: 1, answers: fullAnswers({ B6: { number: 55 } }) });
    hub.setClock(new Date("2028-01-01T00:00:00Z"));
    const again = await writingNothing(() => send({ ...input, reason: null }));
    expect(JSON.stringify(again.data)).toBe(JSON.stringify(first.data));
    expect(again.extensions).toEqual({ replayed: true });
  });

  it("applies one revision when the same push arrives ten times at once", async () => {
    const input = aPush();
    const before = await hub.rows();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(input)));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(answers.filter(({ extensions }) => extensions?.replayed)).toHaveLength(9);
    expect(await hub.rows()).toEqual([
      before[0]! + 1,
      before[1]! + 1,
      before[2]! + 1,
      before[3]! + 2,
      before[4]!,
      before[5]!,
    ]);
  });

  it("refuses a key that served for other figures", async () => {
    const input = aPush();
    await send(input);
    const { data, errors } = await writingNothing(() =>
      send({ ...input, answers: fullAnswers({ B6: { number: 41 } }) }),
    );
    expect(data).toBeNull();
    expect(errors![0]!.extensions).toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED", place: "idempotencyKey" });
  });

  it("leaves the key of a rejected push free for the mended one", async () => {
    const idempotencyKey = "une-seule-clé";
    expect(await push({ idempotencyKey, answers: fullAnswers({ B6: null }) })).toMatchObject({
      status: "REJECTED",
    });
    expect(await push({ idempotencyKey })).toMatchObject({ status: "ACCEPTED" });
  });
});

describe("refusals of the whole request", () => {
  it.each([
    ["a campaign that is closed", {}, "CAMPAIGN_NOT_OPEN", "campaign", new Date("2027-06-01T00:00:00Z")],
    [
      "a campaign that is not open yet",
      {},
      "CAMPAIGN_NOT_OPEN",
      "campaign",
      new Date("2026-01-01T00:00:00Z"),
    ],
    ["the campaign of 2024", { campaign: "2024" }, "CAMPAIGN_NOT_OPEN", "campaign", testDay],
    ["an unknown campaign", { campaign: "1999" }, "UNKNOWN_CODE", "campaign", testDay],
    ["an empty key", { idempotencyKey: " " }, "INVALID_ARGUMENT", "idempotencyKey", testDay],
    ["a key with a null character", { idempotencyKey: "a\0" }, "INVALID_ARGUMENT", "idempotencyKey", testDay],
    [
      "a thousand answers",
      { answers: Array(1_000).fill({ question: "B2", text: "x" }) },
      "INVALID_ARGUMENT",
      "answers",
      testDay,
    ],
    [
      "an answer with a hundred thousand choices",
      { mode: "DRY_RUN", answers: [{ question: "C3", choices: Array(100_000).fill("x") }] },
      "INVALID_ARGUMENT",
      "answers[0].choices",
      testDay,
    ],
    [
      "a question's code of a million letters",
      { answers: [{ question: "B".repeat(1_000_000), number: 1 }] },
      "INVALID_ARGUMENT",
      "answers[0].question",
      testDay,
    ],
    [
      "a text of a hundred thousand letters",
      { answers: [{ question: "D", text: "a".repeat(100_000) }] },
      "INVALID_ARGUMENT",
      "answers[0].text",
      testDay,
    ],
    [
      "an endless code of establishment",
      { establishment: "e".repeat(1_000) },
      "INVALID_ARGUMENT",
      "establishment",
      testDay,
    ],
  ])("refuses %s and writes nothing", async (_title, changes, code, place, day) => {
    hub.setClock(day);
    const { errors } = await writingNothing(() => send(aPush(changes)));
    expect(errors![0]!.extensions).toMatchObject({ code, place });
    expect(hub.hidden).toEqual([]);
  });

  it.each([
    ["a researcher", aResearcher("entente-demo-1")],
    ["a steward who does not collect", aSteward("steward:publish")],
    ["nobody known", undefined],
  ])("refuses a push by %s", async (_who, principal) => {
    const { errors } = await writingNothing(() => ask(pushMutation, { input: aPush() }, principal));
    expect(errors![0]!.extensions).toMatchObject({ code: "NOT_ALLOWED" });
  });
});
