import { oneByKey } from "../../shared/loader.js";
import { findIndicatorsByCode } from "./indicator.repository.js";

/** An indicator by its code. */
export const indicatorByCode = oneByKey(findIndicatorsByCode, (indicator) => indicator.code);
