import { atAnswer } from "./issue.js";
import { labelOf, marksFor } from "./marks.js";
import type { Rule } from "./rule.js";

const sectorOfPlan: Readonly<Record<string, string>> = {
  ONCOLOGY_PROGRAMME: "ONCOLOGY",
  AIRE_OUVERTE: "YOUTH",
  AGIR_TOT: "YOUTH",
  LTC_2021_26: "LONG_TERM_CARE",
  SENIORS_HOMES: "LONG_TERM_CARE",
  MENTAL_DISORDERS_PQPTM: "MENTAL_HEALTH_ADDICTION",
  MENTAL_HEALTH_2022_26: "MENTAL_HEALTH_ADDICTION",
  PRIMARY_CARE_ACCESS_POINT: "PRIMARY_CARE",
};

/** V15: a ministry plan (C3) usually goes with collaboration in its sector (C2). */
export const v15PlanAndSector: Rule = {
  id: "V15",
  severity: "I",
  check(answers, form) {
    const [sectors, plans] = [marksFor(answers, "C2"), marksFor(answers, "C3")];
    if (sectors === null || plans === null) return [];
    return [...plans.choices].flatMap((plan) => {
      const sector = Object.hasOwn(sectorOfPlan, plan) ? sectorOfPlan[plan] : undefined;
      if (sector === undefined || sectors.choices.has(sector)) return [];
      const [named, missing] = [labelOf(form, "C3", plan), labelOf(form, "C2", sector)];
      return atAnswer(plans.index, "C3", "choices", {
        code: "PLAN_WITHOUT_SECTOR",
        fr: `C3 coche « ${named.fr} », mais C2 ne coche pas son secteur, « ${missing.fr} ». Si c'est voulu, il n'y a rien à faire.`,
        en: `C3 ticks “${named.en}”, but C2 does not tick its sector, “${missing.en}”. If that is intended, there is nothing to do.`,
        observed: plan,
        expected: sector,
        relatedPaths: [`answers[${sectors.index}].choices`],
      });
    });
  },
};
