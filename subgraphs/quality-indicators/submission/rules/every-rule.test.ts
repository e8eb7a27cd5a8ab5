import { access } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { syntheticSubmissions2024 } from "../../../../seeds/demo/answers-2024.js";
import { syntheticSubmissions2025 } from "../../../../seeds/demo/answers-2025-2026.js";
import { officesOfRegister } from "../../../../seeds/demo/offices.js";
import type { Answer } from "../answer.js";
import { context, found } from "../testing/a-context.js";
import { form2025, fullAnswers } from "../testing/a-push.js";
import { rules } from "./index.js";
import { issuesOf, type PushContext } from "./rule.js";

const folder = "subgraphs/quality-indicators";
// What no rule of the form can hold: storage, the steward's view, the workflow and the publication do.
const provedElsewhere: Readonly<Record<string, string>> = {
  V02: `${folder}/submission/storage.test.ts`,
  V20: `${folder}/submission/duplicated-text.test.ts`,
  V22: `${folder}/submission/storage.test.ts`,
  V27: `${folder}/publication/publication.test.ts`,
  V28: `${folder}/publication/percentage.test.ts`,
};

describe("the clauses V01 to V28", () => {
  const clauses = Array.from({ length: 28 }, (_, index) => `V${String(index + 1).padStart(2, "0")}`);
  const registered = new Set(rules.map(({ id }) => id));

  it.each(clauses)("%s is a rule of the form, or is proved where it holds", async (clause) => {
    const elsewhere = provedElsewhere[clause];
    expect([clause, registered.has(clause)]).toEqual([clause, elsewhere === undefined]);
    if (elsewhere !== undefined) await expect(access(join(process.cwd(), elsewhere))).resolves.not.toThrow();
  });

  it("are all there is, but for what the form itself does not allow", () => {
    expect([...registered].filter((id) => id !== "FORM" && !clauses.includes(id))).toEqual([]);
  });
});

const codes = form2025.questions.map(({ code }) => code);
const choices = form2025.questions.flatMap((question) => question.choices.map(({ code }) => code));
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string(),
  fc.constantFrom("constructor", "__proto__"),
);
const anyAnswer: fc.Arbitrary<Answer> = fc.record(
  {
    question: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...codes) },
      { weight: 1, arbitrary: anyText },
    ),
    number: fc.option(fc.oneof(fc.double(), fc.integer())),
    text: fc.option(anyText),
    choices: fc.option(
      fc.array(
        fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...choices) }, { weight: 1, arbitrary: anyText }),
      ),
    ),
    missing: fc.option(fc.constantFrom("NOT_ANSWERED", "DOES_NOT_KNOW", "NOT_APPLICABLE")),
    comment: fc.option(anyText),
  },
  { requiredKeys: ["question"] },
);
const anyAnswers = fc.array(anyAnswer, { maxLength: 60 });
const anyContext: fc.Arbitrary<PushContext> = fc.record({
  mode: fc.constantFrom("DRY_RUN", "DRAFT", "SUBMIT"),
  establishment: anyText,
  office: fc.option(anyText),
  callerEstablishment: fc.option(anyText),
  expectedOffices: fc.array(anyText),
  baseRevision: fc.option(fc.integer()),
  currentRevision: fc.option(fc.integer()),
  hasApprovedRevision: fc.boolean(),
  reason: fc.option(anyText),
  noticeVersion: fc.option(anyText),
  peerGroup: fc.option(fc.constantFrom("CISSS", "CIUSSS", "CHU_INSTITUT")),
  period: fc.constantFrom(null, context.period, { from: null, to: null }),
  previous: fc.option(fc.record({ campaign: anyText, answers: anyAnswers })),
  missedDeadline: fc.option(fc.date({ noInvalidDate: true })),
});

describe("the rules, whatever they are given", () => {
  it("never fail, and tell every issue in both languages and at a place that exists", () => {
    fc.assert(
      fc.property(anyAnswers, anyContext, (answers, push) => {
        for (const { messages, path, relatedPaths } of issuesOf(rules, answers, form2025, push)) {
          expect(messages.fr.length * messages.en.length).toBeGreaterThan(0);
          for (const place of [path, ...relatedPaths]) {
            const index = /^answers\[(-?\d+)\]/.exec(place)?.[1];
            if (index !== undefined) expect(answers[Number(index)]).toBeDefined();
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  const faults: readonly (readonly [Record<string, Partial<Answer> | null>, string])[] = [
    [{ "A2.6.count": null }, "V03 REQUIRED_BY_CHOICE A2.6.count"],
    [{ "B1.other": { text: "Autre" } }, "V04 CONDITION_NOT_MET B1.other"],
    [{ B4: null }, "V18 REQUIRED B4"],
    [{ B3: { choices: ["DEUX_ANS"] } }, "FORM UNKNOWN_CHOICE B3"],
    [{ B5a: { number: 16 } }, "V08 UNUSUAL_TEAM B5a"],
    [{ B5b: { number: 3.333 } }, "V05 TOO_MANY_DECIMALS B5b"],
    [{ B6: { number: 29 } }, "V09 MORE_ACTIVE_THAN_IN_BANK B7"],
    [{ C4: { choices: ["CLINICAL"] } }, "V16 ACCREDITATION_WITHOUT_TACTICAL C4"],
    [{ C3: { choices: ["PALLIATIVE_2020_25"] } }, "V17 PLAN_OUTSIDE_PERIOD C3"],
    [{ D: { text: "mot ".repeat(151) } }, "V06 TOO_MANY_WORDS D"],
    [{ E: { text: "Mme Roy nous manque." } }, "V19 PERSON_NAME E"],
    [{ Z1: { number: 1 } }, "FORM UNKNOWN_QUESTION Z1"],
  ];

  it("tell of several faults at once all that they tell of each alone", () => {
    for (const [changes, issue] of faults) expect(found(fullAnswers(changes))).toEqual([issue]);
    fc.assert(
      fc.property(fc.subarray([...faults], { minLength: 2 }), (some) => {
        const together = found(fullAnswers(Object.assign({}, ...some.map(([changes]) => changes))));
        expect([...together].sort()).toEqual(some.map(([, issue]) => issue).sort());
      }),
      { numRuns: 100 },
    );
  });
});

describe("the demonstration submissions of 2025-2026", () => {
  const before = new Map(
    syntheticSubmissions2024().map(({ office, responses }) => [office, responses.flat()]),
  );
  const groups = new Map(officesOfRegister.map(({ office, peerGroup }) => [office, peerGroup]));

  it.each(syntheticSubmissions2025())("give no rule anything to say but information: $office", (sent) => {
    const { establishment, office, responses } = sent;
    const answers = (responses[0] ?? []) as Answer[];
    const previous = before.get(office) as Answer[] | undefined;
    const issues = issuesOf(rules, answers, form2025, {
      ...context,
      establishment,
      callerEstablishment: establishment,
      expectedOffices: [office],
      peerGroup: groups.get(office) ?? null,
      previous: previous ? { campaign: "2024", answers: previous } : null,
    });
    expect(issues.filter(({ severity }) => severity !== "I")).toEqual([]);
  });
});
