import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSteward } from "../../../test/harness/subgraph.js";
import { aCollection, type Collection } from "../submission/testing/collection.js";
import { aDefinition, type DefineAnswer, defineMutation } from "./testing/a-definition.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());

const define = async (changes: Record<string, unknown> = {}) => {
  const { data, errors } = await hub.ask<DefineAnswer>(
    defineMutation,
    { input: aDefinition(changes) },
    aSteward("steward:publish"),
  );
  expect({ errors, hidden: hub.hidden }).toEqual({ errors: undefined, hidden: [] });
  return data!.defineIndicator;
};
const defined = () =>
  hub.database.query<{ code: string }>(
    "SELECT code FROM quality_indicators_published.indicator WHERE code = 'IQP-50'",
  );

const c4 = { question: "C4", choice: "CLINICAL" };
const share = (of: object) => ({ measures: [{ kind: "SHARE", of }] });
const nested = (depth: number): object => (depth === 0 ? c4 : { not: nested(depth - 1) });

describe("what is wrong with a definition", () => {
  it.each<[string, string, string, Record<string, unknown>]>([
    ["a malformed code", "MALFORMED_CODE", "code", { code: "IQP-7" }],
    ["no French", "MISSING_FRENCH", "name.fr", { name: { fr: " " } }],
    ["no campaign", "NO_CAMPAIGN", "askedIn", { askedIn: [] }],
    ["an unknown campaign", "UNKNOWN_CODE", "askedIn[1]", { askedIn: ["2025-2026", "1999"] }],
    ["a campaign without form", "CAMPAIGN_WITHOUT_FORM", "askedIn[0]", { askedIn: ["2019"] }],
    ["a campaign named twice", "DUPLICATE_CODE", "askedIn[1]", { askedIn: ["2025-2026", "2025-2026"] }],
    ["campaigns without end", "OUT_OF_BOUNDS", "askedIn", { askedIn: Array(5_000).fill("2025-2026") }],
    [
      "words without end",
      "DEFINITION_TOO_LONG",
      "input",
      { caveats: Array.from({ length: 5_000 }, () => ({ fr: "Une mise en garde parmi des milliers." })) },
    ],
    ["an unknown companion", "UNKNOWN_CODE", "companions[0]", { companions: ["IQP-99"] }],
    ["an unknown recommendation", "UNKNOWN_CODE", "recommendationLinks[0]", { recommendationLinks: ["Z1"] }],
    ["no measure", "OUT_OF_BOUNDS", "measures", { measures: [] }],
    ["too many measures", "OUT_OF_BOUNDS", "measures", { measures: Array(13).fill({ kind: "COUNT" }) }],
    ["a missing part", "MISSING_PART", "measures[0].of", { measures: [{ kind: "SHARE" }] }],
    [
      "a part that the kind does not take",
      "PART_NOT_TAKEN",
      "measures[0].scale",
      { measures: [{ kind: "SHARE", of: c4, scale: 100 }] },
    ],
    [
      "an unknown question",
      "UNKNOWN_QUESTION",
      "measures[0].of.question",
      share({ question: "Z9", choice: "YES" }),
    ],
    [
      "a question that one of the campaigns does not ask",
      "UNKNOWN_QUESTION",
      "measures[0].of.question",
      { ...share({ question: "A1", choice: "x" }), askedIn: ["2024", "2025-2026"] },
    ],
    [
      "a question that is never published",
      "QUESTION_NEVER_PUBLISHED",
      "measures[0].of.question",
      share({ question: "D", answered: true }),
    ],
    [
      "an unknown choice",
      "UNKNOWN_CHOICE",
      "measures[0].of.choice",
      share({ question: "C4", choice: "MICRO" }),
    ],
    [
      "a choice of a number",
      "WRONG_TYPE_OF_QUESTION",
      "measures[0].of.question",
      share({ question: "B6", choice: "X" }),
    ],
    [
      "a bound of a choice",
      "WRONG_TYPE_OF_QUESTION",
      "measures[0].of.question",
      share({ question: "C4", atLeast: 1 }),
    ],
    [
      "a sum of a choice",
      "WRONG_TYPE_OF_QUESTION",
      "measures[0].question",
      { measures: [{ kind: "SUM", question: "C4" }] },
    ],
    ["an empty filter", "EMPTY_FILTER", "measures[0].of", share({})],
    ["an empty list in a filter", "EMPTY_FILTER", "measures[0].of.any[0].all", share({ any: [{ all: [] }] })],
    ["a question without condition", "EMPTY_FILTER", "measures[0].of", share({ question: "C4" })],
    ["several conditions", "SEVERAL_CONDITIONS", "measures[0].of", share({ ...c4, region: "RSS-01" })],
    ["an empty band", "EMPTY_BAND", "measures[0].of.below", share({ question: "B6", atLeast: 5, below: 5 })],
    ["an unknown region", "UNKNOWN_PLACE", "measures[0].of.region", share({ region: "RSS-99" })],
    ["too deep a filter", "FILTER_TOO_DEEP", `measures[0].of${".not".repeat(6)}`, share(nested(7))],
    [
      "too long a definition",
      "DEFINITION_TOO_LONG",
      "measures",
      share({ any: Array.from({ length: 900 }, () => c4) }),
    ],
    [
      "a scale of nothing",
      "OUT_OF_BOUNDS",
      "measures[0].scale",
      {
        measures: [
          { kind: "RATE", numerator: { question: "B7" }, denominator: { question: "B6" }, scale: 0 },
        ],
      },
    ],
    ["a proportion without basis (V28)", "PROPORTION_WITHOUT_BASIS", "basis", { basis: "UNKNOWN" }],
    [
      "a rate of sums told as a share of offices",
      "BASIS_OF_SUMS",
      "basis",
      {
        measures: [
          { kind: "RATE", numerator: { question: "B7" }, denominator: { question: "B6" }, scale: 100 },
        ],
      },
    ],
    ["another unit", "UNIT_DIFFERS", "measures[0].kind", { unit: "OFFICES" }],
    ["another kind of number", "VALUE_TYPE_DIFFERS", "measures[0].kind", { valueType: "RANGE" }],
    [
      "a head count that stands alone",
      "HEAD_COUNT_ALONE",
      "companions",
      {
        unit: "PERSONS",
        valueType: "COUNT",
        basis: "PARTNERS_BANK",
        measures: [{ kind: "SUM", question: "B6" }],
      },
    ],
    ["no province", "LEVEL_MISSING", "levels", { levels: ["PEER_GROUP"] }],
    [
      "a level finer than the notice",
      "LEVEL_TOO_FINE",
      "levels[1]",
      { levels: ["PROVINCE", "ESTABLISHMENT"] },
    ],
    [
      "a category without label",
      "CATEGORY_WITHOUT_LABEL",
      "measures[0]",
      { measures: [{ kind: "SHARE", of: c4, category: "BOTH" }] },
    ],
    [
      "two figures that nothing tells apart",
      "FIGURES_ALIKE",
      "measures[1]",
      {
        measures: [
          { kind: "SHARE", of: c4 },
          { kind: "SHARE", of: { not: c4 } },
        ],
      },
    ],
  ])("is told with its place: %s", async (_what, code, path, changes) => {
    const { status, issues } = await hub.writingNothing(() => define({ code: "IQP-50", ...changes }));
    expect(status).toBe("REJECTED");
    expect(issues).toContainEqual(expect.objectContaining({ code, path }));
    for (const { message, english } of issues) expect([message, english]).not.toContain("");
    expect(await defined()).toEqual([]);
  });

  it("is only its length when conditions do not end", async () => {
    const any = Array.from({ length: 5_000 }, () => ({ question: "Z9", choice: "YES" }));
    const { issues } = await hub.writingNothing(() => define({ code: "IQP-50", ...share({ any }) }));
    expect(issues.map(({ code, path }) => [code, path])).toEqual([["DEFINITION_TOO_LONG", "measures"]]);
  });

  it.each([500, 20_000])("is refused when a filter is nested %i deep, and nothing breaks", async (depth) => {
    let of: object = c4;
    for (let level = 0; level < depth; level += 1) of = { not: of };
    const { data, errors } = await hub.ask<DefineAnswer>(
      defineMutation,
      { input: aDefinition({ code: "IQP-50", measures: [{ kind: "SHARE", of }] }) },
      aSteward("steward:publish"),
    );
    if (!errors) expect(data!.defineIndicator.status).toBe("REJECTED");
    expect([hub.hidden, await defined()]).toEqual([[], []]);
  });

  it("is told all at once", async () => {
    const { issues } = await define({
      code: "IQP",
      name: { fr: "" },
      measures: [
        { kind: "SHARE", of: { all: [{ question: "Z8", choice: "A" }, {}] } },
        { kind: "SUM", question: "Z9" },
      ],
    });
    expect(issues.map(({ path }) => path)).toEqual([
      "code",
      "name.fr",
      "measures[0].of.all[0].question",
      "measures[0].of.all[1]",
      "measures[1].question",
    ]);
  });
});
