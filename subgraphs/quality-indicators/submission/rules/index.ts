import { formAloneChoice } from "./form-alone-choice.js";
import { formAnswerShape } from "./form-answer-shape.js";
import { formKnownChoice } from "./form-known-choice.js";
import { formKnownQuestion } from "./form-known-question.js";
import { formOneAnswer } from "./form-one-answer.js";
import { formTotals } from "./form-totals.js";
import type { Rule } from "./rule.js";
import { v01OwnEstablishment } from "./v01-own-establishment.js";
import { v03YesAndDetail } from "./v03-yes-and-detail.js";
import { v04OtherAndText } from "./v04-other-and-text.js";
import { v05WellFormedValue } from "./v05-well-formed-value.js";
import { v06TextLength } from "./v06-text-length.js";
import { v07PersonsCoverFte } from "./v07-persons-cover-fte.js";
import { v08UsualTeam } from "./v08-usual-team.js";
import { v09ActiveWithinBank } from "./v09-active-within-bank.js";
import { v10ActivityWithoutPartners } from "./v10-activity-without-partners.js";
import { v11BudgetAndFte } from "./v11-budget-and-fte.js";
import { v12YearsNeverFall } from "./v12-years-never-fall.js";
import { v13ChangeOfPartners } from "./v13-change-of-partners.js";
import { v14OfferAndActivities } from "./v14-offer-and-activities.js";
import { v15PlanAndSector } from "./v15-plan-and-sector.js";
import { v16TacticalAndAccreditation } from "./v16-tactical-and-accreditation.js";
import { v17PlanPeriod } from "./v17-plan-period.js";
import { v18RequiredAnswer } from "./v18-required-answer.js";
import { v19PersonalData } from "./v19-personal-data.js";
import { v21SameAsLastYear } from "./v21-same-as-last-year.js";
import { v23Late } from "./v23-late.js";
import { v24ReasonOfCorrection } from "./v24-reason-of-correction.js";
import { v25BaseRevision } from "./v25-base-revision.js";
import { v26ChoiceFitsEstablishment } from "./v26-choice-fits-establishment.js";

/** The rules of the yearly figures, in the order in which their issues are told. */
export const rules: readonly Rule[] = [
  v01OwnEstablishment,
  formKnownQuestion,
  formAnswerShape,
  formKnownChoice,
  formOneAnswer,
  formAloneChoice,
  formTotals,
  v03YesAndDetail,
  v04OtherAndText,
  v05WellFormedValue,
  v06TextLength,
  v07PersonsCoverFte,
  v08UsualTeam,
  v09ActiveWithinBank,
  v10ActivityWithoutPartners,
  v11BudgetAndFte,
  v12YearsNeverFall,
  v13ChangeOfPartners,
  v14OfferAndActivities,
  v15PlanAndSector,
  v16TacticalAndAccreditation,
  v17PlanPeriod,
  v18RequiredAnswer,
  v19PersonalData,
  v21SameAsLastYear,
  v23Late,
  v24ReasonOfCorrection,
  v25BaseRevision,
  v26ChoiceFitsEstablishment,
];
