import { conditionalQuestions, conditionIssues } from "./condition.js";
import type { Rule } from "./rule.js";

/** V04: « Autre » is ticked if and only if it is said in words. */
export const v04OtherAndText: Rule = {
  id: "V04",
  severity: "E",
  check: (answers, form) =>
    conditionalQuestions(form, (choice) => choice === "OTHER").flatMap((question) =>
      conditionIssues(answers, question),
    ),
};
