import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aResearcher, aSteward } from "../../../test/harness/subgraph.js";
import { duplicatedPairs } from "./duplicated-text.js";
import { rules } from "./rules/index.js";
import { fullAnswers } from "./testing/a-push.js";
import { aCollection, type Collection, estrie } from "./testing/collection.js";

// Forty letters and spaces once accents, capitals and punctuation are gone.
const forty = "Équipes, une vraie force pour partenaires";
const long =
  "Le bureau accompagne les équipes dans le déploiement du partenariat et soutient les usagers partenaires.";
const sent = (submission: string, text: string, question = "D") => ({ submission, question, text });

describe("texts that two submissions share (V20)", () => {
  it.each<[string, string, string]>([
    ["the same text", forty, forty],
    [
      "the same but for capitals, accents and punctuation",
      forty,
      "equipes – UNE VRAIE FORCE pour partenaires!",
    ],
    ["one letter changed in a paragraph", long, long.replace("soutient", "soutien")],
  ])("are found: %s", (_title, left, right) => {
    expect(duplicatedPairs([sent("a", left), sent("b", right)])).toEqual([
      { a: "a", b: "b", question: "D", similarity: expect.any(Number), text: left },
    ]);
  });

  it.each<[string, ReturnType<typeof sent>[]]>([
    ["fewer than 40 characters", [sent("a", forty.slice(0, -1)), sent("b", forty.slice(0, -1))]],
    ["one submission that says it twice", [sent("a", forty), sent("a", forty)]],
    ["answers to different questions", [sent("a", forty), sent("b", forty, "E")]],
    ["half of a text", [sent("a", long), sent("b", long.slice(0, 60))]],
    [
      "other words",
      [sent("a", long), sent("b", `Au contraire, ${long.slice(0, 60)} et rien de plus cette année`)],
    ],
  ])("are not: %s", (_title, texts) => {
    expect(duplicatedPairs(texts)).toEqual([]);
  });

  it("are pairs: the same in three submissions makes three", () => {
    const pairs = duplicatedPairs(["a", "b", "c"].map((id) => sent(id, forty)));
    expect(pairs.map(({ a, b, similarity }) => [a, b, similarity])).toEqual([
      ["a", "b", 1],
      ["a", "c", 1],
      ["b", "c", 1],
    ]);
  });

  it("are never a rule of the form: no submitter is told of another's words", () => {
    expect(rules.map(({ id }) => id)).not.toContain("V20");
  });
});

describe("the steward's view of shared texts", () => {
  let hub: Collection;
  beforeAll(async () => {
    hub = await aCollection();
  });
  afterAll(() => hub.database.drop());

  const query = '{ duplicatedTexts(campaign: "2025-2026") { a b question similarity text } }';
  const collector = aSteward("steward:collect");

  it("shows the pair and the text to who collects, and to nobody else", async () => {
    const none = await hub.ask<{ duplicatedTexts: object[] }>(query, {}, collector);
    expect(none.data).toEqual({ duplicatedTexts: [] });
    const { submission } = await hub.push({ answers: fullAnswers({ D: { text: long } }) });
    await hub.database.query(
      `UPDATE quality_indicators.submission_revision SET responses = jsonb_build_array(jsonb_build_array($1::jsonb))
       WHERE submission = (SELECT id FROM quality_indicators.submission WHERE campaign = '2025-2026' AND establishment = 'chum')`,
      [JSON.stringify({ question: "D", text: long.toUpperCase() })],
    );
    const { data } = await hub.ask<{ duplicatedTexts: { a: string; b: string }[] }>(query, {}, collector);
    const [pair, ...others] = data!.duplicatedTexts;
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ question: "D", similarity: 1 });
    expect([pair!.a, pair!.b]).toContain(submission!.id);
    for (const principal of [estrie, aSteward("steward:publish"), aResearcher(null), undefined])
      expect((await hub.ask(query, {}, principal)).errors![0]!.extensions).toMatchObject({
        code: "NOT_ALLOWED",
      });
  });
});
