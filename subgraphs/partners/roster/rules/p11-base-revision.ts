import { atInput } from "./issue.js";
import type { RosterRule } from "./rule.js";

/** P11: a push starts from the current revision; a stale one never overwrites a newer one. */
export const p11BaseRevision: RosterRule = {
  id: "P11",
  severity: "E",
  check: (_roster, { baseRevision, currentRevision }) =>
    baseRevision === currentRevision
      ? []
      : [
          atInput("baseRevision", {
            code: "STALE_BASE_REVISION",
            fr: "Le registre a changé depuis la révision d'où vous partez. Comparez, puis renvoyez à partir de la révision courante.",
            en: "The roster has changed since the revision that you started from. Compare, then push again from the current revision.",
            observed: baseRevision,
            expected: currentRevision,
          }),
        ],
};
