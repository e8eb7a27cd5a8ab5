import { oneByKey } from "../../shared/loader.js";
import { findOfficesByEstablishment } from "./partnership-office.repository.js";

/** The office of an establishment. */
export const officeByEstablishment = oneByKey(findOfficesByEstablishment, (office) => office.establishment);
