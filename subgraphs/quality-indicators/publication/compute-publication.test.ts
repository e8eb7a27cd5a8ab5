import { describe, expect, it } from "vitest";
import { campaignFrame } from "../../../seeds/demo/campaign-frame.js";
import { syntheticSubmissions2024 } from "../../../seeds/demo/answers-2024.js";
import { syntheticSubmissions2025 } from "../../../seeds/demo/answers-2025-2026.js";
import type { SyntheticSubmission } from "../../../seeds/demo/synthetic-submission.js";
import { readReference } from "../../../seeds/planting.js";
import { emptyRegisters } from "../computation/registers.js";
import type { Answer } from "../submission/answer.js";
import { computePublication } from "./compute-publication.js";
import { changesBetween } from "./publication-changes.js";
import type { ApprovedAnswers, PublicationInput } from "./publication-input.js";

const instruments =
  readReference<{ code: string; questions: PublicationInput["questions"] }[]>("instruments.json");
const campaigns = readReference<PublicationInput["campaign"][]>("campaigns.json");
const taken = (from: SyntheticSubmission[], synthetic = false): ApprovedAnswers[] =>
  from.map(({ office, responses }) => ({ office, responses: responses as Answer[][], synthetic }));

const anInput = (code: "2024" | "2025-2026", changes: Partial<PublicationInput> = {}): PublicationInput => ({
  campaign: campaigns.find((campaign) => campaign.code === code)!,
  questions: instruments.find((instrument) => instrument.code === code)!.questions,
  indicators: readReference<PublicationInput["indicators"]>("indicators.json"),
  frame: campaignFrame(code),
  submissions: taken(code === "2024" ? syntheticSubmissions2024() : syntheticSubmissions2025()),
  contradictions: [],
  earlier: [],
  closesAt: new Date("2026-06-30T04:00:00Z"),
  registers: emptyRegisters,
  publishedOn: "2026-05-04",
  ...changes,
});
/** True for the rows that tell of answers, not of the hub's own registers. */
const isOfAnswers = ({ indicator }: { indicator: string }): boolean =>
  !["IQP-25", "IQP-26"].includes(indicator);
const changedIndicators = async (before: PublicationInput, after: PublicationInput): Promise<string[]> => [
  ...new Set(
    changesBetween(await computePublication(before), await computePublication(after)).map(
      ({ indicator, category }) => indicator + (category === null ? "" : `.${category}`),
    ),
  ),
];
/** The input in which the first office answers one question otherwise. */
const withAnswer = (input: PublicationInput, answer: Answer): PublicationInput => {
  const [first, ...others] = input.submissions;
  const responses = first!.responses.map((response) =>
    response.map((given) => (given.question === answer.question ? answer : given)),
  );
  return { ...input, submissions: [{ ...first!, responses }, ...others] };
};

