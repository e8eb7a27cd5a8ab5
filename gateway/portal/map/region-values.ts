import type { StoredText } from "../parts/text.js";
import { classOf, equalClasses, type ValueClass } from "./equal-classes.js";
import type { MapValueFragment } from "./region-map.operation.js";

/** A region that a map shows. */
export interface MapRegion {
  readonly code: string;
  readonly name: StoredText;
}

/** What a region's tile says: a value in a class, a value without one, a protected one, or none. */
export type TileState =
  { readonly kind: "classed"; readonly rank: number } | { readonly kind: "unclassed" | "masked" | "absent" };

/** What a tile writes of a value. */
export type TileValue = Pick<MapValueFragment, "value" | "low" | "high" | "unit">;

/** A region with its value, or none. */
export interface RegionValue<Value extends TileValue = MapValueFragment> {
  readonly region: MapRegion;
  readonly value: Value | null;
  readonly state: TileState;
}

/** One measure of a map: its regions in their order, and the classes of their values. */
export interface MapMeasure<Value extends TileValue = MapValueFragment> {
  readonly regions: readonly RegionValue<Value>[];
  readonly classes: readonly ValueClass[];
}

/** Sets the values of one category and basis beside the regions, and sorts them into classes. */
export function measureOf(
  regions: readonly MapRegion[],
  values: readonly MapValueFragment[],
  category: string | null,
  basis: string | null,
): MapMeasure {
  const own = new Map(
    values
      .filter((value) => value.category === category && (basis === null || value.basis === basis))
      .map((value) => [value.area.code, value]),
  );
  const classes = equalClasses([...own.values()].flatMap((value) => classable(value) ?? []));
  return {
    classes,
    regions: regions.map((region) => {
      const value = own.get(region.code) ?? null;
      return { region, value, state: stateOf(value, classes) };
    }),
  };
}

const classable = ({ status, value }: MapValueFragment): number | null =>
  status === "OBSERVED" ? value : null;

function stateOf(value: MapValueFragment | null, classes: readonly ValueClass[]): TileState {
  if (value === null) return { kind: "absent" };
  if (value.status === "SUPPRESSED") return { kind: "masked" };
  if (value.status !== "OBSERVED") return { kind: "absent" };
  return value.value === null
    ? { kind: "unclassed" }
    : { kind: "classed", rank: classOf(value.value, classes) };
}
