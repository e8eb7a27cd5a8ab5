import { describe, expect, it } from "vitest";
import { syntheticSubmissions2024 } from "./answers-2024.js";
import { officesOfRegister } from "./offices.js";
import {
  countOf,
  figures2024,
  type Measure,
  measureOf,
  populationCode,
  populationDirection,
  type PublishedFigure,
  publishedMode,
  publishedNumber,
  publishedRange,
} from "./published-targets.js";
import type { SyntheticAnswer } from "./synthetic-submission.js";

type Response = readonly SyntheticAnswer[];

const submissions = syntheticSubmissions2024();
const responses: Response[] = submissions.flatMap((submission) => submission.responses);
const otherSeeds = Array.from({ length: 100 }, (_, seed) => seed);

const numbers = (question: string, given: readonly Response[] = responses): number[] =>
  given.flatMap((response) =>
    response.flatMap((answer) => (answer.question === question ? (answer.number ?? []) : [])),
  );
const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** What a response marks, the write-in of the population directorate coded as a steward codes it. */
function marksOf(response: Response, question: string): readonly string[] {
  const marks = response.find((answer) => answer.question === question)?.choices ?? [];
  const isPopulation =
    response.find((answer) => answer.question === "B1.other")?.text === populationDirection;
  return question === "B1" && isPopulation
    ? marks.map((mark) => (mark === "OTHER" ? populationCode : mark))
    : marks;
}

const countMarks = (given: readonly Response[], { question, choices }: Measure): number =>
  given.filter((response) => marksOf(response, question).some((mark) => choices.includes(mark))).length;

// Facts about who answered, and shares of partners: tested by their sums below.
const notMarks = [
  "2024.regions_represented",
  "2024.establishments_represented",
  "2024.active_share",
  "2024.fte_mode",
];

const counted = figures2024.flatMap((figure) => {
  const measure = measureOf(figure);
  const count = countOf(figure);
  return measure && count !== null ? [{ figure, measure, count }] : [];
});

