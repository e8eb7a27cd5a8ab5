import { describe, expect, it } from "vitest";
import { readReference } from "../../../../seeds/planting.js";
import { aForm, aText } from "../testing/a-form.js";
import { asking, badForms, banded } from "../testing/bad-forms.js";
import type { NewForm } from "../form-of-input.js";
import { TotalKind } from "../form-module.entity.js";
import { QuestionType } from "../form-question.entity.js";
import { checkForm } from "./check-form.js";

const found = (form: NewForm): string[] => checkForm(form).map(({ code, path }) => `${code} ${path}`);

describe("a new form", () => {
  it("that repeats that of 2025-2026 is sound", () => {
    const shipped = readReference<(NewForm & { code: string })[]>("instruments.json");
    expect(found(shipped.find(({ code }) => code === "2025-2026")!)).toEqual([]);
  });

  it("is sound with every kind of question, bands that follow each other, conditions, modules and totals", () => {
    expect(found(aForm())).toEqual([]);
    expect(found(banded([null, 0], [0, 1], [1, 3], [3, null]))).toEqual([]);
  });

  it.each(badForms)("that %s is refused there, and nowhere else", (_title, form, expected) => {
    expect(found(form)).toEqual(expected);
  });

  it("is told its size alone, and at once, when it is far too large", () => {
    const many = Array.from({ length: 60_000 }, () => "N1");
    const long = "A".repeat(100_000);
    const large: [NewForm, string][] = [
      [
        aForm({ totals: [{ kind: TotalKind.AT_MOST, questions: many, other: ["N1"] }] }),
        "TOO_MANY form.totals[0].questions",
      ],
      [aForm({ totals: Array.from({ length: 101 }, () => aForm().totals[0]!) }), "TOO_MANY form.totals"],
      [
        {
          ...asking(Array.from({ length: 400 }, () => ({ section: "Z" }))),
          sections: many.map((code) => ({ code, title: aText("") })),
        },
        "TOO_MANY form.sections",
      ],
      [
        {
          ...asking(Array.from({ length: 400 }, () => ({ section: "Z" }))),
          sections: [{ code: long, title: aText("A") }],
        },
        "TOO_MANY_CHARACTERS form.sections[0].code",
      ],
    ];
    for (const [form, expected] of large) expect(found(form)).toEqual([expected]);
  });

  it("tells every mistake at once, in both languages", () => {
    const form = asking([{ code: "Q 1", section: "Z", text: aText("") }, { type: QuestionType.CHOICE }]);
    const issues = checkForm({ ...form, version: "" });
    expect(issues.map(({ code }) => code)).toEqual([
      "MISSING_VERSION",
      "MISSING_FRENCH",
      "BAD_CODE",
      "UNKNOWN_SECTION",
      "NO_CHOICE",
    ]);
    for (const { messages } of issues) expect(messages.fr).not.toBe(messages.en);
  });
});
