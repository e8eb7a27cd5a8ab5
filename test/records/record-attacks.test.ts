import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../harness/hub.js";
import { demoRelease } from "../harness/release-steps.js";
import { askAs, codesOf, leaks } from "../security/ask-as.js";
import { type Condition, type Order, RecordCopy } from "./record-copy.js";

/* What somebody with a good token and bad intentions asks of the records of a release, at the door of a running hub. */
let hub: TestHub;
let copy: RecordCopy;
/** What the establishments sent: in the hub, and in no answer. */
let roster: readonly Record<string, string>[];
beforeAll(async () => {
  hub = await aHub("in process");
  copy = await RecordCopy.of(hub.database, demoRelease, "entente-demo-1");
  roster = await hub.database.query("SELECT gender, standing FROM partners.partner");
}, 120_000);
afterAll(() => hub?.close());

interface Asked {
  readonly filter?: readonly Condition[];
  readonly sort?: readonly Order[];
  readonly groupBy?: readonly string[];
  readonly release?: string;
  readonly first?: number;
  readonly after?: string;
}
const countQuery = `query ($release: String!, $groupBy: [String!]!, $filter: [RecordConditionInput!]) {
  partnerRecordCounts(release: $release, groupBy: $groupBy, filter: $filter) { totalCount groups { values count } }
}`;
const pageQuery = `query ($release: String!, $first: Int!, $after: String, $filter: [RecordConditionInput!], $sort: [RecordOrderInput!]) {
  partnerRecords(release: $release, first: $first, after: $after, filter: $filter, sort: $sort) {
    totalCount pageInfo { endCursor } edges { node { rowId } }
  }
}`;
const count = (asked: Asked) =>
  askAs(hub, "researcher", countQuery, { release: demoRelease, groupBy: ["standing"], ...asked });
const page = (asked: Asked) =>
  askAs(hub, "researcher", pageQuery, { release: demoRelease, first: 5, ...asked });
const totalOf = async (filter: readonly Condition[]): Promise<number> =>
  ((await count({ filter })).data as { partnerRecordCounts: { totalCount: number } }).partnerRecordCounts
    .totalCount;

type Total = (filter: readonly Condition[]) => Promise<number>;
/** q(C) = q(C ∨ T) + q(C ∨ ¬T) − q(all), with conditions on one variable for C and T, among those of a standing. */
async function tracked(
  total: Total,
  codes: readonly string[],
  target: string,
  standing: string,
): Promise<number> {
  const tracker = codes.filter((_, index) => index % 2 === 0);
  const among = (kept: readonly string[]): Condition[] => [
    { column: "gender", in: kept },
    { column: "standing", in: [standing] },
  ];
  const either = await total(among([...new Set([target, ...tracker])]));
  const other = await total(
    among([...new Set([target, ...codes.filter((code) => !tracker.includes(code))])]),
  );
  return either + other - (await total(among(codes)));
}

describe("a tracker", () => {
  it("adds up to what the release holds and never to what was suppressed; the same one singles people out of the rosters", async () => {
    const codesOfVariable = (name: string): readonly string[] =>
      copy.variables.find(({ column }) => column === name)!.codes;
    const ofRoster: Total = async (filter) =>
      roster.filter((partner) => filter.every(({ column, in: among }) => among!.includes(partner[column]!)))
        .length;
    const found = [];
    for (const gender of codesOfVariable("gender"))
      for (const standing of codesOfVariable("standing")) {
        const [fromHub, fromRoster] = [
          await tracked(totalOf, codesOfVariable("gender"), gender, standing),
          await tracked(ofRoster, codesOfVariable("gender"), gender, standing),
        ];
        const held = copy.find([
          { column: "gender", in: [gender] },
          { column: "standing", in: [standing] },
        ]).length;
        found.push({ gender, standing, fromHub, held, fromRoster });
      }
    expect(found.map(({ fromHub }) => fromHub)).toEqual(found.map(({ held }) => held));
    const small = found.filter(({ fromRoster }) => fromRoster >= 1 && fromRoster < 11);
    expect(small.length).toBeGreaterThan(0);
    for (const { fromHub, fromRoster } of small) expect(fromHub).not.toBe(fromRoster);
  });

  it("never finds fewer persons than k on the keys, whichever of them it combines", async () => {
    const [known] = await hub.database.query<{ k: number }>(
      "SELECT (report->>'k')::integer AS k FROM partners_release.release WHERE code = $1",
      [demoRelease],
    );
    const keys = copy.variables.filter(({ part }) => part === "KEY").map(({ column }) => column);
    const { data } = await count({ groupBy: keys });
    const { groups } = (data as { partnerRecordCounts: { groups: { count: number }[] } }).partnerRecordCounts;
    expect(known!.k).toBeGreaterThanOrEqual(11);
    expect(Math.min(...groups.map((group) => group.count))).toBeGreaterThanOrEqual(known!.k);
  });
});

