import { manyByKey } from "../../shared/loader.js";
import { findObservationsByArea, findObservationsByIndicator } from "./observation.repository.js";

/** The observations of an indicator, by the key of the request. */
export const observationsByIndicator = manyByKey(findObservationsByIndicator, (answer) => answer.key);

/** The observations of a region or establishment, by the key of the request. */
export const observationsByArea = manyByKey(findObservationsByArea, (answer) => answer.key);
