import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";
import { aSubgraph } from "../../../test/harness/subgraph.js";
import { qualityIndicators } from "../index.js";

interface Figure {
  readonly figure: string;
  readonly campaign: string | null;
  readonly category: string | null;
  readonly value: number | null;
  readonly unit: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly countInferred: boolean;
  readonly derived: boolean;
  readonly rank: number;
  readonly status: string;
}

let database: TestDatabase;
let figures: Figure[];

beforeAll(async () => {
  database = await aDatabase("reference");
  const { ask } = aSubgraph(qualityIndicators, database);
  const { data } = await ask<{ publishedFigures: Figure[] }>(
    "{ publishedFigures { figure campaign category value unit numerator denominator countInferred derived rank status } }",
  );
  figures = data!.publishedFigures;
});
afterAll(() => database.drop());

const percentages = (campaign: string): Figure[] =>
  figures.filter(
    (figure) => figure.campaign === campaign && figure.unit === "PERCENT" && figure.countInferred,
  );
const valueOf = (figure: string, rank = 1): number | null | undefined =>
  figures.find((found) => found.figure === figure && found.rank === rank)?.value;

/** True when a whole count out of `base` rounds to every one of the percentages. */
const explains = (base: number, values: readonly number[]): boolean =>
  values.every((value) =>
    Array.from({ length: base + 1 }, (_, count) => Math.round((100 * count) / base)).includes(value),
  );
const basesThatExplain = (values: readonly number[], from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((base) => explains(base, values));
const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

describe("the arithmetic of the published figures", () => {
  it("gives every percentage of 2024 and 2019 back from its inferred count", () => {
    const inferred = [...percentages("2024"), ...percentages("2019")];
    expect(inferred.length).toBeGreaterThan(50);
    for (const { figure, value, numerator, denominator } of inferred)
      expect([figure, Math.round((100 * numerator!) / denominator!)]).toEqual([figure, value]);
    expect(new Set(percentages("2024").map(({ denominator }) => denominator))).toEqual(new Set([30]));
    expect(new Set(percentages("2019").map(({ denominator }) => denominator))).toEqual(new Set([29]));
  });

  it("makes 30 the only base of 2024 between 5 and 59, so not the 28 offices", () => {
    const values = percentages("2024").map(({ value }) => value!);
    expect(basesThatExplain(values, 5, 59)).toEqual([30]);
    for (const value of [83, 10, 3, 60, 77, 73, 17, 70, 63, 53, 80, 90, 87, 67, 37, 23, 27])
      expect([value, explains(28, [value])]).toEqual([value, false]);
  });

  it("makes 29 and 58 the only bases of 2019 up to 59, so 29 the only one below the 35 establishments", () => {
    const values = percentages("2019").map(({ value }) => value!);
    expect(new Set(values)).toEqual(new Set([38, 52, 97, 48]));
    expect(basesThatExplain(values, 1, 59)).toEqual([29, 58]);
  });

  it("adds the roles of respondents up to 30", () => {
    const roles = figures.filter(({ figure }) => figure.startsWith("2024.respondent_roles"));
    expect(roles).toHaveLength(8);
    expect(sum(roles.map(({ value }) => value))).toBe(30);
  });

  it("counts 31 marks of directions for 30 respondents: several could be chosen", () => {
    const directions = figures.filter(({ figure, rank }) => figure.startsWith("2024.dir_") && rank === 1);
    expect(directions).toHaveLength(5);
    expect(sum(directions.map(({ numerator }) => numerator))).toBe(31);
    expect(sum(directions.map(({ value }) => value))).toBe(102);
  });

  it("adds the shares of 2016 up to 100", () => {
    const shares = figures.filter(({ figure }) => figure.startsWith("2016.mcq_activity_share"));
    expect(shares).toHaveLength(6);
    expect(sum(shares.map(({ value }) => value))).toBeCloseTo(100, 10);
  });

  it("has no more active partners than partners in pools, at each place of the document", () => {
    expect([valueOf("2024.partners_active_total", 1), valueOf("2024.partners_bank_total", 1)]).toEqual([
      892, 1721,
    ]);
    expect([valueOf("2024.partners_active_total", 2), valueOf("2024.partners_bank_total", 2)]).toEqual([
      860, 1700,
    ]);
    for (const share of figures.filter(({ figure }) => figure === "2024.active_share")) {
      expect(share.numerator!).toBeLessThanOrEqual(share.denominator!);
      expect(Math.round((1000 * share.numerator!) / share.denominator!) / 10).toBe(share.value);
    }
  });

  it("lets the mean of an office be told on both bases", () => {
    const bank = valueOf("2024.partners_bank_total")!;
    const active = valueOf("2024.partners_active_total")!;
    const offices = valueOf("2024.offices_responding")!;
    const respondents = valueOf("2024.respondents")!;
    const mean = (total: number, base: number): number => Math.round((10 * total) / base) / 10;
    expect([mean(bank, offices), mean(bank, respondents)]).toEqual([61.5, 57.4]);
    expect([mean(active, offices), mean(active, respondents)]).toEqual([31.9, 29.7]);
  });

  it("never gives a value for what was lost with a chart", () => {
    const lost = figures.filter(({ status }) => status === "NOT_EXTRACTED");
    expect(lost.length).toBeGreaterThan(0);
    for (const { value, numerator } of lost) expect([value, numerator]).toEqual([null, null]);
  });
});