describe("a publication", () => {
  const input = anInput("2025-2026");
  const firstAnswer = (question: string) =>
    input.submissions[0]!.responses[0]!.find((answer) => answer.question === question)!;

  it("is the same for the same answers, whatever their order", async () => {
    const reversed = { ...input, submissions: [...input.submissions].reverse() };
    expect(await changedIndicators(input, reversed)).toEqual([]);
    expect(await computePublication(input)).toEqual(await computePublication(anInput("2025-2026")));
  });

  it.each<[string, Answer, string[]]>([
    [
      "active partners",
      { question: "B7", number: (firstAnswer("B7").number ?? 0) + 30 },
      ["IQP-06", "IQP-07", "IQP-09"],
    ],
    [
      "partners in the pool",
      { question: "B6", number: (firstAnswer("B6").number ?? 0) + 300 },
      ["IQP-05", "IQP-07"],
    ],
    ["the involvement at every level", { question: "C4", choices: [] }, ["IQP-13", "IQP-14", "IQP-15"]],
    ["the title of who answered", { question: "A2.2", text: "Une autre" }, []],
    ["a text", { question: "D", text: "Autre chose" }, []],
  ])("says otherwise, when %s change, exactly what they are part of", async (_what, answer, expected) => {
    const changed = await changedIndicators(input, withAnswer(input, answer));
    expect(expected).toEqual(expect.arrayContaining(changed));
    expect(changed.length > 0).toBe(expected.length > 0);
  });

  it("moves one budget from a band to another and nothing else", async () => {
    const [from, to] = [firstAnswer("B4").choices?.[0] ?? "DOES_NOT_KNOW", "GT250K"];
    expect(from).not.toBe(to);
    const changed = await changedIndicators(input, withAnswer(input, { question: "B4", choices: [to] }));
    expect(changed.sort()).toEqual([`IQP-11.${from}`, `IQP-11.${to}`].sort());
  });

  it("is protected whole while fewer than five offices answered, and not from five on", async () => {
    const of = async (count: number) =>
      (await computePublication({ ...input, submissions: input.submissions.slice(0, count) })).filter(
        (row) => row.level === "PROVINCE" && isOfAnswers(row),
      );
    expect(new Set((await of(4)).map(({ status, reason }) => `${status} ${reason}`))).toEqual(
      new Set(["SUPPRESSED SMALL_GROUP"]),
    );
    expect((await of(5)).filter(({ status }) => status === "OBSERVED").length).toBeGreaterThan(40);
  });

  it("carries no number in a row that is not observed", async () => {
    const rows = await computePublication({ ...input, submissions: [] });
    for (const row of rows.filter((found) => found.level === "PROVINCE" && isOfAnswers(found))) {
      const { value, low, high, text, numerator, denominator } = row;
      expect([row.status, row.reason, value, low, high, text, numerator, denominator]).toEqual([
        "CANNOT_BE_CALCULATED",
        "NO_ANSWER",
        ...Array(6).fill(null),
      ]);
    }
  });

  it.each([
    ["a sum", "IQP-05", "B6"],
    ["a ratio, by its numerator", "IQP-07", "B7"],
    ["a ratio, by its denominator", "IQP-07", "B6"],
    ["a distribution", "IQP-08", "B5b"],
    ["a share of one number", "IQP-10", "B5a"],
    ["a share of one choice", "IQP-04", "B3"],
    ["the shares by choice", "IQP-11", "B4"],
  ])(
    "protects %s by the offices that gave it, not by those that answered something",
    async (_what, code, question) => {
      const outcomes = async (count: number): Promise<string[]> => {
        const submissions = input.submissions.map((submission, index) => ({
          ...submission,
          responses: submission.responses.map((response) =>
            response
              .filter((answer) => answer.question !== question || index < count)
              .map((answer) => (answer.question === "B4" ? { question: "B4", choices: ["GT250K"] } : answer)),
          ),
        }));
        const rows = (await computePublication({ ...input, submissions })).filter(
          ({ indicator, level }) => indicator === code && level === "PROVINCE",
        );
        for (const { status, value, low, high, numerator, denominator } of rows)
          if (status !== "OBSERVED")
            expect([value, low, high, numerator, denominator]).toEqual(Array(5).fill(null));
        return [...new Set(rows.map(({ status, reason }) => `${status} ${reason}`))];
      };
      expect(await outcomes(0)).toEqual(["CANNOT_BE_CALCULATED NO_ANSWER"]);
      expect(await outcomes(1)).toEqual(["SUPPRESSED SMALL_GROUP"]);
      expect(await outcomes(4)).toEqual(["SUPPRESSED SMALL_GROUP"]);
      expect(await outcomes(5)).toEqual(["OBSERVED null"]);
    },
  );

  it("never publishes a question that is marked so, nor one without a level", async () => {
    const levelOf = (finestLevel: string) => ({
      ...input,
      questions: input.questions.map((question) =>
        question.code === "B3" ? { ...question, finestLevel } : question,
      ),
    });
    const indicators = async (of: PublicationInput) =>
      (await computePublication(of)).map(({ indicator }) => indicator);
    expect(await indicators(levelOf("GROUP"))).toContain("IQP-04");
    expect(await indicators(levelOf("NEVER"))).not.toContain("IQP-04");
    const without = { ...input, questions: input.questions.filter(({ code }) => code !== "B3") };
    expect(await indicators(without)).not.toContain("IQP-04");
  });

  it("is synthetic as soon as one answer is, and says so by establishment", async () => {
    expect(new Set((await computePublication(input)).map(({ origin }) => origin))).toEqual(
      new Set(["COMPUTED"]),
    );
    const [first, ...others] = input.submissions;
    const mixed = await computePublication({
      ...input,
      submissions: [{ ...first!, synthetic: true }, ...others],
    });
    const ofProvince = mixed.filter((row) => row.level === "PROVINCE" && isOfAnswers(row));
    expect(new Set(ofProvince.map(({ origin }) => origin))).toEqual(new Set(["SYNTHETIC"]));
    const reasons = mixed
      .filter(({ level }) => level === "ESTABLISHMENT")
      .map(({ status, reason, origin }) => `${status} ${reason} ${origin}`);
    expect(reasons.filter((reason) => reason === "SUPPRESSED SYNTHETIC SYNTHETIC")).toHaveLength(3);
    const real = reasons.filter((reason) => reason.endsWith(" COMPUTED"));
    expect(real).toHaveLength(19 * 3);
    expect(real.filter((reason) => reason === "OBSERVED null COMPUTED").length).toBeGreaterThan(19 * 1.5);
  });

  it("speaks of respondents in 2024 and of offices from 2025-2026, with every count beside its percentage", async () => {
    for (const [code, basis, base] of [
      ["2024", "RESPONDENTS", 30],
      ["2025-2026", "OFFICES", 20],
    ] as const) {
      const shares = (await computePublication(anInput(code))).filter(
        ({ indicator, level }) => indicator === "IQP-04" && level === "PROVINCE",
      );
      expect(shares).toMatchObject([{ basis, denominator: base, unit: "PERCENT" }]);
    }
    for (const row of await computePublication(input))
      if (row.unit === "PERCENT" && row.status === "OBSERVED")
        expect([row.numerator, row.denominator]).not.toContain(null);
  });
});
