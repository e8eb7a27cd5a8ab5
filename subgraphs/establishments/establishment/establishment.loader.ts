import { manyByKey, oneByKey } from "../../shared/loader.js";
import { findEstablishmentsByCode, findEstablishmentsByRegion } from "./establishment.repository.js";

/** An establishment by its code. */
export const establishmentByCode = oneByKey(findEstablishmentsByCode, (found) => found.code);

/** The establishments of a health region. */
export const establishmentsByRegion = manyByKey(findEstablishmentsByRegion, (found) => found.regionCode);
