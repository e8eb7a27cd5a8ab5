import type { CampaignAnswers } from "../../computation/campaign-answers.js";
import type { CountedUnit } from "../../computation/counted-unit.js";
import { numberGiven } from "../../computation/units-of.js";

/** Tells the units of a campaign apart by names that stay the same from one vintage to the next. */
export interface UnitNames {
  /** Which response of its office a unit is; an office of several responses is one more. */
  nameOf(unit: CountedUnit): string;
  /** Which response of its office gave the number that a unit counts with. */
  giverOf(unit: CountedUnit, question: string): string;
}

/** Names every unit of some answers. */
export function unitNames({ units }: CampaignAnswers): UnitNames {
  const responses = new Map<string, CountedUnit[]>();
  const ranks = new Map<CountedUnit, string>();
  for (const unit of units.RESPONDENTS) {
    const known = responses.get(unit.office) ?? [];
    responses.set(unit.office, known);
    ranks.set(unit, String(known.length));
    known.push(unit);
  }
  const nameOf = (unit: CountedUnit): string =>
    ranks.get(unit) ?? (responses.get(unit.office)?.length === 1 ? "0" : "all");
  return {
    nameOf,
    giverOf: (unit, question) =>
      ranks.get(unit) ??
      String(
        responses.get(unit.office)?.findIndex((response) => numberGiven(response, question) !== null) ?? "",
      ),
  };
}
