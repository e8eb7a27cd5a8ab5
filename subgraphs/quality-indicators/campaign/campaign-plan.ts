import { dayInToronto } from "../../shared/clock.js";
import { beginningOf, endOf } from "../../shared/day-or-instant.js";
import type { OpenCampaignInput } from "./open-campaign.input.js";
import { type OpeningIssue, openingIssue } from "./opening-issue.js";

/** The instants of a campaign to open. */
export interface CampaignPlan {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly lockAt: Date | null;
  readonly embargoUntil: Date | null;
}

/** Turns days into instants: a first day begins at its midnight in Toronto, a last day is included. */
export const planOf = ({ opensAt, closesAt, lockAt, embargoUntil }: OpenCampaignInput): CampaignPlan => ({
  opensAt: beginningOf(opensAt),
  closesAt: endOf(closesAt),
  lockAt: lockAt ? endOf(lockAt) : null,
  embargoUntil: embargoUntil ? beginningOf(embargoUntil) : null,
});

/** The first day and the last one, which is included, in Toronto: what everybody may know of a plan. */
export const daysOf = ({ opensAt, closesAt }: CampaignPlan): { opensOn: string; closesOn: string } => ({
  opensOn: dayInToronto(opensAt),
  closesOn: dayInToronto(new Date(closesAt.getTime() - 1)),
});

/** What is out of order in the dates of a campaign. */
export function planIssues(input: OpenCampaignInput): OpeningIssue[] {
  const { opensAt, closesAt, lockAt, embargoUntil } = planOf(input);
  const { period, stockDate } = input;
  const wrong: readonly (readonly [boolean, () => OpeningIssue])[] = [
    [
      period.from > period.to,
      () =>
        openingIssue("PERIOD_OUT_OF_ORDER", "period.to", {
          fr: "La période finit avant de commencer.",
          en: "The period ends before it begins.",
          observed: period.to,
          expected: `≥ ${period.from}`,
        }),
    ],
    [
      period.label.trim() === "",
      () =>
        openingIssue("MISSING_LABEL", "period.label", {
          fr: "Dites la période en mots, par exemple 2026-2027.",
          en: "Tell the period in words, such as 2026-2027.",
        }),
    ],
    [
      typeof stockDate === "string" && (stockDate < period.from || stockDate > period.to),
      () =>
        openingIssue("STOCK_DATE_OUTSIDE_PERIOD", "stockDate", {
          fr: "Le jour où les personnes sont comptées est hors de la période.",
          en: "The day on which people are counted is outside the period.",
          observed: stockDate,
          expected: `${period.from} – ${period.to}`,
        }),
    ],
    [
      closesAt <= opensAt,
      () =>
        openingIssue("DATES_OUT_OF_ORDER", "closesAt", {
          fr: "L'échéance vient avant l'ouverture.",
          en: "The deadline comes before the opening.",
          observed: input.closesAt,
          expected: `> ${input.opensAt}`,
        }),
    ],
    [
      lockAt !== null && lockAt < closesAt,
      () =>
        openingIssue("DATES_OUT_OF_ORDER", "lockAt", {
          fr: "Le verrou vient avant l'échéance.",
          en: "The lock comes before the deadline.",
          observed: input.lockAt,
          expected: `≥ ${input.closesAt}`,
        }),
    ],
    [
      embargoUntil !== null && embargoUntil <= opensAt,
      () =>
        openingIssue("DATES_OUT_OF_ORDER", "embargoUntil", {
          fr: "L'embargo finit avant l'ouverture : il ne protège rien.",
          en: "The embargo ends before the opening: it protects nothing.",
          observed: input.embargoUntil,
          expected: `> ${input.opensAt}`,
        }),
    ],
  ];
  return wrong.flatMap(([isWrong, issue]) => (isWrong ? issue() : []));
}
