import type { OpeningIssue } from "../../campaign/opening-issue.js";
import type { NewForm } from "../form-of-input.js";
import { checkBands } from "./check-bands.js";
import { checkChoices } from "./check-choices.js";
import { checkCodes } from "./check-codes.js";
import { checkConditions } from "./check-conditions.js";
import { checkConstraints } from "./check-constraints.js";
import { checkPublication } from "./check-publication.js";
import { checkSize } from "./check-size.js";
import { checkTexts } from "./check-texts.js";
import { checkTotals } from "./check-totals.js";
import type { FormCheck } from "./form-check.js";

const checks: readonly FormCheck[] = [
  checkTexts,
  checkCodes,
  checkChoices,
  checkBands,
  checkConstraints,
  checkConditions,
  checkTotals,
  checkPublication,
];

/**
 * Everything that is wrong with a new form, in one pass: nobody mends a form one mistake at a time. Of one that is far
 * too large only that is told.
 */
export const checkForm = (form: NewForm): OpeningIssue[] => {
  const size = checkSize(form);
  return size.length > 0 ? size : checks.flatMap((check) => check(form));
};
