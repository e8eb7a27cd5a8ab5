import { beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "../../../../seeds/demo/random.js";
import { type DemoPartner, demoRoster } from "../../../../seeds/demo/roster.demo.js";
import { experienceDomainGroup } from "../anonymisation/experience-domain.js";
import { standardVariables } from "../data-dictionary.js";
import { regionGroups } from "../hierarchies/partner-hierarchies.js";
import type { EarlierRelease } from "../release-content.repository.js";
import { leastKeptBesideEarlier, releasePolicy } from "../release-policy.js";
import { choosePlan, type ChosenLevels, type NoPlan } from "./choose-plan.js";
import type { ReleasePlan } from "./release-plan.js";

/** One person of the rosters of several years. */
interface Person {
  readonly values: readonly string[];
  /** Where they were told, a release after the other. */
  history: string;
  isHere: boolean;
}
interface Version {
  readonly plan: ReleasePlan;
  /** Of each person who is told, which combination. */
  readonly told: ReadonlyMap<Person, number>;
}

const turnover = 0.15;
const groupOfRegion = new Map<string, string>(
  Object.entries(regionGroups).flatMap(([group, members]) => members.map((region) => [region, group])),
);
const valueOf: Record<string, (partner: DemoPartner) => string> = {
  regionGroup: ({ region }) => groupOfRegion.get(region)!,
  ageBand: ({ ageBand }) => (["UNDER_18", "A18_34"].includes(ageBand) ? "UNDER_35" : ageBand),
  gender: ({ gender }) => gender,
  standing: ({ standing }) => standing,
  experienceDomain: ({ experienceDomains }) => experienceDomainGroup(experienceDomains),
};

const groupedBy = <Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Item[][] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
};

/** Versions of the same variables, a year after the other; each year 15 of 100 partners leave and as many come. */
async function versionsOf(variables: readonly string[], years: number): Promise<(Version | NoPlan)[]> {
  const random = seededRandom(15);
  let persons: Person[] = demoRoster()
    .partners.filter(({ status }) => status !== "LEFT")
    .map((partner) => ({
      values: variables.map((name) => valueOf[name]!(partner)),
      history: "",
      isHere: true,
    }));
  const earlier: EarlierRelease[] = [];
  const versions: (Version | NoPlan)[] = [];
  let before: ChosenLevels | null = null;
  for (let year = 1; year <= years; year += 1) {
    const alike = groupedBy(persons, ({ values, history, isHere }) =>
      JSON.stringify([isHere && values, history]),
    );
    const plan = await choosePlan(
      {
        variables,
        earlier,
        policy: releasePolicy,
        persons: alike.map(([one, ...others]) => ({
          values: one!.isHere ? one!.values : null,
          history: one!.history,
          count: 1 + others.length,
          synthetic: true,
        })),
      },
      before,
    );
    if ("refused" in plan) return [...versions, plan];
    const told = new Map<Person, number>();
    for (const { values, history, combination, some } of plan.taken) {
      const group = alike.find(
        ([one]) => one!.isHere && one!.history === history && one!.values.join() === values.join(),
      )!;
      for (const person of group.slice(0, some ?? group.length)) told.set(person, combination);
    }
    versions.push({ plan, told });
    for (const [person, combination] of told)
      person.history = `${person.history} annee-${year}:${combination}`.trim();
    const { report, combinations } = plan;
    const counted = { recordsKept: report.recordsKept, members: told.size };
    earlier.push({
      release: `annee-${year}`,
      policy: releasePolicy,
      sensitive: [],
      combinations,
      ...counted,
    });
    before = new Map(report.generalisation.map(({ key, level }) => [key, level]));
    const gone = persons.filter(({ isHere }) => isHere && random.next() < turnover);
    for (const person of gone) person.isHere = false;
    persons = [
      ...persons.filter(({ isHere, history }) => isHere || history !== ""),
      ...gone.map(({ values }) => ({ values, history: "", isHere: true })),
    ];
  }
  return versions;
}

const sharesOf = (versions: readonly (Version | NoPlan)[]): number[] =>
  versions.map((version) =>
    "refused" in version
      ? 0
      : Math.round((100 * version.plan.report.recordsKept) / version.plan.report.recordsIn),
  );

/** Fewest persons whom a reader of the first so many versions can tell from all others by where each of them puts them. */
function smallestCell(versions: readonly Version[]): { size: number; values: number } {
  const everybody = new Set(versions.flatMap(({ told }) => [...told.keys()]));
  const classOf = (person: Person): string =>
    JSON.stringify(
      versions.map(({ plan, told }) => plan.combinations[(told.get(person) ?? 0) - 1]?.keys ?? null),
    );
  const cells = groupedBy(everybody, classOf);
  return {
    size: Math.min(...cells.map((cell) => cell.length)),
    values: Math.min(...cells.map((cell) => new Set(cell.map(({ values }) => values.at(-1))).size)),
  };
}

describe("yearly versions of a release, when 15 of 100 partners change in a year", () => {
  let standard: (Version | NoPlan)[];
  const built = (): Version[] => standard.filter((version): version is Version => !("refused" in version));
  beforeAll(async () => {
    standard = await versionsOf(standardVariables, 5);
  });

  it("of the standard variables can be built for three years more, and say that they keep less than the first", () => {
    expect(sharesOf(standard)).toEqual([93, 66, 57, 57, 0]);
    for (const { plan } of built().slice(1))
      expect(plan.report.policy).toEqual({ ...releasePolicy, keep: leastKeptBesideEarlier });
  });

  it("are refused once too few records are left, told which release is in the way and how many would be left", () => {
    const { refused, release, left, records } = standard.at(-1) as NoPlan & { refused: "OVERLAPS" };
    expect([refused, release]).toEqual(["OVERLAPS", expect.stringMatching(/^annee-[1-4]$/)]);
    expect(left).toBeLessThan(leastKeptBesideEarlier * records);
    expect(left).toBeGreaterThan(0);
  });

  it("tell apart nobody, read together: no cell of fewer than k persons, or of fewer than l values", () => {
    for (const years of [1, 2, 3, 4]) {
      const { size, values } = smallestCell(built().slice(0, years));
      expect(size).toBeGreaterThanOrEqual(releasePolicy.k);
      expect(values).toBeGreaterThanOrEqual(releasePolicy.l);
    }
  });

  it("take the levels of the version before, and a coarser one where too few records would be left", () => {
    const levels = built().map(({ plan }) => plan.report.generalisation.map(({ level }) => level));
    const fine = ["REGION_GROUP", "FOUR_BANDS", "GENDER"];
    expect(levels).toEqual([fine, fine, fine, ["QC", "FOUR_BANDS", "GENDER"]]);
  });

  it("of two keys keep as much as a release of its own, year after year", async () => {
    const shares = sharesOf(await versionsOf(["regionGroup", "gender", "standing", "experienceDomain"], 3));
    expect(shares).toEqual([97, 91, 90]);
  });
});
