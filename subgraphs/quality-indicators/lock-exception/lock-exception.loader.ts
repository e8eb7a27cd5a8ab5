import { manyByKey } from "../../shared/loader.js";
import { findLockExceptions } from "./lock-exception.repository.js";

/** The exceptions to the lock of a campaign, those that the caller may see. */
export const lockExceptionsByCampaign = manyByKey(findLockExceptions, (exception) => exception.campaign);
