import type { CampaignAnswers } from "./campaign-answers.js";
import { composition } from "./composition.js";
import type { ComputedFigure } from "./computed-figure.js";
import { count } from "./count.js";
import { coverage } from "./coverage.js";
import { distribution } from "./distribution.js";
import { mean } from "./mean.js";
import type { Measure } from "./measure.js";
import { rate } from "./rate.js";
import { registerByStatus } from "./register-by-status.js";
import { registerShare } from "./register-share.js";
import { share } from "./share.js";
import { shareByChoice } from "./share-by-choice.js";
import { sum } from "./sum.js";

/** The figures of one measure for a campaign: one, or one a category. */
export function compute(measure: Measure, answers: CampaignAnswers): ComputedFigure[] {
  switch (measure.kind) {
    case "COUNT":
      return count(measure, answers);
    case "SHARE":
      return share(measure, answers);
    case "SHARE_BY_CHOICE":
      return shareByChoice(measure, answers);
    case "SUM":
      return sum(measure, answers);
    case "MEAN":
      return mean(measure, answers);
    case "DISTRIBUTION":
      return distribution(measure, answers);
    case "RATE":
      return rate(measure, answers);
    case "COMPOSITION":
      return composition(measure, answers);
    case "COVERAGE":
      return coverage(measure, answers);
    case "REGISTER_SHARE":
      return registerShare(measure, answers);
    case "REGISTER_BY_STATUS":
      return registerByStatus(measure, answers);
  }
}
