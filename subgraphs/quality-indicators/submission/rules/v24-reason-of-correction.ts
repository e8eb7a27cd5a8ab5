import { atInput, type Finding } from "./issue.js";
import type { Rule } from "./rule.js";

const reasonNeeded = (fr: string, en: string): Finding[] => [
  atInput("reason", { code: "REASON_NEEDED", fr, en }),
];

/** V24: approved figures change only by a new revision that gives its reason, and withdrawn ones come back so too. */
export const v24ReasonOfCorrection: Rule = {
  id: "V24",
  severity: "E",
  check(_answers, _form, { hasApprovedRevision, isWithdrawn = false, reason }) {
    if (reason?.trim()) return [];
    if (isWithdrawn)
      return reasonNeeded(
        "Des données retirées ne reviennent qu'avec une raison : écrivez-la.",
        "Withdrawn figures come back with a reason only: write it.",
      );
    if (hasApprovedRevision)
      return reasonNeeded(
        "Des données déjà approuvées ne changent qu'avec une raison : écrivez-la.",
        "Figures already approved change with a reason only: write it.",
      );
    return [];
  },
};
