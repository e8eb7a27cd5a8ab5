import { oneByKey } from "../../shared/loader.js";
import { findResearchUnitsByCode } from "./research-unit.repository.js";

/** A research unit by its code. */
export const researchUnitByCode = oneByKey(findResearchUnitsByCode, (unit) => unit.code);
