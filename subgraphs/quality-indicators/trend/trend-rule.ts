import type { Campaign } from "../campaign/campaign.entity.js";
import { type Observation, ObservationStatus } from "../observation/observation.entity.js";
import { TrendDirection } from "./trend.entity.js";
import { trendReason, type TrendReason, TrendReasonCode } from "./trend-reason.js";

// Two points make no trend: whatever lies between two years could be chance.
const fewestPoints = 3;

/** A campaign and the value chosen of it. */
export interface MeasuredCampaign {
  readonly campaign: Pick<Campaign, "code" | "base" | "breaks">;
  readonly observation: Observation;
}

/**
 * Why no trend may be told of some points, the oldest first; none when it may. `known` are all campaigns, the oldest
 * first: a break of one that lies between two points counts too.
 */
export function reasonsAgainst(
  points: readonly MeasuredCampaign[],
  known: readonly Pick<Campaign, "code" | "breaks">[],
): TrendReason[] {
  const codes = points.map(({ campaign }) => campaign.code);
  const valued = points.filter(hasValue);
  const notAsked = points.filter(({ observation }) => observation.status === ObservationStatus.NOT_ASKED);
  const silent = points.filter((point) => !hasValue(point) && !notAsked.includes(point));
  const found: TrendReason[] = [
    ...(valued.length < fewestPoints ? [trendReason(TrendReasonCode.TOO_FEW_POINTS, codes)] : []),
    ...(notAsked.length > 0 ? [trendReason(TrendReasonCode.NOT_ASKED, codesOf(notAsked))] : []),
    ...(silent.length > 0 ? [trendReason(TrendReasonCode.NO_VALUE, codesOf(silent))] : []),
    ...points.slice(1).flatMap((point, index) => breaksBetween(points[index] ?? point, point, known)),
  ];
  // A break is told of each two campaigns that it lies between.
  return [...new Map(found.map((reason) => [[reason.code, ...reason.campaigns].join(" "), reason])).values()];
}

const hasValue = ({ observation }: MeasuredCampaign): boolean =>
  observation.status === ObservationStatus.OBSERVED && observation.value !== null;

const codesOf = (points: readonly MeasuredCampaign[]): string[] =>
  points.map(({ campaign }) => campaign.code);

/** What breaks the series between two points that follow each other. */
function breaksBetween(
  former: MeasuredCampaign,
  later: MeasuredCampaign,
  known: readonly Pick<Campaign, "code" | "breaks">[],
): TrendReason[] {
  const both = codesOf([former, later]);
  const place = (code: string): number => known.findIndex((campaign) => campaign.code === code);
  const [from, to] = [place(former.campaign.code), place(later.campaign.code)];
  const stated = known
    .slice(from + 1, to + 1)
    .flatMap(({ code, breaks = [] }) =>
      breaks.filter((broken) => place(broken.with) >= from && place(broken.with) < place(code)),
    );
  return [
    ...stated.flatMap(({ reasons }) => reasons.map((reason) => trendReason(reason, both))),
    ...(former.observation.indicatorVersion === later.observation.indicatorVersion
      ? []
      : [trendReason(TrendReasonCode.DEFINITION_DIFFERS, both)]),
    ...(hasChangedBase(former, later) ? [trendReason(TrendReasonCode.BASE_CHANGED, both)] : []),
  ];
}

/** True when two values are not shares of the same; where one is missing, the base of its campaign stands for it. */
function hasChangedBase(former: MeasuredCampaign, later: MeasuredCampaign): boolean {
  const [left, right] = [former, later].map((point) => (hasValue(point) ? point.observation.basis : null));
  if (left && right) return left !== right;
  const valued = [former, later].find(hasValue);
  return (
    valued?.observation.basis === valued?.campaign.base &&
    valued !== undefined &&
    former.campaign.base !== later.campaign.base
  );
}

/** Where the values of points go. */
export function directionOf(points: readonly MeasuredCampaign[]): TrendDirection {
  const values = points.map(({ observation }) => observation.value ?? 0);
  const steps = values.slice(1).map((value, index) => Math.sign(value - (values[index] ?? value)));
  if (steps.every((step) => step === 0)) return TrendDirection.STABLE;
  if (steps.every((step) => step > 0)) return TrendDirection.RISING;
  return steps.every((step) => step < 0) ? TrendDirection.FALLING : TrendDirection.MIXED;
}
