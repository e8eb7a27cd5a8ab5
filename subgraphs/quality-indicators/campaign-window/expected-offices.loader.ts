import { manyByKey } from "../../shared/loader.js";
import { findExpectedOffices } from "./campaign-window.repository.js";

/** The offices that a campaign expects, those that the caller may see. */
export const expectedOfficesByCampaign = manyByKey(findExpectedOffices, (office) => office.campaign);
