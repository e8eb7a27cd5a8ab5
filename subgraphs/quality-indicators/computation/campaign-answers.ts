import type { ExpectedOffice } from "../campaign-window/expected-office.js";
import { type CountedUnit, countedUnits } from "./counted-unit.js";
import type { OfficeAnswers, Units } from "./office-answers.js";
import type { Registers } from "./registers.js";

/** What a computation starts from: who was expected, who answered what and when, and whom shares are shares of. */
export interface CampaignFacts {
  readonly frame: readonly ExpectedOffice[];
  readonly offices: readonly OfficeAnswers[];
  readonly base: Units;
  /** The campaign's deadline, or null. */
  readonly closesAt: Date | null;
  /** The choice codes of each question, in the order of the form. */
  readonly choicesOf: (question: string) => readonly string[];
  readonly registers: Registers;
}

/** Everything that a computation may read; the answers are sorted by unit and question once for all measures. */
export interface CampaignAnswers extends CampaignFacts {
  readonly units: Readonly<Record<Units, readonly CountedUnit[]>>;
}

/** The answers of a campaign, ready to be measured. */
export const campaignAnswers = (facts: CampaignFacts): CampaignAnswers => ({
  ...facts,
  units: countedUnits(facts.frame, facts.offices),
});

/** The answers of one part of the frame: what a group of places says. */
export function answersWithin(
  answers: CampaignAnswers,
  frame: readonly ExpectedOffice[],
  offices: readonly OfficeAnswers[],
): CampaignAnswers {
  return campaignAnswers({ ...answers, frame, offices });
}
