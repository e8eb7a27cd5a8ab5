import type { PortalRegionLabelsQuery } from "./region-labels.operation.js";
import type { PortalRegionValuesQuery } from "./region-values.operation.js";

type Found = NonNullable<NonNullable<PortalRegionValuesQuery["establishment"]>["region"]["observations"]>;

/** A value of a region, with the wider areas' beside it. */
export type OwnValue = Found[number];
/** A campaign, with its vintages and what is to be known of it. */
export type Campaign = PortalRegionLabelsQuery["campaigns"][number];
/** An indicator's name and the names of its categories. */
export type Indicator = PortalRegionLabelsQuery["qualityIndicators"][number];