describe("averaging", () => {
  it("gains nothing: one question, asked again and in other words, has one answer", async () => {
    const gender = copy.variables.find(({ column }) => column === "gender")!.codes;
    const others = gender.filter((code) => code !== "WOMAN");
    const standing: Condition = { column: "standing", in: ["PATIENT"] };
    const words: Condition[][] = [
      [{ column: "gender", in: ["WOMAN"] }, standing],
      [standing, { column: "gender", in: ["WOMAN"] }],
      [{ column: "gender", in: ["WOMAN", "WOMAN"] }, standing],
      [{ column: "gender", notIn: others }, standing],
    ];
    const answers = new Set<number>();
    for (let again = 0; again < 5; again += 1) for (const filter of words) answers.add(await totalOf(filter));
    expect([...answers]).toEqual([copy.find(words[0]!).length]);
  });
});

describe("SQL", () => {
  const injections = [
    "WOMAN' OR '1'='1",
    "'; DROP TABLE partners_release.record; --",
    "gender\" = 'WOMAN' OR 1=1 --",
    "gender) UNION SELECT local_id FROM partners.partner --",
    "(SELECT pg_sleep(5))",
    "$1",
    "gender::text",
    "ANY (ARRAY['WOMAN'])",
  ];

  it.each(injections)("is a text like another wherever it is written: %s", async (text) => {
    const before = hub.statements.length;
    const started = performance.now();
    const answers = [
      await count({ filter: [{ column: text, in: ["WOMAN"] }] }),
      await count({ filter: [{ column: "gender", in: [text] }] }),
      await count({ filter: [{ column: "gender", notIn: ["WOMAN", text] }] }),
      await count({ groupBy: [text] }),
      await page({ sort: [{ column: text, direction: "ASC" }] }),
      await page({ release: text }),
      await page({ after: text }),
    ];
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(answers.map((answer) => codesOf(answer)[0])).toEqual([
      "UNKNOWN_VARIABLE",
      "INVALID_ARGUMENT",
      "INVALID_ARGUMENT",
      "UNKNOWN_VARIABLE",
      "UNKNOWN_VARIABLE",
      "RELEASE_NOT_FOUND",
      "INVALID_CURSOR",
    ]);
    // A short text such as « $1 » stands in our own statements; that the record table was not asked says it for all.
    const sent = hub.statements.slice(before);
    if (text !== "$1") expect(sent.filter((sql) => sql.includes(text))).toEqual([]);
    expect(sent.filter((sql) => sql.includes("FROM partners_release.record "))).toEqual([]);
  });

  it("is not told in a refusal either", async () => {
    const answer = await count({ filter: [{ column: "row_id", in: ["1"] }] });
    expect(answer.text).not.toMatch(leaks);
  });
});

describe("names that mean something to JavaScript", () => {
  it.each(["__proto__", "constructor", "prototype", "hasOwnProperty", "toString"])(
    "are unknown variables and unknown codes, and touch no prototype: %s",
    async (name) => {
      const answers = [
        await count({ groupBy: [name] }),
        await count({ filter: [{ column: name, in: ["WOMAN"] }] }),
        await page({ sort: [{ column: name, direction: "DESC" }] }),
        await count({ filter: [{ column: "gender", in: [name] }] }),
      ];
      expect(answers.map((answer) => codesOf(answer))).toEqual([
        ["UNKNOWN_VARIABLE"],
        ["UNKNOWN_VARIABLE"],
        ["UNKNOWN_VARIABLE"],
        ["INVALID_ARGUMENT"],
      ]);
      expect(({} as Record<string, unknown>).in).toBeUndefined();
    },
  );

  it.each([
    ["__proto__", "BAD_REQUEST"],
    ["constructor", "RESERVED_NAME"],
  ])("are refused as keys of a condition before anything is planned: %s", async (key, code) => {
    const plans = hub.plans.length;
    const variables = `{"release": "${demoRelease}", "groupBy": ["gender"],
      "filter": [{"column": "gender", "in": ["WOMAN"], "${key}": {"notIn": ["MAN"]}}]}`;
    const answer = await askAs(hub, "researcher", countQuery, JSON.parse(variables));
    expect({ status: answer.status, codes: codesOf(answer) }).toEqual({ status: 400, codes: [code] });
    expect(hub.plans.length).toBe(plans);
  });
});

describe("a costly question", () => {
  it("is paid for by what it may answer: many counts fit in a request, a hundred whole pages do not", async () => {
    const many = (field: string): string =>
      `{ ${Array.from({ length: 99 }, (_, n) => `a${n}: ${field}`).join(" ")} }`;
    const counts = await askAs(
      hub,
      "researcher",
      many(`partnerRecordCounts(release: "${demoRelease}", groupBy: ["gender"]) { groups { count } }`),
    );
    expect(counts.errors).toEqual([]);
    const plans = hub.plans.length;
    const pages = await askAs(
      hub,
      "researcher",
      many(`partnerRecords(release: "${demoRelease}", first: 1000) { edges { node { rowId } } }`),
    );
    expect(codesOf(pages)).toEqual(["COST_TOO_HIGH"]);
    expect(hub.plans.length).toBe(plans);
  });

  it("has its list of codes capped, whichever way it is given", async () => {
    const endless = Array.from({ length: 10_001 }, () => "WOMAN");
    expect(codesOf(await count({ filter: [{ column: "gender", in: endless }] }))).toEqual([
      "VARIABLES_TOO_LARGE",
    ]);
    const long = endless.slice(1);
    expect((await count({ filter: [{ column: "gender", in: long }] })).errors).toEqual([]);
  });
});
