import { manyByKey, oneByKey } from "../../shared/loader.js";
import { findComparators } from "./comparator.repository.js";
import { findObservationsByArea, findObservationsByIndicator } from "./observation.repository.js";

/** The observations of an indicator, by the key of the request. */
export const observationsByIndicator = manyByKey(findObservationsByIndicator, (answer) => answer.key);

/** The observations of a region or establishment, by the key of the request. */
export const observationsByArea = manyByKey(findObservationsByArea, (answer) => answer.key);

/** The observation of the same measure in a wider area, by the key of the comparator. */
export const comparatorByKey = oneByKey(findComparators, (answer) => answer.key);
