import { formAnswerShape } from "./form-answer-shape.js";
import { formKnownChoice } from "./form-known-choice.js";
import { formKnownQuestion } from "./form-known-question.js";
import { formOneAnswer } from "./form-one-answer.js";
import type { Rule } from "./rule.js";
import { v01OwnEstablishment } from "./v01-own-establishment.js";
import { v03YesAndDetail } from "./v03-yes-and-detail.js";
import { v04OtherAndText } from "./v04-other-and-text.js";
import { v05WellFormedValue } from "./v05-well-formed-value.js";
import { v06TextLength } from "./v06-text-length.js";
import { v09ActiveWithinBank } from "./v09-active-within-bank.js";
import { v18RequiredAnswer } from "./v18-required-answer.js";
import { v24ReasonOfCorrection } from "./v24-reason-of-correction.js";
import { v25BaseRevision } from "./v25-base-revision.js";

/** The rules of the yearly figures, in the order in which their issues are told. */
export const rules: readonly Rule[] = [
  v01OwnEstablishment,
  formKnownQuestion,
  formAnswerShape,
  formKnownChoice,
  formOneAnswer,
  v03YesAndDetail,
  v04OtherAndText,
  v05WellFormedValue,
  v06TextLength,
  v09ActiveWithinBank,
  v18RequiredAnswer,
  v24ReasonOfCorrection,
  v25BaseRevision,
];
