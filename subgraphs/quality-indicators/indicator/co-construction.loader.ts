import { manyByKey } from "../../shared/loader.js";
import { findRecords } from "./co-construction.repository.js";

/** What was recorded of an indicator's making, oldest first. */
export const recordsOf = manyByKey(findRecords, ({ indicator }) => indicator);
