import type { SentEngagement } from "../roster-row.js";
import { atPartner } from "./issue.js";
import { currentYear, type RosterContext, type RosterRule, thisYear } from "./rule.js";

/** P07: an active partner is engaged in the current year, 1 April to 31 March. */
export const p07CurrentEngagement: RosterRule = {
  id: "P07",
  severity: "E",
  check: ({ rows }, context) =>
    rows.flatMap(({ status, engagements }, row) =>
      status !== "ACTIVE" || (engagements ?? []).some((engagement) => isCurrent(engagement, context))
        ? []
        : [
            atPartner(row, "status", {
              code: "NO_CURRENT_ENGAGEMENT",
              fr: `Un partenaire ACTIVE a au moins un engagement en cours : commencé, et sans fin avant ${currentYear(context)}. Ajoutez-le, ou donnez l'état AVAILABLE ou PAUSED.`,
              en: `An ACTIVE partner has at least one current engagement: begun, and without an end before ${currentYear(context)}. Add it, or give the status AVAILABLE or PAUSED.`,
              observed: "ACTIVE",
              expected: `fromYear ≤ ${thisYear(context)}, toYear ≥ ${currentYear(context)} | –`,
            }),
          ],
    ),
};

// A year that is missing or out of range is told by other rules.
const isCurrent = ({ fromYear, toYear }: SentEngagement, context: RosterContext): boolean =>
  (fromYear ?? 0) <= thisYear(context) && (toYear ?? Infinity) >= currentYear(context);
