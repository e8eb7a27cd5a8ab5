import { classOf, equalClasses } from "../map/equal-classes.js";
import type { MapMeasure, RegionValue, TileValue } from "../map/region-values.js";
import type { ValueOf } from "../parts/words.js";
import type { PortalRegionRegisterQuery } from "../region/region-register.operation.js";

/** A region as the register knows it, with its establishments. */
export type RegisteredRegion = PortalRegionRegisterQuery["healthRegions"][number];

/** How many establishments of some regions each of the lists of 2024 names, or neither. */
export function countedIn(regions: readonly RegisteredRegion[]): Record<ValueOf<"Represented">, number> {
  const all = regions.flatMap(({ establishments }) => establishments);
  const count = (named: ValueOf<"Represented">): number =>
    all.filter(({ represented2024 }) => represented2024 === named).length;
  return { YES: count("YES"), NO: count("NO"), UNSTATED: count("UNSTATED") };
}

/** How many establishments of each region the list of those that answered in 2024 names, as a map shows it. */
export function registerMeasure(regions: readonly RegisteredRegion[]): MapMeasure<TileValue> {
  const counts = regions.map((region) => countedIn([region]).YES);
  const classes = equalClasses(counts);
  const of = (region: RegisteredRegion, value: number): RegionValue<TileValue> => ({
    region,
    value: { value, low: null, high: null, unit: "ESTABLISHMENTS" },
    state: { kind: "classed", rank: classOf(value, classes) },
  });
  return { classes, regions: regions.map((region, rank) => of(region, counts[rank] ?? 0)) };
}
