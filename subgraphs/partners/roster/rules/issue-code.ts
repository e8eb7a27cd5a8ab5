import type { PersonalDatum } from "../../../shared/personal-data.js";

/** A direct identifier that no roster may hold. */
export type Identifier = PersonalDatum | "SOCIAL_INSURANCE_NUMBER" | "PARTIAL_POSTAL_CODE" | "FULL_DATE";

/** What is wrong, for a program. */
export type RosterIssueCode =
  | Identifier
  | "NOT_YOUR_ESTABLISHMENT"
  | "NOT_OPAQUE"
  | "MISSING_VALUE"
  | "UNKNOWN_CODE"
  | "NOT_ALONE"
  | "REPEATED_PARTNER"
  | "ALSO_WITHDRAWN"
  | "WITHDRAWN_BEFORE"
  | "UNKNOWN_PARTNER"
  | "ALREADY_WITHDRAWN"
  | "NO_CURRENT_ENGAGEMENT"
  | "YEAR_OUT_OF_RANGE"
  | "YEARS_NOT_IN_ORDER"
  | "EMPTY_ROSTER"
  | "MANY_LEAVE"
  | "STALE_BASE_REVISION";
