import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mostEngagements, mostIssues, mostPartners } from "./roster-limits.js";
import { aPartner, anEngagement, aRosterHub, aRoster, type RosterHub } from "./testing/a-roster.js";

let hub: RosterHub;
beforeAll(async () => {
  hub = await aRosterHub();
}, 60_000);
afterAll(() => hub?.database.drop());
beforeEach(() => hub.forget());

const good = aPartner("P-0001");
const sectors = expect.stringContaining("ONCOLOGY");

describe("a roster with something wrong is rejected as a whole", () => {
  it.each<[string, object, object]>([
    [
      "a status that nobody knows",
      { status: "active" },
      {
        rule: "P03",
        code: "UNKNOWN_CODE",
        column: "status",
        observed: "ACTIVE",
        expected: "ACTIVE, AVAILABLE, PAUSED, LEFT",
      },
    ],
    [
      "a profile that nobody knows",
      { profiles: ["RESOURCE", "Formatrice"] },
      { rule: "P03", code: "UNKNOWN_CODE", column: "profiles", observed: null },
    ],
    [
      "an age instead of its band",
      { ageBand: "57" },
      { rule: "P03", code: "UNKNOWN_CODE", column: "ageBand", observed: null },
    ],
    ["a gender that nobody knows", { gender: "F" }, { rule: "P03", code: "UNKNOWN_CODE", column: "gender" }],
    [
      "a language that nobody knows",
      { firstLanguage: "français" },
      { rule: "P03", code: "UNKNOWN_CODE", column: "firstLanguage" },
    ],
    [
      "a region that nobody knows",
      { region: "Estrie" },
      { rule: "P03", code: "UNKNOWN_CODE", column: "region", expected: expect.stringContaining("RSS-05") },
    ],
    [
      "a domain that nobody knows",
      { experienceDomains: ["Cœur"] },
      { rule: "P03", code: "UNKNOWN_CODE", column: "experienceDomains", expected: sectors },
    ],
    [
      "a standing that nobody knows",
      { standing: "WOMAN" },
      { rule: "P03", code: "UNKNOWN_CODE", column: "standing", observed: "WOMAN" },
    ],
    [
      "no gender",
      { gender: null },
      {
        rule: "P03",
        code: "MISSING_VALUE",
        column: "gender",
        expected: expect.stringContaining("UNDISCLOSED"),
      },
    ],
    [
      "no year of joining",
      { joinedYear: null },
      { rule: "P03", code: "MISSING_VALUE", column: "joinedYear" },
    ],
    [
      "nothing about training",
      { trained: null },
      { rule: "P03", code: "MISSING_VALUE", column: "trained", expected: "true | false" },
    ],
    ["no local id", { localId: "" }, { rule: "P03", code: "MISSING_VALUE", column: "localId" }],
    [
      "a year far back",
      { joinedYear: 1879, engagements: [anEngagement()] },
      {
        rule: "P08",
        code: "YEAR_OUT_OF_RANGE",
        column: "joinedYear",
        observed: "1879",
        expected: "1980–2026",
      },
    ],
    [
      "a number of somebody for a year",
      { joinedYear: 19_570_512 },
      { rule: "P08", code: "YEAR_OUT_OF_RANGE", column: "joinedYear", observed: null },
    ],
    [
      "no engagement of the current year though active",
      { engagements: [anEngagement({ toYear: 2025 })] },
      { rule: "P07", code: "NO_CURRENT_ENGAGEMENT", column: "status", observed: "ACTIVE" },
    ],
  ])("%s", async (_title, changes, issue) => {
    const pushed = await hub.writingNothing(() =>
      hub.push({ rows: [aPartner("P-0000"), { ...good, ...changes }] }),
    );
    const { column } = issue as { column: string };
    expect(pushed).toMatchObject({
      status: "REJECTED",
      revision: null,
      receipt: null,
      issueCount: 1,
      counts: { read: 2, created: 0, rejected: 2 },
      issues: [{ severity: "E", path: `rows[1].${column}`, row: 2, ...issue }],
    });
    expect(pushed.issues[0]!.message).not.toBe(pushed.issues[0]!.en);
  });

  it.each<[string, object, object]>([
    [
      "a degree that nobody knows",
      { degree: "HIGH" },
      { rule: "P03", code: "UNKNOWN_CODE", column: "degree" },
    ],
    ["no sphere", { sphere: null }, { rule: "P03", code: "MISSING_VALUE", column: "sphere" }],
    ["no year from", { fromYear: null }, { rule: "P03", code: "MISSING_VALUE", column: "fromYear" }],
    [
      "a recognition beside none",
      { recognition: ["NONE", "FLAT"] },
      { rule: "P03", code: "NOT_ALONE", column: "recognition" },
    ],
    [
      "a beginning before the partner joined",
      { fromYear: 2019 },
      {
        rule: "P08",
        code: "YEARS_NOT_IN_ORDER",
        column: "fromYear",
        observed: "2019",
        expected: "≥ 2021",
        relatedPaths: ["rows[0].joinedYear"],
      },
    ],
    [
      "an end before its beginning",
      { fromYear: 2024, toYear: 2023 },
      {
        rule: "P08",
        code: "YEARS_NOT_IN_ORDER",
        column: "toYear",
        relatedPaths: ["rows[0].engagements[1].fromYear"],
      },
    ],
    [
      "a beginning in the future",
      { fromYear: 2027 },
      { rule: "P08", code: "YEAR_OUT_OF_RANGE", column: "fromYear" },
    ],
  ])("an engagement with %s", async (_title, changes, issue) => {
    const engagements = [anEngagement(), anEngagement(changes)];
    const pushed = await hub.writingNothing(() => hub.push({ rows: [aPartner("P-0001", { engagements })] }));
    const { column } = issue as { column: string };
    expect(pushed).toMatchObject({
      status: "REJECTED",
      issueCount: 1,
      issues: [{ severity: "E", path: `rows[0].engagements[1].${column}`, row: 1, ...issue }],
    });
  });

  it("two rows for one person, with the place of both", async () => {
    const pushed = await hub.writingNothing(() =>
      hub.push({ rows: [good, aPartner("P-2"), { ...good, gender: "MAN" }] }),
    );
    expect(pushed).toMatchObject({
      status: "REJECTED",
      issueCount: 1,
      issues: [
        {
          rule: "P04",
          code: "REPEATED_PARTNER",
          path: "rows[2].localId",
          row: 3,
          relatedPaths: ["rows[0].localId"],
        },
      ],
    });
  });

  it("no row at all, which would make everybody leave", async () => {
    await hub.push();
    const pushed = await hub.writingNothing(() => hub.push({ baseRevision: 1, rows: [] }));
    expect(pushed).toMatchObject({
      status: "REJECTED",
      issues: [{ rule: "P09", code: "EMPTY_ROSTER", path: "rows" }],
    });
    expect(pushed.issues[0]!.message).toContain("2 partenaires");
  });

  it("every mistake at once, in one pass", async () => {
    const rows = [
      { ...good, status: "?", gender: null },
      { ...good, engagements: [anEngagement({ degree: "x", toYear: 2020 })] },
      aPartner("Jean Tremblay"),
    ];
    const pushed = await hub.writingNothing(() => hub.push({ rows, withdrawn: ["P-77"] }));
    expect(pushed.issues.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      "P02 rows[2].localId",
      "P03 rows[0].status",
      "P03 rows[0].gender",
      "P03 rows[1].engagements[0].degree",
      "P04 rows[1].localId",
      "P05 withdrawn[0]",
      "P07 rows[1].status",
      "P08 rows[1].engagements[0].toYear",
    ]);
  });

  it("a thousand issues are told, the others counted", async () => {
    const rows = Array.from({ length: mostIssues + 5 }, (_, index) =>
      aPartner(`P-${index}`, { gender: null }),
    );
    const pushed = await hub.push({ rows, mode: "DRY_RUN" });
    expect(pushed).toMatchObject({ status: "REJECTED", issueCount: mostIssues + 5 });
    expect(pushed.issues).toHaveLength(mostIssues);
  });
});

