import { beforeAll, describe, expect, it } from "vitest";
import type { Arena } from "./arena.js";
import { attacksByAveraging } from "./averaging.js";
import { correctAndApprove, declareReal, define, publish, shareOfSome } from "./publishing.js";
import {
  answersOf,
  areasOfOffices,
  careless,
  figuresIn,
  type OfficeAnswer,
  type PublicFigure,
  publicRows,
  type PublicRow,
} from "./public-tables.js";
import { intervalsOf, type ReadVintage, type Secret, secretsIn } from "./interval-script.js";
import { singledOut } from "./tracker-script.js";

const policyWidth = 5;
const smallestGroup = 5;
const unchanged = new Set<string>();

/** Somebody who downloads every public table, each time it is published, and keeps it. */
export function attacksOnPublicFigures(arena: () => Arena): void {
  const areas = areasOfOffices();
  let offices: string[];
  let answers: { first: OfficeAnswer[]; second: OfficeAnswer[] };
  let rows: { first: PublicRow[]; second: PublicRow[] };
  let corrected: string;
  let leftOut: { offices: string[]; atLeast: number };
  beforeAll(async () => {
    const { hub } = arena();
    await declareReal(hub);
    const first = await answersOf(hub);
    offices = first.map(({ office }) => office);
    leftOut = shareOfSome(first);
    await define(hub, leftOut.atLeast);
    await publish(hub);
    const before = await publicRows(hub);
    corrected = first[7]!.office;
    await correctAndApprove(hub, corrected);
    await publish(hub);
    rows = { first: before, second: await publicRows(hub) };
    answers = { first, second: await answersOf(hub) };
  }, 240_000);

  const narrowest = (
    secrets: readonly Secret[],
    vintages: readonly ReadVintage[],
    own: readonly OfficeAnswer[] = [],
    reasons: ReadonlyMap<string, string> = new Map(),
  ): number =>
    Math.min(
      ...intervalsOf(secrets, vintages, offices, areas, own, reasons).map(
        ({ lower, upper }) => upper - lower,
      ),
    );
  /** Why the active partners of each office were held back, as its establishment's row says. */
  const reasonsTold = (): Map<string, string> => {
    const officeOf = new Map(answers.first.map(({ office, establishment }) => [establishment, office]));
    return new Map(
      rows.first
        .filter(
          ({ indicator, level, status }) =>
            indicator === "IQP-06" && level === "ESTABLISHMENT" && status === "SUPPRESSED",
        )
        .flatMap(({ area, reason }) => {
          const office = officeOf.get(area!);
          return office ? [[office, reason!] as const] : [];
        }),
    );
  };
  const score = (attack: string, measure: string, hub: number, raw: number, chance: string): void =>
    void arena().scores.push({ attack, measure, hub, raw, chance });
  const width = `>= ${policyWidth} (policy)`;

  describe("differencing", () => {
    it("of the province, groups, regions and establishments leaves every small number in an interval as wide as the policy says", () => {
      const secrets = secretsIn(answers.first);
      const [hub, raw] = [figuresIn(rows.first), careless(answers.first, areas)].map((figures) =>
        narrowest(secrets, [{ figures, changed: unchanged }]),
      ) as [number, number];
      score("differencing of areas", "narrowest interval", hub, raw, width);
      const atTheEnd = intervalsOf(
        secrets,
        [{ figures: figuresIn(rows.first), changed: unchanged }],
        offices,
        areas,
      ).filter(({ lower, upper }, index) => [lower, upper].includes(secrets[index]!.value));
      expect(atTheEnd).toEqual([]);
      expect(secrets.length).toBeGreaterThanOrEqual(4);
      expect(hub).toBeGreaterThanOrEqual(policyWidth);
      expect(raw).toBe(0);
    }, 60_000);

    it("of two vintages does no better, for who knows which office corrected its numbers", () => {
      const secrets = secretsIn(answers.second);
      const changed = new Set([corrected]);
      const [hub, raw] = [
        [figuresIn(rows.first), figuresIn(rows.second)],
        [careless(answers.first, areas), careless(answers.second, areas)],
      ].map(([before, after]) =>
        narrowest(secrets, [
          { figures: before!, changed: unchanged },
          { figures: after!, changed },
        ]),
      ) as [number, number];
      score("differencing of two vintages", "narrowest interval", hub, raw, width);
      expect(hub).toBeGreaterThanOrEqual(policyWidth);
      expect(raw).toBe(0);
    }, 60_000);

    it("of two vintages gives no answer of the one office that corrected what it said of itself", () => {
      const placesOf = (figures: readonly PublicFigure[]) =>
        new Map(
          figures
            .filter(({ indicator }) => indicator === "IQP-08")
            .map(({ category, level, area, value }) => [`${category} ${level} ${area}`, value]),
        );
      const differences = (before: readonly PublicFigure[], after: readonly PublicFigure[]): number => {
        const earlier = placesOf(before);
        return [...placesOf(after)].filter(
          ([place, value]) => earlier.has(place) && earlier.get(place) !== value,
        ).length;
      };
      const sum = (of: readonly OfficeAnswer[]): PublicFigure[] => [
        {
          indicator: "IQP-08",
          category: "",
          level: "PROVINCE",
          area: "QC",
          value: of.reduce((total, { staff }) => total + staff, 0),
          numerator: null,
          denominator: null,
        },
      ];
      const [hub, raw] = [
        differences(figuresIn(rows.first), figuresIn(rows.second)),
        differences(sum(answers.first), sum(answers.second)),
      ];
      score("a correction of one office", "figures that show it", hub, raw, "0");
      expect(placesOf(figuresIn(rows.first)).size).toBeGreaterThan(0);
      expect([hub, raw]).toEqual([0, 1]);
    });

    it("of 8 of 20 and 7 of 19 is not possible: the one of fewer is not shown beside the one of all", () => {
      const told = (figures: readonly PublicFigure[]): number => {
        const [all, some] = ["IQP-20", "IQP-27"].map((code) =>
          figures.find(({ indicator, level }) => indicator === code && level === "PROVINCE"),
        );
        const apart = (all?.denominator ?? 0) - (some?.denominator ?? 0);
        return Number(all !== undefined && some !== undefined && apart > 0 && apart < smallestGroup);
      };
      const share = (indicator: string, of: readonly OfficeAnswer[]): PublicFigure => {
        const yes = of.filter(({ choices }) => choices.get("C6")?.includes("YES")).length;
        const value = (100 * yes) / of.length;
        return {
          indicator,
          category: "",
          level: "PROVINCE",
          area: "QC",
          value,
          numerator: yes,
          denominator: of.length,
        };
      };
      const some = answers.first.filter(({ office }) => !leftOut.offices.includes(office));
      const [hub, raw] = [
        told(figuresIn(rows.first)),
        told([share("IQP-20", answers.first), share("IQP-27", some)]),
      ];
      score("8 of 20 and 7 of 19", "answers of the others told", hub, raw, "0");
      expect(leftOut.offices.length).toBeLessThan(smallestGroup);
      expect(
        rows.first.some(({ indicator, status }) => indicator === "IQP-27" && status === "SUPPRESSED"),
      ).toBe(true);
      expect([hub, raw]).toEqual([0, 1]);
    });
  });

  describe("the reasons why figures are held back", () => {
    it("narrow no interval below the policy, for who knows the rules by which they are given", () => {
      const secrets = secretsIn(answers.first);
      const reasons = reasonsTold();
      const of = (figures: readonly PublicFigure[]): number =>
        narrowest(secrets, [{ figures, changed: unchanged }], [], reasons);
      const [hub, raw] = [of(figuresIn(rows.first)), of(careless(answers.first, areas))];
      score("differencing, reasons read", "narrowest interval", hub, raw, width);
      expect(new Set(reasons.values())).toEqual(new Set(["PROTECTED"]));
      expect(hub).toBeGreaterThanOrEqual(policyWidth);
      expect(raw).toBe(0);
    }, 120_000);
  });

  describe("a tracker over areas", () => {
    it("adds and subtracts the yes and no of offices as it likes: what is left is about five of them at least", () => {
      const isFact = ({ indicator }: PublicFigure): boolean => /^IQP-(03|04|1[0-9]|20)$/.test(indicator);
      const levels = ["PROVINCE", "PEER_GROUP", "REGION_GROUP"];
      const every = [...new Set(offices.flatMap((office) => [...areas.get(office)!]))]
        .map((place) => place.split(" ") as [string, string])
        .filter(([level]) => levels.includes(level))
        .map(([level, area]) => ({
          indicator: "IQP-20",
          category: "",
          level,
          area,
          value: 0,
          numerator: 0,
          denominator: 0,
        }));
      const measures = singledOut(figuresIn(rows.first).filter(isFact), offices, areas);
      const [hub, raw] = [measures, singledOut(every, offices, areas)].map((found) =>
        Math.min(...found.values()),
      ) as [number, number];
      score("tracker over areas", "fewest offices told of", hub, raw, `>= ${smallestGroup} (policy)`);
      expect(measures.size).toBeGreaterThan(30);
      expect(hub).toBeGreaterThanOrEqual(smallestGroup);
      expect(raw).toBeLessThan(smallestGroup);
    }, 60_000);
  });

  describe("a contributor", () => {
    const ofOthers = (figures: readonly PublicFigure[], reasons?: ReadonlyMap<string, string>): number =>
      Math.min(
        ...answers.first.map((own) =>
          narrowest(
            secretsIn(answers.first).filter(({ office }) => office !== own.office),
            [{ figures, changed: unchanged }],
            [own],
            reasons,
          ),
        ),
      );

    it("who takes its own numbers out of the sums finds no small number of another office", () => {
      const [hub, raw] = [ofOthers(figuresIn(rows.first)), ofOthers(careless(answers.first, areas))];
      score("an office's own numbers", "narrowest interval of others", hub, raw, width);
      expect(hub).toBeGreaterThanOrEqual(policyWidth);
      expect(raw).toBe(0);
    }, 120_000);

    it("who reads why figures are held back as well finds none either", () => {
      const hub = ofOthers(figuresIn(rows.first), reasonsTold());
      const raw = ofOthers(careless(answers.first, areas));
      score("an office's own numbers, reasons read", "narrowest interval of others", hub, raw, width);
      expect(hub).toBeGreaterThanOrEqual(policyWidth);
      expect(raw).toBe(0);
    }, 120_000);
  });

  attacksByAveraging(arena, () => answers.second);
}
