import { EnglishStatus, type LocalizedText } from "../../../shared/localized-text.js";
import type { NewForm } from "../form-of-input.js";
import { FinestLevel, type FormQuestion, QuestionType } from "../form-question.entity.js";
import { ModuleOrigin, TotalKind } from "../form-module.entity.js";

/** A text as a steward writes it. */
export const aText = (fr: string, en: string | null = null): LocalizedText => ({
  fr,
  en,
  status: EnglishStatus.PROPOSED,
});

let questions = 0;

/** A text question of section A, with what a test changes. */
export const aQuestion = (changes: Partial<FormQuestion> = {}): FormQuestion => ({
  code: `Q${(questions += 1)}`,
  number: "1",
  help: null,
  asked: true,
  constraints: {},
  condition: null,
  provenance: null,
  section: "A",
  text: aText("Une question ?", "A question?"),
  type: QuestionType.TEXT,
  required: false,
  choices: [],
  requiredWhenCondition: false,
  finestLevel: FinestLevel.NEVER,
  ...changes,
});

const choicesOf = (...codes: string[]) =>
  codes.map((code) => ({ code, label: aText(code), low: null, high: null, alone: code === "NONE" }));

/** A sound form: every kind of question, a condition, a module and a total. */
export const aForm = (changes: Partial<NewForm> = {}): NewForm => ({
  version: "1",
  title: aText("Un formulaire", "A form"),
  preamble: null,
  provenance: null,
  notice: { version: "essai-1", text: aText("Un avis.", "A notice.") },
  sections: [{ code: "A", title: aText("Section A") }],
  modules: [{ code: "M", version: "1", title: aText("Module M"), origin: ModuleOrigin.PROPOSED_BY_HUB }],
  questions: [
    aQuestion({ code: "K1", type: QuestionType.CHOICE, required: true, choices: choicesOf("YES", "NO") }),
    aQuestion({
      code: "T1",
      type: QuestionType.TEXT,
      condition: { question: "K1", choice: "YES" },
      requiredWhenCondition: true,
      constraints: { maximumWords: 10 },
    }),
    aQuestion({ code: "K2", type: QuestionType.CHOICES, choices: choicesOf("ONE", "TWO", "NONE") }),
    aQuestion({ code: "N1", type: QuestionType.INTEGER, finestLevel: FinestLevel.GROUP }),
    aQuestion({ code: "N2", type: QuestionType.DECIMAL, constraints: { decimals: 2 }, module: "M" }),
    aQuestion({ code: "T2", type: QuestionType.TEXTS }),
  ],
  totals: [{ kind: TotalKind.AT_MOST, questions: ["N2"], other: ["N1"] }],
  ...changes,
});
