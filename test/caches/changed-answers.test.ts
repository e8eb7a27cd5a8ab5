import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type Form, type TestHub } from "../harness/hub.js";
import { type AskedHub, get, questions, until, withCache } from "./questions.js";
import { aSecondHub } from "./second-hub.js";

const publish = `mutation { publishCampaign(campaign: "2025-2026", reason: "Première publication") { vintage } }`;
const withdraw = `mutation { withdrawVintage(vintage: "2024.1", reason: "Une valeur désigne un bureau.") { isWithdrawn } }`;

/** Everything that the tests ask, by a word for it. */
const portal = {
  glossary: [questions.glossary, {}],
  committees: [questions.committees, {}],
  "figures of 2024": [questions.observations, { campaign: "2024" }],
  "figures of 2025-2026": [questions.observations, { campaign: "2025-2026" }],
  "vintages of 2024": [questions.vintages, { campaign: "2024" }],
  "vintages of 2025-2026": [questions.vintages, { campaign: "2025-2026" }],
  campaigns: ["{ campaigns { code vintages { code status } } }", {}],
} as const;
type Word = keyof typeof portal;

const askedOf = (word: Word): readonly [string, Record<string, unknown>] => portal[word];
const isKept = async (hub: AskedHub, word: Word): Promise<boolean> =>
  !(await get(hub, ...askedOf(word))).isComputed;
const warm = async (hub: AskedHub): Promise<void> => {
  for (const word of Object.keys(portal) as Word[]) await until(() => isKept(hub, word), `${word} is kept`);
};
const computed = async (hub: AskedHub): Promise<string[]> => {
  const anew = [];
  for (const word of Object.keys(portal) as Word[]) if (!(await isKept(hub, word))) anew.push(word);
  return anew;
};

describe.each<Form>(["in process", "over HTTP"])("what a steward changes, subgraphs %s", (form) => {
  let hub: TestHub;
  let other: Awaited<ReturnType<typeof aSecondHub>>;
  beforeAll(async () => {
    hub = await aHub(form, withCache);
    other = await aSecondHub(hub);
    await warm(hub);
    const { data } = await hub.ask<{ submissions: { id: string; state: string }[] }>(
      '{ submissions(campaign: "2025-2026") { id state } }',
      { account: "steward:collect" },
    );
    const id = data?.submissions.find(({ state }) => state === "SUBMITTED")?.id;
    const approve = "mutation ($id: ID!) { approveSubmission(id: $id) { state } }";
    await hub.ask(approve, { account: "steward:collect", variables: { id } });
  }, 120_000);
  afterAll(async () => {
    await other?.close();
    await hub?.close();
  });

  it("publishing a campaign takes out what told of it, before the steward is answered, and nothing else", async () => {
    await warm(hub);
    const published = await hub.ask(publish, { account: "steward:publish" });
    expect([published.data, published.extensions]).toEqual([
      { publishCampaign: { vintage: "2025-2026.1" } },
      undefined,
    ]);
    // Asked in the very next moment.
    expect((await get(hub, ...portal["vintages of 2025-2026"])).text).toContain("2025-2026.1");
    await warm(hub);
    expect(await computed(hub)).toEqual([]);
  });

  it("withdrawing a vintage empties exactly the answers that told of it, at once, and on another hub soon after", async () => {
    await hub.ask(withdraw, { account: "steward:publish" });
    await warm(hub);
    await warm(other);
    expect((await get(hub, ...portal["figures of 2024"])).text).toContain('"2024.1"');
    expect((await hub.ask(withdraw, { account: "steward:privacy" })).data).toEqual({
      withdrawVintage: { isWithdrawn: true },
    });
    const gone = await get(hub, ...portal["figures of 2024"]);
    expect(gone.text).toContain('"WITHDRAWN"');
    const told = Object.keys(portal).filter((word) => word.includes("2024") || word === "campaigns");
    // The one that was just asked is kept again, or was taken out twice: the listener hears this hub's own changes too.
    const others = (words: string[]): string[] => words.filter((word) => word !== "figures of 2024");
    expect(others(await computed(hub))).toEqual(others(told));
    await until(() => isKept(hub, "figures of 2024"), "the figures of 2024 are kept again");
    await until(
      async () => (await get(other, ...portal["figures of 2024"])).text.includes('"WITHDRAWN"'),
      "the withdrawal on the other hub",
    );
    expect(others(await computed(other))).toEqual(others(told));
    expect(await isKept(other, "committees")).toBe(true);
  });

  it("what is being computed while something changes is told to who waits for it, and not kept", async () => {
    const question = ["{ sources { code licence } }", {}] as const;
    await until(async () => !(await get(hub, ...question)).isComputed, "kept");
    await hub.database.query("UPDATE quality_indicators_published.source SET licence = licence");
    await until(async () => (await get(hub, ...question)).isComputed, "the change");
    // Held up in the database, between the question and its answer.
    const locked = hub.database.query(
      "BEGIN; LOCK TABLE quality_indicators_published.source; UPDATE quality_indicators_published.source SET licence = 'X' || licence; SELECT pg_sleep(0.5); COMMIT",
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
    const early = get(hub, "{ sources { code licence } } # early");
    await locked;
    const late = await get(hub, "{ sources { code licence } } # early");
    await early;
    expect(late.text).toContain('"X');
    await until(
      async () => !(await get(hub, "{ sources { code licence } } # early")).isComputed,
      "kept again",
    );
    expect((await get(hub, "{ sources { code licence } } # early")).text).toContain('"X');
  });

  it("nothing is kept while nobody tells of changes, and everything is asked anew afterwards", async () => {
    await warm(hub);
    await hub.database.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'carrefour changes' AND datname = current_database()",
    );
    await until(async () => !(await isKept(hub, "committees")), "the loss");
    // Asked again and again: for a second it is computed each time.
    expect(await isKept(hub, "committees")).toBe(false);
    await until(() => isKept(hub, "committees"), "kept again");
  });
});
