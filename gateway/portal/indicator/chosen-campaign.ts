import type { PortalIndicatorDefinitionQuery } from "./indicator-definition.operation.js";

type Indicator = NonNullable<PortalIndicatorDefinitionQuery["qualityIndicator"]>;
type Campaigns = PortalIndicatorDefinitionQuery["campaigns"];

/** The campaigns of an indicator, in the order of time: those that asked for it, and those that have something of it. */
export const campaignsOf = ({ askedIn, known }: Indicator, campaigns: Campaigns): Campaigns =>
  campaigns
    .filter(({ code }) => askedIn.includes(code) || known.some(({ campaign }) => campaign === code))
    .toSorted((one, other) => ((one.period.from ?? "") < (other.period.from ?? "") ? -1 : 1));

/** The campaign that is shown when none is named: the latest with a value, or the latest that asked. */
export function latestCampaign(indicator: Indicator, campaigns: Campaigns): string | null {
  const asked = campaignsOf(indicator, campaigns);
  const hasValue = (code: string): boolean =>
    indicator.known.some(({ campaign, status }) => campaign === code && status === "OBSERVED");
  return (asked.findLast(({ code }) => hasValue(code)) ?? asked.at(-1) ?? campaigns.at(-1))?.code ?? null;
}

/** A day that the hub can be asked for, or null. */
export function dayAsked(text: string | undefined): string | null {
  if (text === undefined || !/^(19|2\d)\d\d-\d\d-\d\d$/.test(text)) return null;
  const day = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}
