import { FinestLevel, type FormQuestion, QuestionType } from "../form-question.entity.js";
import { ModuleOrigin, TotalKind } from "../form-module.entity.js";
import type { NewForm } from "../form-of-input.js";
import { aForm, aQuestion, aText } from "./a-form.js";

/** A form of some questions. */
export const asking = (questions: readonly Partial<FormQuestion>[]): NewForm =>
  aForm({ questions: questions.map((changes) => aQuestion(changes)), totals: [] });
/** A form of one question, with bands. */
export const banded = (...bands: (readonly [number | null, number | null])[]): NewForm =>
  asking([
    {
      type: QuestionType.CHOICE,
      choices: bands.map(([low, high], index) => ({
        code: `T${index}`,
        label: aText("Tranche"),
        low,
        high,
        alone: false,
      })),
    },
  ]);
const choice = (code: string, alone = false) => ({ code, label: aText(code), low: null, high: null, alone });
const number = (code: string, minimum: number | null = null): Partial<FormQuestion> => ({
  code,
  type: QuestionType.INTEGER,
  constraints: { minimum },
});

/** Forms with mistakes: what each does wrong, and what must be told of it, and where. */
export const badForms: readonly (readonly [string, NewForm, readonly string[]])[] = [
  ["has no version", aForm({ version: " " }), ["MISSING_VERSION form.version"]],
  [
    "has a notice without version",
    aForm({ notice: { version: "", text: aText("Avis") } }),
    ["MISSING_VERSION form.notice.version"],
  ],
  [
    "has a notice in English only",
    aForm({ notice: { version: "1", text: aText("", "Notice") } }),
    ["MISSING_FRENCH form.notice.text.fr"],
  ],
  [
    "has a module without version",
    aForm({
      modules: [{ code: "M", version: "", title: aText("Module"), origin: ModuleOrigin.PROPOSED_BY_HUB }],
    }),
    ["MISSING_VERSION form.modules[0].version"],
  ],
  ["has no title in French", aForm({ title: aText(" ") }), ["MISSING_FRENCH form.title.fr"]],
  [
    "has half of a character in a question",
    asking([{ text: aText("\ud83d") }]),
    ["UNREADABLE_CHARACTER form.questions[0].text.fr"],
  ],
  [
    "has a text of more than 20,000 characters",
    asking([{ text: aText("é".repeat(20_001)) }]),
    ["TOO_MANY_CHARACTERS form.questions[0].text.fr"],
  ],
  [
    "has a choice without French",
    asking([{ type: QuestionType.CHOICE, choices: [{ ...choice("A"), label: aText("") }] }]),
    ["MISSING_FRENCH form.questions[0].choices[0].label.fr"],
  ],
  ["asks nothing", aForm({ questions: [], totals: [] }), ["NO_QUESTION form.questions"]],
  [
    "asks a question twice",
    asking([{ code: "Q1" }, { code: "Q1" }]),
    ["DUPLICATE_CODE form.questions[1].code"],
  ],
  ["has a code with a space", asking([{ code: "Q 1" }]), ["BAD_CODE form.questions[0].code"]],
  ["has a code that starts a formula", asking([{ code: "=Q1" }]), ["BAD_CODE form.questions[0].code"]],
  [
    "offers a choice twice",
    asking([{ type: QuestionType.CHOICES, choices: [choice("A"), choice("A")] }]),
    ["DUPLICATE_CODE form.questions[0].choices[1].code"],
  ],
  ["names an unknown section", asking([{ section: "Z" }]), ["UNKNOWN_SECTION form.questions[0].section"]],
  ["names an unknown module", asking([{ module: "Z" }]), ["UNKNOWN_MODULE form.questions[0].module"]],
  [
    "asks 501 questions",
    asking(Array.from({ length: 501 }, (_, index) => ({ code: `Q${index}` }))),
    ["TOO_MANY form.questions"],
  ],
  [
    "asks for a choice and offers none",
    asking([{ type: QuestionType.CHOICES }]),
    ["NO_CHOICE form.questions[0].choices"],
  ],
  [
    "offers choices of a number",
    asking([{ type: QuestionType.INTEGER, choices: [choice("A")] }]),
    ["CHOICES_OF_NO_USE form.questions[0].choices"],
  ],
  [
    "says alone of an only choice",
    asking([{ type: QuestionType.CHOICE, choices: [choice("A", true)] }]),
    ["ALONE_OF_NO_USE form.questions[0].choices[0].alone"],
  ],
  ["has overlapping bands", banded([0, 3], [2, 5]), ["BAND_OVERLAP form.questions[0].choices[1].low"]],
  ["has bands out of order", banded([3, 5], [0, 3]), ["BAND_OVERLAP form.questions[0].choices[1].low"]],
  ["has a hole between bands", banded([0, 3], [4, 5]), ["BAND_GAP form.questions[0].choices[1].low"]],
  ["has a band upside down", banded([3, 1]), ["BAND_OUT_OF_ORDER form.questions[0].choices[0].high"]],
  [
    "has an open band in the middle",
    banded([0, null], [3, null]),
    ["BAND_OVERLAP form.questions[0].choices[1].low"],
  ],
  [
    "has bands to tick several of",
    asking([{ type: QuestionType.CHOICES, choices: [{ ...choice("A"), low: 0, high: 1 }] }]),
    ["BANDS_OF_SEVERAL_CHOICES form.questions[0].choices"],
  ],
  [
    "bounds the words of a number",
    asking([{ type: QuestionType.INTEGER, constraints: { maximumWords: 3 } }]),
    ["BOUND_OF_NO_USE form.questions[0].constraints.maximumWords"],
  ],
  [
    "has a maximum below the minimum",
    asking([{ type: QuestionType.DECIMAL, constraints: { minimum: 5, maximum: 4 } }]),
    ["BOUND_OUT_OF_RANGE form.questions[0].constraints.maximum"],
  ],
  [
    "has three decimals",
    asking([{ type: QuestionType.DECIMAL, constraints: { decimals: 3 } }]),
    ["BOUND_OUT_OF_RANGE form.questions[0].constraints.decimals"],
  ],
  [
    "has a whole number from a half on",
    asking([{ type: QuestionType.INTEGER, constraints: { minimum: 0.5 } }]),
    ["BOUND_OUT_OF_RANGE form.questions[0].constraints.minimum"],
  ],
  [
    "has a text of no word",
    asking([{ type: QuestionType.TEXT, constraints: { maximumWords: 0 } }]),
    ["BOUND_OUT_OF_RANGE form.questions[0].constraints.maximumWords"],
  ],
  [
    "depends on an unknown question",
    asking([{ condition: { question: "Z9", choice: "YES" } }]),
    ["UNKNOWN_QUESTION form.questions[0].condition.question"],
  ],
  [
    "depends on an unknown choice",
    asking([
      { code: "Q1", type: QuestionType.CHOICE, choices: [choice("YES")] },
      { code: "Q2", condition: { question: "Q1", choice: "NO" } },
    ]),
    ["UNKNOWN_CHOICE form.questions[1].condition.choice"],
  ],
  [
    "asks two questions that wait for each other",
    asking([
      {
        code: "Q1",
        type: QuestionType.CHOICE,
        choices: [choice("A")],
        condition: { question: "Q2", choice: "A" },
      },
      {
        code: "Q2",
        type: QuestionType.CHOICE,
        choices: [choice("A")],
        condition: { question: "Q1", choice: "A" },
      },
    ]),
    [
      "CIRCULAR_CONDITION form.questions[0].condition.question",
      "CIRCULAR_CONDITION form.questions[1].condition.question",
    ],
  ],
  [
    "always requires what is not always asked",
    asking([
      { code: "Q1", type: QuestionType.CHOICE, choices: [choice("YES")] },
      { code: "Q2", required: true, condition: { question: "Q1", choice: "YES" } },
    ]),
    ["REQUIRED_AND_CONDITIONAL form.questions[1].required"],
  ],
  [
    "requires under no condition what has none",
    asking([{ requiredWhenCondition: true }]),
    ["NO_CONDITION form.questions[0].requiredWhenCondition"],
  ],
  [
    "adds an unknown question",
    aForm({ totals: [{ kind: TotalKind.AT_MOST, questions: ["Z9"], other: ["N1"] }] }),
    ["UNKNOWN_QUESTION form.totals[0].questions[0]"],
  ],
  [
    "adds texts",
    aForm({ totals: [{ kind: TotalKind.AT_MOST, questions: ["T1"], other: ["N1"] }] }),
    ["NOT_A_COUNT form.totals[0].questions[0]"],
  ],
  [
    "adds what may be negative",
    {
      ...asking([number("N1", -1), number("N2")]),
      totals: [{ kind: TotalKind.AT_MOST, questions: ["N1"], other: ["N2"] }],
    },
    ["NOT_A_COUNT form.totals[0].questions[0]"],
  ],
  [
    "compares a question with itself",
    aForm({ totals: [{ kind: TotalKind.SAME_TOTAL, questions: ["N1"], other: ["N1"] }] }),
    ["COUNTED_TWICE form.totals[0].other[0]"],
  ],
  [
    "compares with nothing",
    aForm({ totals: [{ kind: TotalKind.SAME_TOTAL, questions: ["N1"], other: [] }] }),
    ["EMPTY_TOTAL form.totals[0].other"],
  ],
  [
    "would publish free text",
    asking([{ type: QuestionType.TEXT, finestLevel: FinestLevel.GROUP }]),
    ["TEXT_NEVER_PUBLISHED form.questions[0].finestLevel"],
  ],
];