describe("a request out of all proportion is refused before anything is looked at", () => {
  const engagements = Array.from({ length: mostEngagements + 1 }, () => anEngagement());
  const rows = Array.from({ length: mostPartners + 1 }, (_, index) => ({ localId: `P-${index}` }));
  it.each<[string, Record<string, unknown>, string]>([
    ["more partners than a roster holds", { rows }, "rows"],
    [
      "more engagements than a partner has",
      { rows: [aPartner("P-1", { engagements })] },
      "rows[0].engagements",
    ],
    [
      "a code of a novel's length",
      { rows: [aPartner("P-1", { status: "x".repeat(201) })] },
      "rows[0].status",
    ],
    ["a local id of a novel's length", { withdrawn: ["x".repeat(201)] }, "withdrawn[0]"],
    [
      "a list without end",
      { rows: [aPartner("P-1", { profiles: Array(51).fill("COACH") })] },
      "rows[0].profiles",
    ],
    ["no key", { idempotencyKey: " " }, "idempotencyKey"],
    ["a key without end", { idempotencyKey: "k".repeat(201) }, "idempotencyKey"],
    ["a key that names somebody", { idempotencyKey: "envoi 514 555-0199" }, "idempotencyKey"],
    ["a text that cannot be kept", { rows: [aPartner("P\u0000")] }, "rows[0].localId"],
  ])("%s", async (_title, changes, place) => {
    const { data, errors } = await hub.writingNothing(() => hub.send(aRoster(changes)));
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code: "INVALID_ARGUMENT", place });
    expect(JSON.stringify(errors)).not.toContain("555-0199");
  });

  it("the largest roster is taken, within seconds", async () => {
    const all = Array.from({ length: mostPartners }, (_, index) => aPartner(`P-${index}`));
    expect(await hub.push({ rows: all })).toMatchObject({
      status: "ACCEPTED",
      counts: { created: mostPartners },
    });
  }, 20_000);
});
