import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { checkForm } from "../../subgraphs/quality-indicators/form/checks/check-form.js";
import type { FormInput } from "../../subgraphs/quality-indicators/form/form.input.js";
import { formOfInput, type NewForm } from "../../subgraphs/quality-indicators/form/form-of-input.js";
import { rules } from "../../subgraphs/quality-indicators/submission/rules/index.js";
import { issuesOf } from "../../subgraphs/quality-indicators/submission/rules/rule.js";
import { context } from "../../subgraphs/quality-indicators/submission/testing/a-context.js";
import { faultMakers, type Report } from "./known-faults.js";
import { type DrawnAnswer, validAnswers } from "./random-answers.js";
import { type DrawnForm, randomForm } from "./random-form.js";
import { seed } from "./seed.js";

const found = (kept: NewForm, answers: readonly DrawnAnswer[], noticeVersion: string): Report[] =>
  issuesOf(rules, answers, kept, { ...context, noticeVersion }).map(({ rule, code, path, question }) => ({
    rule,
    code,
    path,
    question,
  }));

const featuresOf = ({ questions, totals, modules }: DrawnForm): string[] => [
  ...questions.flatMap(({ type, constraints }) => [
    type,
    ...Object.keys(constraints).map((bound) => `${type} ${bound}`),
  ]),
  ...totals.map(({ kind }) => kind),
  ...(modules.length > 0 ? ["module"] : []),
  ...(questions.some(({ condition }) => condition !== null) ? ["condition"] : []),
  ...(questions.some(({ choices }) => choices.some(({ alone }) => alone)) ? ["alone"] : []),
  ...(questions.some(({ choices }) => choices.some(({ low }) => low !== null)) ? ["bands"] : []),
];

describe(`the rules, on forms that nobody wrote (seed ${seed})`, () => {
  const features = new Set<string>();
  const faults = new Set<string>();

  it("say nothing of valid answers, and of answers made wrong in one way exactly that, at its place", () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const form = randomForm(draw);
        for (const feature of featuresOf(form)) features.add(feature);
        const kept = formOfInput(form as FormInput);
        expect(checkForm(kept)).toEqual([]);
        const answers = validAnswers(draw, form);
        expect(found(kept, answers, form.notice.version)).toEqual([]);
        for (const [name, make] of Object.entries(faultMakers)) {
          const fault = make(draw, form, answers);
          if (fault === null) continue;
          faults.add(name);
          const reports = found(kept, fault.answers, fault.noticeVersion ?? form.notice.version);
          expect({ name, reports }).toEqual({ name, reports: [fault.report] });
        }
      }),
      { numRuns: 150, seed },
    );
  }, 60_000);

  it("met every fault that is known", () => {
    expect([...faults].sort()).toEqual(Object.keys(faultMakers).sort());
  });

  it("met every kind of question, bound, choice, condition, module and total", () => {
    expect([...features].sort()).toEqual([
      "AT_MOST",
      "CHOICE",
      "CHOICES",
      "DECIMAL",
      "DECIMAL decimals",
      "DECIMAL maximum",
      "DECIMAL minimum",
      "INTEGER",
      "INTEGER decimals",
      "INTEGER maximum",
      "INTEGER minimum",
      "SAME_TOTAL",
      "TEXT",
      "TEXT maximumCharacters",
      "TEXT maximumWords",
      "TEXTS",
      "TEXTS maximumCharacters",
      "TEXTS maximumWords",
      "alone",
      "bands",
      "condition",
      "module",
    ]);
  });
});
