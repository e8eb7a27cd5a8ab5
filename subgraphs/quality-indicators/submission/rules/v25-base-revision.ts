import { atInput } from "./issue.js";
import type { Rule } from "./rule.js";

/** V25: a push starts from the current revision, or from nothing when there is none; a stale one is a conflict. */
export const v25BaseRevision: Rule = {
  id: "V25",
  severity: "E",
  check: (_answers, _form, { baseRevision, currentRevision }) =>
    baseRevision === currentRevision
      ? []
      : [
          atInput("baseRevision", {
            code: "STALE_REVISION",
            fr: "Les données ont changé depuis la révision dont vous êtes parti. Comparez, puis renvoyez à partir de la révision courante.",
            en: "The figures changed since the revision that you started from. Compare, then send again from the current revision.",
            observed: baseRevision,
            expected: currentRevision,
          }),
        ],
};
