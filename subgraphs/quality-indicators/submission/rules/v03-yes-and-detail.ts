import { conditionalQuestions, conditionIssues } from "./condition.js";
import type { Rule } from "./rule.js";

/** V03: A2.6.count is at least 1 if and only if A2.5 is YES; C6.text and C7.text only where C6 and C7 are YES. */
export const v03YesAndDetail: Rule = {
  id: "V03",
  severity: "E",
  check: (answers, form) =>
    conditionalQuestions(form, (choice) => choice !== "OTHER").flatMap((question) =>
      conditionIssues(answers, question),
    ),
};
