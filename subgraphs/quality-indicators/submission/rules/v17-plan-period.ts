import { atAnswer } from "./issue.js";
import { labelOf, marksFor } from "./marks.js";
import type { Rule } from "./rule.js";

interface Years {
  readonly from: string;
  readonly to: string;
}

/** The days of a plan whose code ends by its years, MENTAL_HEALTH_2022_26: from 1 April of one to 31 March of the other. */
export function daysOfPlan(plan: string): Years | null {
  const [, first, last] = /_(\d{4})_(\d{2})$/.exec(plan) ?? [];
  if (first === undefined || last === undefined) return null;
  return { from: `${first}-04-01`, to: `${first.slice(0, 2)}${last}-03-31` };
}

/** V17: the years of a plan (C3) share at least a day with the period that the campaign asks about. */
export const v17PlanPeriod: Rule = {
  id: "V17",
  severity: "W",
  check(answers, form, { period }) {
    const plans = marksFor(answers, "C3");
    const { from, to } = period ?? {};
    if (plans === null || !from || !to) return [];
    return [...plans.choices].flatMap((plan) => {
      const days = daysOfPlan(plan);
      if (days === null || (days.from <= to && from <= days.to)) return [];
      const named = labelOf(form, "C3", plan);
      return atAnswer(plans.index, "C3", "choices", {
        code: "PLAN_OUTSIDE_PERIOD",
        fr: `« ${named.fr} » va du ${days.from} au ${days.to} ; la campagne porte sur la période du ${from} au ${to}. Décochez-le, ou dites en commentaire ce qui s'en poursuit.`,
        en: `“${named.en}” runs from ${days.from} to ${days.to}; the campaign is about ${from} to ${to}. Untick it, or say in a comment what of it goes on.`,
        observed: plan,
        expected: `${from}/${to}`,
      });
    });
  },
};
