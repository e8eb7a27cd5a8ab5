import { type OpeningIssue, openingIssue } from "../../campaign/opening-issue.js";
import type { NewForm } from "../form-of-input.js";
import type { FormCheck } from "./form-check.js";

// A push takes at most 500 answers, and 100 choices in one.
const mostQuestions = 500;
const mostOfAList = 100;
const longestCode = 200;

const tooMany = (path: string, count: number, most = mostOfAList): OpeningIssue[] =>
  count <= most
    ? []
    : [
        openingIssue("TOO_MANY", path, {
          fr: `Il y en a ${count} ; ${most} au plus sont permis.`,
          en: `There are ${count}; at most ${most} are allowed.`,
          observed: count,
          expected: `≤ ${most}`,
        }),
      ];

const tooLong = (path: string, code: string | null | undefined): OpeningIssue[] =>
  (code?.length ?? 0) <= longestCode
    ? []
    : [
        openingIssue("TOO_MANY_CHARACTERS", path, {
          fr: `Ce code compte ${code?.length} caractères ; ${longestCode} au plus sont permis.`,
          en: `This code has ${code?.length} characters; at most ${longestCode} are allowed.`,
          observed: code?.length ?? 0,
          expected: `≤ ${longestCode}`,
        }),
      ];

const countIssues = ({ sections, modules, questions, totals }: NewForm): OpeningIssue[] => [
  ...tooMany("form.sections", sections.length),
  ...tooMany("form.modules", modules.length),
  ...tooMany("form.questions", questions.length, mostQuestions),
  ...questions.flatMap(({ choices }, index) => tooMany(`form.questions[${index}].choices`, choices.length)),
  ...tooMany("form.totals", totals.length),
  ...totals.flatMap((total, index) =>
    (["questions", "other"] as const).flatMap((side) =>
      tooMany(`form.totals[${index}].${side}`, total[side].length),
    ),
  ),
];

const codeIssues = ({ sections, modules, questions, totals }: NewForm): OpeningIssue[] => [
  ...sections.flatMap(({ code }, index) => tooLong(`form.sections[${index}].code`, code)),
  ...modules.flatMap(({ code }, index) => tooLong(`form.modules[${index}].code`, code)),
  ...questions.flatMap(({ code, section, module, condition, choices }, index) => {
    const path = `form.questions[${index}]`;
    return [
      ...tooLong(`${path}.code`, code),
      ...tooLong(`${path}.section`, section),
      ...tooLong(`${path}.module`, module),
      ...tooLong(`${path}.condition.question`, condition?.question),
      ...tooLong(`${path}.condition.choice`, condition?.choice),
      ...choices.flatMap((choice, place) => tooLong(`${path}.choices[${place}].code`, choice.code)),
    ];
  }),
  ...totals.flatMap((total, index) =>
    (["questions", "other"] as const).flatMap((side) =>
      total[side].flatMap((code, place) => tooLong(`form.totals[${index}].${side}[${place}]`, code)),
    ),
  ),
];

/**
 * A form of a size that the other checks can read: each of them compares lists with lists and repeats what it saw, and
 * one request must not keep the hub from answering the others.
 */
export const checkSize: FormCheck = (form) => {
  const counts = countIssues(form);
  return counts.length > 0 ? counts : codeIssues(form);
};