describe("the demonstration answers of 2024", () => {
  it("leave no published share aside", () => {
    const shares = figures2024.filter(({ numerator }) => numerator !== null);
    const aside = shares.filter((figure) => measureOf(figure) === null).map(({ figure }) => figure);
    expect([...new Set(aside)].sort()).toEqual([...notMarks].sort());
    expect(counted.length).toBeGreaterThan(50);
  });

  it.each(counted)("are counted as printed: $figure.code, $count", ({ figure, measure, count }) => {
    expect(countMarks(responses, measure)).toBe(count);
    if (figure.denominator === null) return;
    const answered = responses.filter((response) => marksOf(response, measure.question).length > 0);
    expect(answered).toHaveLength(figure.denominator);
  });

  // The write-in of the population directorate is no choice of the form that could be unmarked.
  it.each(counted.filter(({ figure }) => figure.category !== populationCode))(
    "would no longer fit $figure.code, and only it, if one mark were taken away",
    ({ figure, measure }) => {
      const holder = responses.find((response) => countMarks([response], measure) === 1);
      const changed = responses.map((response) =>
        response.map((answer) =>
          response === holder && answer.question === measure.question && answer.choices
            ? { ...answer, choices: answer.choices.filter((choice) => !measure.choices.includes(choice)) }
            : answer,
        ),
      );
      const missed = counted.filter((one) => countMarks(changed, one.measure) !== one.count);
      expect(new Set(missed.map((one) => one.figure.figure))).toEqual(new Set([figure.figure]));
      expect(missed.every((one) => countMarks(changed, one.measure) === one.count - 1)).toBe(true);
    },
  );

  it("come from the offices that the Portrait counts, in as many responses", () => {
    const expected = officesOfRegister.filter(({ represented2024 }) => represented2024 !== "NO");
    expect(submissions.map(({ establishment, office }) => [establishment, office])).toEqual(
      expected.map(({ establishment, office }) => [establishment, office]),
    );
    expect(submissions).toHaveLength(publishedNumber("2024.offices_responding.portrait"));
    expect(responses).toHaveLength(publishedNumber("2024.respondents.annexe-3"));
    expect(submissions.filter((submission) => submission.responses.length === 2)).toHaveLength(2);
  });

  it("count the partners of an office once, even when two people answered for it", () => {
    for (const submission of submissions) {
      const askedOfPartners = submission.responses.map(
        (response) => response.filter(({ question }) => question === "B6" || question === "B7").length,
      );
      expect(askedOfPartners).toEqual([2, 0].slice(0, submission.responses.length));
    }
  });

  it.each([
    ["B6", "2024.partners_bank_total.annexe-3", "2024.partners_bank_range.annexe-3"],
    ["B7", "2024.partners_active_total.annexe-3", "2024.partners_active_range.annexe-3"],
  ])("add up to the printed total and fill the printed range in %s", (question, total, range) => {
    expect(sum(numbers(question))).toBe(publishedNumber(total));
    expect({ low: Math.min(...numbers(question)), high: Math.max(...numbers(question)) }).toEqual(
      publishedRange(range),
    );
  });

  it("have no office with more active partners than partners", () => {
    const banks = numbers("B6");
    numbers("B7").forEach((active, office) => expect(active).toBeLessThanOrEqual(banks[office] as number));
  });

  it.each([
    ["B5a", "2024.fte_range.annexe-3-equipes"],
    ["B5b", "2024.fte_range.portrait"],
  ])("fill the printed range of teams in %s", (question, range) => {
    expect(numbers(question)).toHaveLength(responses.length);
    expect({ low: Math.min(...numbers(question)), high: Math.max(...numbers(question)) }).toEqual(
      publishedRange(range),
    );
  });

  it("have the printed number of full-time equivalents as their only mode, as often as printed", () => {
    const uses = new Map<number, number>();
    for (const value of numbers("B5b")) uses.set(value, (uses.get(value) ?? 0) + 1);
    const mode = publishedMode();
    expect(uses.get(mode.value)).toBe(mode.count);
    expect([...uses.values()].filter((count) => count >= mode.count)).toHaveLength(1);
  });

  it("write in the directorate of the population once, and another directorate once", () => {
    const written = responses.flatMap((response) =>
      response.flatMap((answer) => (answer.question === "B1.other" ? (answer.text ?? []) : [])),
    );
    expect(written.filter((text) => text === populationDirection)).toHaveLength(1);
    expect(written).toHaveLength(2);
  });

  it("give every budget within the published range, each band at least once, or say that it is not known", () => {
    const budgets = responses.map((response): string | undefined => {
      const answer = response.find(({ question }) => question === "B4");
      return answer?.missing ?? answer?.choices?.[0];
    });
    expect(new Set(budgets)).toEqual(
      new Set(["B50_100K", "B100_150K", "B150_200K", "B200_250K", "DOES_NOT_KNOW"]),
    );
  });

  it("keep every printed count, total and mode whatever the seed", () => {
    const mode = publishedMode();
    for (const seed of otherSeeds) {
      const given: Response[] = syntheticSubmissions2024(seed).flatMap((submission) => submission.responses);
      const missed = counted.filter(({ measure, count }) => countMarks(given, measure) !== count);
      expect(missed.map(({ figure }) => figure.code)).toEqual([]);
      expect(sum(numbers("B6", given))).toBe(publishedNumber("2024.partners_bank_total.annexe-3"));
      expect(sum(numbers("B7", given))).toBe(publishedNumber("2024.partners_active_total.annexe-3"));
      const teams = numbers("B5b", given);
      const mostFrequent = teams.filter(
        (value) => teams.filter((other) => other === value).length >= mode.count,
      );
      expect(mostFrequent).toEqual(Array(mode.count).fill(mode.value));
    }
  });

  it("are the same each time that they are made", () => {
    expect(syntheticSubmissions2024()).toEqual(submissions);
  });
});

describe("a figure that counts marks", () => {
  it("is refused when nobody knows which choice it counts", () => {
    const figure = { ...(figures2024[0] as PublishedFigure), figure: "2024.dir_moon", category: null };
    expect(() => measureOf(figure)).toThrow("2024.dir_moon");
  });
});
