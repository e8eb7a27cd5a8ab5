import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoEngagement, type DemoPartner, demoRoster } from "../../../seeds/demo/roster.demo.js";
import { aDatabase, testDay, type TestDatabase } from "../../../test/harness/database.js";
import { aSteward } from "../../../test/harness/subgraph.js";
import { asCaller } from "../../shared/tenancy.js";
import { engagementCodes } from "../engagement/engagement.codes.js";
import { partners } from "../index.js";
import { experienceDomainGroup } from "./anonymisation/experience-domain.js";
import { partnerDictionary } from "./data-dictionary.js";
import { partnerHierarchies, regionGroups } from "./hierarchies/partner-hierarchies.js";
import { type CountedPersons, countPersons } from "./joined-record.repository.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase("demo");
});
afterAll(() => database.drop());

const counted = (variables: readonly string[], isFirst = true): Promise<CountedPersons[]> =>
  asCaller(
    { principal: aSteward("steward:privacy"), database: database.of(partners), clock: () => testDay },
    (manager) => countPersons(manager, variables, isFirst),
  );

const highest = (codes: readonly string[], found: readonly string[]): string =>
  [...codes].reverse().find((code) => found.includes(code)) ?? "NONE";

function mostFrequent(codes: readonly string[], found: readonly string[]): string {
  const times = codes.map((code) => found.filter((each) => each === code).length);
  return found.length === 0 ? "NONE" : codes[times.indexOf(Math.max(...times))]!;
}

/** What the joined record should tell of a partner, worked out one partner at a time. */
function toldOf(partner: DemoPartner, engagements: readonly DemoEngagement[]): Record<string, string> {
  const { region, ageBand, firstLanguage, joinedYear, profiles } = partner;
  const count = engagements.length;
  return {
    regionGroup: Object.entries(regionGroups).find(([, members]) =>
      (members as readonly string[]).includes(region),
    )![0],
    ageBand: ["UNDER_18", "A18_34"].includes(ageBand) ? "UNDER_35" : ageBand,
    gender: partner.gender,
    firstLanguage: ["FR", "EN"].includes(firstLanguage) ? firstLanguage : "OTHER_OR_UNDISCLOSED",
    joinedPeriod: joinedYear <= 2014 ? "UNTIL_2014" : joinedYear <= 2019 ? "Y2015_2019" : "Y2020_PLUS",
    engagementCount: count <= 1 ? String(count) : count <= 3 ? "2-3" : "4+",
    profile: profiles.length === 1 ? profiles[0]! : profiles.length === 0 ? "NONE" : "SEVERAL",
    trained: partner.trained ? "YES" : "NO",
    standing: partner.standing,
    experienceDomain: experienceDomainGroup(partner.experienceDomains),
    highestDegree: highest(
      engagementCodes.degree,
      engagements.map(({ degree }) => degree),
    ),
    leadership: highest(
      ["PROFESSIONAL_LED", "CO_LED", "PATIENT_LED"],
      engagements.map(({ leadership }) => leadership),
    ),
    mainSphere: mostFrequent(
      engagementCodes.sphere,
      engagements.map(({ sphere }) => sphere),
    ),
  };
}

describe("the joined record of a partner", () => {
  it("tells once, of everybody who has not left, what the partner and all the engagements together say", async () => {
    const { partners: roster, engagements } = demoRoster();
    const ofPartner = new Map<string, DemoEngagement[]>();
    for (const engagement of engagements) {
      const key = `${engagement.establishment} ${engagement.localId}`;
      ofPartner.set(key, [...(ofPartner.get(key) ?? []), engagement]);
    }
    const variables = partnerDictionary.map(({ column }) => column);
    const expected = new Map<string, number>();
    for (const partner of roster) {
      if (partner.status === "LEFT") continue;
      const told = toldOf(partner, ofPartner.get(`${partner.establishment} ${partner.localId}`) ?? []);
      const name = variables.map((variable) => told[variable]).join(" ");
      expected.set(name, (expected.get(name) ?? 0) + 1);
    }
    const found = await counted(variables);
    expect(new Map(found.map(({ values, count }) => [values!.join(" "), count]))).toEqual(expected);
    expect(roster.some(({ status }) => status === "LEFT")).toBe(true);
  });

  it("says, beside it, which class of which earlier release somebody was in, also of who has left", async () => {
    await database.query(
      `UPDATE partners.partner SET status = 'LEFT' WHERE (establishment, local_id) = (
         SELECT establishment, local_id FROM partners.release_member LIMIT 1)`,
    );
    const found = await counted(["gender"], false);
    const [{ members } = { members: 0 }] = await database.query<{ members: number }>(
      "SELECT count(*)::integer AS members FROM partners.release_member",
    );
    const countOf = (persons: CountedPersons[]): number => persons.reduce((sum, { count }) => sum + count, 0);
    expect(countOf(found.filter(({ history }) => /^partenaires-demo-1:\d+$/.test(history)))).toBe(members);
    expect(countOf(found.filter(({ values }) => values === null))).toBe(1);
  });

  it("tells values that the hierarchies know, of which each level's are in the dictionary", async () => {
    const codesOf = (column: string): string[] =>
      partnerDictionary.find((each) => each.column === column)!.codes.map(({ code }) => code);
    expect(partnerHierarchies.map(({ key }) => key)).toEqual(
      partnerDictionary.filter(({ part }) => part === "KEY").map(({ column }) => column),
    );
    for (const { key, levels } of partnerHierarchies) {
      const told = levels.flatMap(({ generalised }) => Object.values(generalised));
      expect([...new Set(told)].sort()).toEqual(codesOf(key).sort());
      const losses = levels.map(({ loss }) => loss);
      expect(losses).toEqual([...losses].sort((one, other) => one - other));
    }
    for (const { column, part, codes } of partnerDictionary)
      if (part === "SENSITIVE") expect(codes.length).toBeGreaterThanOrEqual(3);
      else expect(codes.map(({ code }) => code)).toContain(column === "regionGroup" ? "QC" : "ALL");
  });
});
