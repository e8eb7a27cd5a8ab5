import { oneByKey } from "../../shared/loader.js";
import { findHealthRegionsByCode } from "./health-region.repository.js";

/** A health region by its code. */
export const healthRegionByCode = oneByKey(findHealthRegionsByCode, (region) => region.code);
