import { describe, expect, it } from "vitest";
import type { Answer } from "../submission/answer.js";
import { computePublication } from "./compute-publication.js";
import type { ApprovedAnswers, EarlierVintage } from "./publication-input.js";
import { asEarlier, changed, ofIndicators, realAnswers as real } from "./testing/a-publication.js";

const magnitudes = ["IQP-05", "IQP-06", "IQP-07", "IQP-08", "IQP-09"];

/** A vintage of the five magnitudes, as the next one reads it. */
async function shown(submissions: readonly ApprovedAnswers[], ...before: EarlierVintage[]) {
  const input = ofIndicators(magnitudes, { submissions, earlier: before });
  return asEarlier(input, await computePublication(input));
}
/** What a publication says of the five magnitudes for the province. */
async function magnitudesOf(
  submissions: readonly ApprovedAnswers[],
  ...earlier: EarlierVintage[]
): Promise<Record<string, string>> {
  const rows = (await computePublication(ofIndicators(magnitudes, { submissions, earlier }))).filter(
    ({ level }) => level === "PROVINCE",
  );
  for (const { status, value, low, high, numerator, denominator } of rows)
    if (status !== "OBSERVED")
      expect([value, low, high, numerator, denominator]).toEqual(Array(5).fill(null));
  return Object.fromEntries(rows.map(({ indicator, status, reason }) => [indicator, reason ?? status]));
}
const all = (outcome: string, of = magnitudes) =>
  Object.fromEntries(of.map((indicator) => [indicator, outcome]));
const more = (answer: Answer): Answer => ({ ...answer, number: (answer.number ?? 0) + 1 });
const ofOffices = ["IQP-08", "IQP-09"];
const withheld = { ...all("OBSERVED"), ...all("DIFFERENCE_TOO_SMALL", ofOffices) };

describe("a figure of real answers in the vintages of a campaign", () => {
  it("is shown in a first vintage, and in a next one in which no office changed it", async () => {
    expect(await magnitudesOf(real)).toEqual(all("OBSERVED"));
    const commented = changed(1, "B5b", (answer) => ({ ...answer, comment: "Vérifié." }));
    expect(await magnitudesOf(commented, await shown(real))).toEqual(all("OBSERVED"));
  });

  it.each([1, 4])(
    "is withheld when %i offices corrected what they answered of themselves, and no other is",
    async (count) => {
      expect(await magnitudesOf(changed(count, "B5b", more), await shown(real))).toEqual(withheld);
    },
  );

  it("is shown again when five offices changed, whatever was withheld meanwhile", async () => {
    const [first, five] = [await shown(real), changed(5, "B5b", more)];
    expect(await magnitudesOf(five, first)).toEqual(all("OBSERVED"));
    expect(await magnitudesOf(five, first, await shown(changed(1, "B5b", more), first))).toEqual(
      all("OBSERVED"),
    );
  });

  it("is withheld when one office came or went, and shown when five did", async () => {
    expect(await magnitudesOf(real, await shown(real.slice(1)))).toEqual(withheld);
    expect(await magnitudesOf(real.slice(1), await shown(real))).toEqual(withheld);
    expect(await magnitudesOf(real, await shown(real.slice(5)))).toEqual(all("OBSERVED"));
  });

  it("is compared with every vintage that showed it, not with the last one only", async () => {
    const first = await shown(real);
    const second = await shown(changed(5, "B5b", more), first);
    expect(await magnitudesOf(changed(1, "B5b", more), first, second)).toEqual(withheld);
  });

  it("is a number of partners that stands beside the establishment's name: its correction tells nothing more", async () => {
    expect(await magnitudesOf(changed(1, "B7", more), await shown(real))).toEqual(all("OBSERVED"));
  });

  it("is withheld as much where the answers are synthetic: what a demonstration shows is what a campaign would", async () => {
    const synthetic = real.map((submission) => ({ ...submission, synthetic: true }));
    expect(await magnitudesOf(changed(1, "B5b", more, synthetic), await shown(synthetic))).toEqual(withheld);
  });

  it("stays withheld where it was, so that another one could not be computed", async () => {
    const input = ofIndicators(magnitudes);
    const rows = await computePublication(input);
    const hidden = rows.filter(({ reason }) => reason === "PROTECTED");
    expect(hidden.length).toBeGreaterThan(0);
    const five = changed(5, "B5b", more);
    const next = await computePublication({ ...input, submissions: five, earlier: [asEarlier(input, rows)] });
    const textOf = ({ indicator, level, area }: (typeof rows)[number]) => `${indicator} ${level} ${area}`;
    const reasons = new Map(next.map((row) => [textOf(row), row.reason]));
    for (const row of hidden) expect(reasons.get(textOf(row))).toBe("PROTECTED");
  });
});
