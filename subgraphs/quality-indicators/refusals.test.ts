import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSteward } from "../../test/harness/subgraph.js";
import { aCollection, type Collection, estrie } from "./submission/testing/collection.js";
import { aPush, pushMutation } from "./submission/testing/a-push.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());

type Asked = readonly [query: string, variables?: Record<string, unknown>, principal?: typeof estrie];
const refusalOf = async (...asked: Asked): Promise<Record<string, unknown> | undefined> =>
  (await hub.ask(...asked)).errors?.[0]?.extensions;

describe("what a refusal says", () => {
  it.each<[string, Asked, string, string]>([
    [
      "a campaign",
      ['{ vintages(campaign: "1999") { code } }'],
      "« 1999 » n'est pas le code d'une campagne.",
      "“1999” is not the code of a campaign.",
    ],
    [
      "a campaign that figures are sent to",
      [pushMutation, { input: aPush({ campaign: "1999" }) }, estrie],
      "« 1999 » n'est pas le code d'une campagne.",
      "“1999” is not the code of a campaign.",
    ],
    [
      "a source",
      ['{ publishedFigures(source: "X") { code } }'],
      "« X » n'est pas le code d'une source.",
      "“X” is not the code of a source.",
    ],
    [
      "an indicator",
      [
        `query ($of: [_Any!]!) { _entities(representations: $of) {
           ... on Establishment { observations(campaign: "2024", indicator: "IQP-99") { value } } } }`,
        { of: [{ __typename: "Establishment", code: "chum" }] },
      ],
      "« IQP-99 » n'est pas le code d'un indicateur.",
      "“IQP-99” is not the code of an indicator.",
    ],
    [
      "two acts of the same person",
      [
        'mutation { publishCampaign(campaign: "2025-2026", reason: "Essai") { vintage } }',
        {},
        aSteward("steward:publish", "steward:collect"),
      ],
      "La même personne ne peut pas faire les deux gestes : approuver un envoi et le publier.",
      "The same person cannot do both: approve a submission and publish it.",
    ],
    [
      "a blank reason",
      [
        'mutation { publishCampaign(campaign: "2025-2026", reason: " ") { vintage } }',
        {},
        aSteward("steward:publish"),
      ],
      "L'argument reason vaut « » ; attendu : un texte.",
      "The argument reason is “”; expected: a text.",
    ],
    [
      "a blank reason of a return",
      [
        'mutation { returnSubmission(id: "00000000-0000-4000-8000-000000000000", reason: " ") { state } }',
        {},
        aSteward("steward:collect"),
      ],
      "L'argument reason vaut « » ; attendu : un texte.",
      "The argument reason is “”; expected: a text.",
    ],
  ])("of %s, in plain words of each language", async (_what, asked, fr, en) => {
    expect((await refusalOf(...asked))?.messages).toEqual({ fr, en });
  });

  it.each(["9999-12-31", "0000-01-01"])(
    "of %s as a day: its code, and the argument that holds it",
    async (day) => {
      for (const query of [
        `{ vintages(campaign: "2024", asOf: "${day}") { code } }`,
        `{ sources(asOf: "${day}") { code } }`,
        `{ qualityIndicator(code: "IQP-06") { observations(asOf: "${day}") { value } } }`,
      ])
        expect([query, await refusalOf(query)]).toEqual([
          query,
          expect.objectContaining({ code: "INVALID_ARGUMENT", place: "asOf" }),
        ]);
      const variable = await refusalOf("query ($day: Date) { sources(asOf: $day) { code } }", { day });
      expect(variable).toMatchObject({ code: "INVALID_ARGUMENT", place: "Date" });
      expect(hub.hidden).toEqual([]);
    },
  );
});
