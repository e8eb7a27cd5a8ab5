import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, type TestDatabase } from "../../../../test/harness/database.js";
import { demoRelease, researcherOne } from "../../../../test/harness/release-steps.js";
import { aResearcher, aSubgraph } from "../../../../test/harness/subgraph.js";
import { partners } from "../../index.js";
import { type AskedOfRecords, recordSteps } from "./testing/record-steps.js";

let database: TestDatabase;
let steps: ReturnType<typeof recordSteps>;
let hidden: unknown[];

beforeAll(async () => {
  database = await aDatabase("demo");
  const subgraph = aSubgraph(partners, database);
  hidden = subgraph.hidden;
  steps = recordSteps(subgraph.ask);
});
afterAll(() => database.drop());

const reads = async (): Promise<number> =>
  (await database.query("SELECT FROM partners_release.release_read")).length;

interface Refused {
  readonly code: unknown;
  readonly place: unknown;
  readonly fr: unknown;
  readonly en: unknown;
}

/** How a page or a count was refused; nothing was read. */
async function refusalOf(
  kind: "page" | "count",
  asked: AskedOfRecords,
  who = researcherOne,
): Promise<Refused> {
  const before = await reads();
  const { data, errors } = await steps[kind](who, asked);
  expect(data ?? null).toBeNull();
  expect(await reads()).toBe(before);
  const { code, place, messages } = errors![0]!.extensions as unknown as {
    code: string;
    place: string;
    messages: { fr: string; en: string };
  };
  return { code, place, ...messages };
}

const women = { column: "gender", in: ["WOMAN"] };
const badFilters: [string, unknown[], Partial<Refused>][] = [
  [
    "a variable that no release has",
    [women, { column: "establishment", in: ["chum"] }],
    {
      code: "UNKNOWN_VARIABLE",
      place: "filter[1].column",
      en: expect.stringContaining("regionGroup, ageBand"),
    },
  ],
  [
    "a variable that other releases have",
    [{ column: "firstLanguage", in: ["FR"] }],
    { code: "UNKNOWN_VARIABLE", place: "filter[0].column", fr: expect.stringContaining("« firstLanguage »") },
  ],
  // Columns of the table that are no variable, under both of their names, and what every object has.
  ...[
    "position",
    "rowId",
    "row_id",
    "agreement",
    "release",
    "age_band",
    "__proto__",
    "constructor",
    "toString",
  ].map((column): [string, unknown[], Partial<Refused>] => [
    `${column}, which is no variable`,
    [{ column, in: ["1"] }],
    { code: "UNKNOWN_VARIABLE", place: "filter[0].column" },
  ]),
  [
    "a code that the dictionary lacks",
    [women, { column: "standing", notIn: ["PATIENT", "NEIGHBOUR"] }],
    {
      code: "INVALID_ARGUMENT",
      place: "filter[1].notIn[1]",
      fr: expect.stringContaining("NEIGHBOUR ; attendu : un code de standing : PATIENT, RELATIVE, CITIZEN"),
      en: expect.stringContaining("NEIGHBOUR; expected: a code of standing: PATIENT, RELATIVE, CITIZEN"),
    },
  ],
  [
    "a code with half of a character",
    [{ column: "gender", in: ["\ud800"] }],
    { code: "INVALID_ARGUMENT", place: "filter[0].in[0]" },
  ],
  [
    "a code with a null character",
    [{ column: "gender", in: ["WOMAN\0"] }],
    { code: "INVALID_ARGUMENT", place: "filter[0].in[0]" },
  ],
  [
    "a code in other letters",
    [{ column: "gender", in: ["woman"] }],
    { code: "INVALID_ARGUMENT", place: "filter[0].in[0]" },
  ],
  [
    "no code",
    [women, { column: "standing", in: [] }],
    { code: "INVALID_ARGUMENT", place: "filter[1].in", en: expect.stringContaining("at least one code") },
  ],
  ["neither in nor notIn", [{ column: "gender" }], { code: "INVALID_ARGUMENT", place: "filter[0]" }],
  [
    "both in and notIn",
    [{ column: "gender", in: ["WOMAN"], notIn: ["MAN"] }],
    { code: "INVALID_ARGUMENT", place: "filter[0]", en: expect.stringContaining("one of the two") },
  ],
  [
    "one variable twice",
    [women, { column: "gender", notIn: ["MAN"] }],
    { code: "INVALID_ARGUMENT", place: "filter[1].column", en: expect.stringContaining("once only") },
  ],
];

describe("a filter is refused, in both languages and at its place, with nothing read, for", () => {
  it.each(badFilters)("%s", async (_what, filter, refusal) => {
    expect(await refusalOf("page", { filter })).toMatchObject(refusal);
    expect(await refusalOf("count", { filter, groupBy: ["ageBand"] })).toMatchObject(refusal);
  });
});

