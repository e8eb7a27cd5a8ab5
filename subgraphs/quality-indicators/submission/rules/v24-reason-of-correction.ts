import { atInput } from "./issue.js";
import type { Rule } from "./rule.js";

/** V24: approved figures change only by a new revision that gives its reason. */
export const v24ReasonOfCorrection: Rule = {
  id: "V24",
  severity: "E",
  check: (_answers, _form, { hasApprovedRevision, reason }) =>
    hasApprovedRevision && !reason?.trim()
      ? [
          atInput("reason", {
            code: "REASON_NEEDED",
            fr: "Des données déjà approuvées ne changent qu'avec une raison : écrivez-la.",
            en: "Figures already approved change with a reason only: write it.",
          }),
        ]
      : [],
};
