import { afterAll, beforeAll, describe, expect, it } from "vitest";
import fc from "fast-check";
import { form2025, fullAnswers } from "./testing/a-push.js";
import { aCollection, type Collection } from "./testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());

describe("one live submission an office and campaign (V02)", () => {
  it("is held by the database itself", async () => {
    const again = `INSERT INTO quality_indicators.submission (campaign, office, establishment, state, current_revision)
      SELECT campaign, office, establishment, 'DRAFT', 1 FROM quality_indicators.submission LIMIT 1`;
    await expect(hub.database.query(again)).rejects.toMatchObject({ code: "23505" });
  });

  it("is one response: no push of 2025-2026 keeps two", async () => {
    const responses = await hub.database.query<{ responses: number }>(
      `SELECT DISTINCT jsonb_array_length(responses) AS responses
       FROM quality_indicators.submission_revision AS revision
       JOIN quality_indicators.submission ON submission.id = revision.submission AND campaign = '2025-2026'`,
    );
    expect(responses).toEqual([{ responses: 1 }]);
    const twice = [...fullAnswers(), { question: "B6", number: 61 }];
    const { status, issues } = await hub.push({ answers: twice });
    expect([status, issues.map(({ code }) => code)]).toEqual(["REJECTED", ["ANSWERED_TWICE"]]);
  });
});

describe("bands (V22)", () => {
  const banded = form2025.questions.filter(({ choices }) =>
    choices.some(({ low, high }) => low !== null || high !== null),
  );

  it("are those of the years and of the budget", () => {
    expect(banded.map(({ code }) => code)).toEqual(["B3", "B4"]);
  });

  it.each(banded)(
    "of $code hold every number once, the low end included and the high one not",
    (question) => {
      const bandsOf = (value: number): string[] =>
        question.choices
          .filter(({ low, high }) => (low ?? 0) <= value && (high === null || value < high))
          .map(({ code }) => code);
      fc.assert(
        fc.property(fc.double({ min: 0, max: 1_000_000, noNaN: true }), (value) => {
          expect(bandsOf(value)).toHaveLength(1);
        }),
      );
      question.choices.forEach(({ low, code }, index) => {
        if (index > 0)
          expect([low, bandsOf(low ?? NaN)]).toEqual([question.choices[index - 1]!.high, [code]]);
      });
    },
  );

  it.each(banded)("of $code are kept as the code of the form, never as words", async ({ code, choices }) => {
    const kept = await hub.database.query<{ answer: { choices?: string[]; missing?: string } }>(
      `SELECT answer FROM quality_indicators.submission_revision,
         jsonb_array_elements(responses) AS response, jsonb_array_elements(response) AS answer
       WHERE answer->>'question' = $1`,
      [code],
    );
    const codes = choices.map((choice) => choice.code);
    expect(kept.length).toBeGreaterThan(40);
    for (const { answer } of kept)
      expect(answer.missing ?? codes.filter((choice) => answer.choices?.includes(choice)).length).toEqual(
        answer.missing ?? 1,
      );
    const label = choices[0]!.label.fr;
    const inWords = await hub.push({ answers: fullAnswers({ [code]: { text: label } }) });
    const asChoice = await hub.push({ answers: fullAnswers({ [code]: { choices: [label] } }) });
    expect([inWords, asChoice].map(({ status }) => status)).toEqual(["REJECTED", "REJECTED"]);
  });
});
