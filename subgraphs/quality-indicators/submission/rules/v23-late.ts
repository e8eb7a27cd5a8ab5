import { dayInToronto } from "../../../shared/clock.js";
import { atInput } from "./issue.js";
import type { Rule } from "./rule.js";

/** V23: figures that come after the deadline are taken until the lock, and marked late. */
export const v23Late: Rule = {
  id: "V23",
  severity: "W",
  check(_answers, _form, { missedDeadline }) {
    if (missedDeadline === null) return [];
    return [
      atInput("campaign", {
        code: "LATE",
        fr: `L'échéance du ${dayInToronto(missedDeadline)} est passée : vos données sont prises, et marquées en retard.`,
        en: `The deadline of ${dayInToronto(missedDeadline)} has passed: your figures are taken, and marked late.`,
        expected: `< ${missedDeadline.toISOString()}`,
      }),
    ];
  },
};
