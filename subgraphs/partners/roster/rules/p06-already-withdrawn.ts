import { atWithdrawal } from "./issue.js";
import type { RosterRule } from "./rule.js";

/** P06: a withdrawal that was carried out before is told, and changes nothing. */
export const p06AlreadyWithdrawn: RosterRule = {
  id: "P06",
  severity: "I",
  check: ({ withdrawn }, { withdrawnBefore }) =>
    withdrawn.flatMap((localId, index) =>
      withdrawnBefore.has(localId)
        ? [
            atWithdrawal(index, {
              code: "ALREADY_WITHDRAWN",
              fr: "Ce retrait a déjà été fait : rien n'en reste.",
              en: "This withdrawal was carried out before: nothing is left of it.",
            }),
          ]
        : [],
    ),
};
