import type { AccessAgreement } from "./access-agreement.entity.js";

/** True when an agreement opens anonymised records on the given day (YYYY-MM-DD). */
export const opensRecords = (agreement: AccessAgreement, day: string): boolean =>
  agreement.status === "ACTIVE" &&
  agreement.recordLevel === "ANONYMISED" &&
  agreement.validFrom <= day &&
  day <= agreement.validTo;
