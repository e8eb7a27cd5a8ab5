import type { PortalIndicatorListQuery } from "./indicator-list.operation.js";

export type ListedIndicator = PortalIndicatorListQuery["qualityIndicators"][number];
export type ListedValue = ListedIndicator["observations"][number];
type Campaigns = PortalIndicatorListQuery["campaigns"];

/** What a list says of an indicator: one value, the extent of its categories, or an absence. */
export type CurrentValue =
  | { readonly kind: "one"; readonly campaign: string; readonly value: ListedValue }
  | {
      readonly kind: "extent";
      readonly campaign: string;
      readonly count: number;
      readonly low: ListedValue;
      readonly high: ListedValue;
    }
  | { readonly kind: "none" };

/** The value of the latest campaign that has one: first what documents print, then what the hub computes. */
export function currentValue({ observations }: ListedIndicator, campaigns: Campaigns): CurrentValue {
  const latest = campaigns
    .toSorted((one, other) => ((one.period.from ?? "") < (other.period.from ?? "") ? 1 : -1))
    .map(({ code }) => observations.filter((row) => row.campaign === code))
    .find((rows) => rows.some(({ status }) => status === "OBSERVED"));
  const rows = latest ?? observations;
  const whole =
    rows.find(({ category, status }) => category === null && status === "OBSERVED") ??
    (latest ? undefined : rows[0]);
  if (whole) return { kind: "one", campaign: whole.campaign, value: whole };
  const told = rows.filter(({ value }) => value !== null);
  const printed = told.filter(({ origin }) => origin === "PUBLISHED");
  const sorted = (printed.length > 0 ? printed : told).toSorted(
    (one, other) => (one.value ?? 0) - (other.value ?? 0),
  );
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (!low || !high) return { kind: "none" };
  const count = new Set(sorted.map(({ category }) => category)).size;
  return { kind: "extent", campaign: low.campaign, count, low, high };
}