describe("a sort is refused for", () => {
  const direction = "ASC";
  it.each<[string, unknown[], Partial<Refused>]>([
    [
      "a variable that the release lacks",
      [{ column: "gender", direction }, { column: "trained" }],
      { code: "UNKNOWN_VARIABLE", place: "sort[1].column" },
    ],
    [
      "SQL in place of a variable",
      [{ column: 'gender" DESC; --', direction }],
      { code: "UNKNOWN_VARIABLE", place: "sort[0].column" },
    ],
    [
      "one variable twice",
      [
        { column: "gender", direction },
        { column: "gender", direction: "DESC" },
      ],
      { code: "INVALID_ARGUMENT", place: "sort[1].column" },
    ],
  ])("%s", async (_what, sort, refusal) => {
    expect(await refusalOf("page", { sort })).toMatchObject(refusal);
  });
});

describe("a count is refused for", () => {
  it.each<[string, unknown[], Partial<Refused>]>([
    ["no variable", [], { code: "INVALID_ARGUMENT", place: "groupBy" }],
    [
      "a variable that the release lacks",
      ["gender", "mainSphere"],
      { code: "UNKNOWN_VARIABLE", place: "groupBy[1]" },
    ],
    ["one variable twice", ["gender", "gender"], { code: "INVALID_ARGUMENT", place: "groupBy[1]" }],
  ])("%s", async (_what, groupBy, refusal) => {
    expect(await refusalOf("count", { groupBy })).toMatchObject(refusal);
  });

  it("more than a thousand combinations, and it says so", async () => {
    await database.query(
      `UPDATE partners_release.record SET experience_domain = 'D' || position
       WHERE release = $1 AND agreement = 'entente-demo-1' AND position <= 1001`,
      [demoRelease],
    );
    const groupBy = ["experienceDomain"];
    const refusal = await refusalOf("count", { groupBy });
    const one = await steps.count(researcherOne, { groupBy: ["gender"] });
    await database.query(
      `UPDATE partners_release.record SET experience_domain = 'D1'
       WHERE release = $1 AND agreement = 'entente-demo-1' AND position > 1000`,
      [demoRelease],
    );
    const thousand = await steps.count(researcherOne, { groupBy });
    expect(refusal).toMatchObject({
      code: "TOO_MANY_GROUPS",
      place: "groupBy",
      fr: expect.stringContaining("plus de 1000"),
      en: expect.stringContaining("more than 1000"),
    });
    expect(one.errors).toBeUndefined();
    expect(thousand.data!.partnerRecordCounts.groups).toHaveLength(1_000);
  });
});

describe("a variable that the agreement does not cover", () => {
  it("cannot be filtered, sorted by or counted, and is empty in every record", async () => {
    await database.query(
      "UPDATE partners.access_agreement SET variables = array_remove(variables, 'standing') WHERE code = 'entente-demo-2'",
    );
    const two = aResearcher("entente-demo-2", "researcher:entente-demo-2");
    const refused = {
      code: "VARIABLE_NOT_COVERED",
      fr: expect.stringMatching(
        /ne couvre pas la variable « standing ».*regionGroup, ageBand, gender, experienceDomain/,
      ),
      en: expect.stringContaining("does not cover the variable “standing”"),
    };
    const filter = [{ column: "standing", in: ["PATIENT"] }];
    expect(await refusalOf("page", { filter }, two)).toMatchObject({ ...refused, place: "filter[0].column" });
    expect(await refusalOf("page", { sort: [{ column: "standing", direction: "ASC" }] }, two)).toMatchObject({
      ...refused,
      place: "sort[0].column",
    });
    expect(await refusalOf("count", { groupBy: ["standing"] }, two)).toMatchObject({
      ...refused,
      place: "groupBy[0]",
    });
    const { edges } = (await steps.page(two)).data!.partnerRecords;
    expect(
      new Set(edges.map(({ node }) => (node as unknown as { standing: string | null }).standing)),
    ).toEqual(new Set([null]));
    expect((await steps.page(researcherOne, { filter })).errors).toBeUndefined();
  });
});

describe("a release", () => {
  it.each(["\ud800", "partenaires-1\0"])(
    "is not sought under a code that nobody can type: %j",
    async (release) => {
      const refusal = { code: "INVALID_ARGUMENT", place: "release" };
      expect(await refusalOf("page", { release })).toMatchObject(refusal);
      expect(await refusalOf("count", { release, groupBy: ["gender"] })).toMatchObject(refusal);
    },
  );

  it("hid no error of ours on the way", () => {
    expect(hidden).toEqual([]);
  });
});
