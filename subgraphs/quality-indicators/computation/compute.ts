import type { CampaignAnswers, ComputedFigure } from "./campaign-answers.js";
import { completeness } from "./completeness.js";
import type { Computation } from "./computation.js";
import { distribution } from "./distribution.js";
import { ratio } from "./ratio.js";
import { represented } from "./represented.js";
import { share } from "./share.js";
import { shareByChoice } from "./share-by-choice.js";
import { shareEqual } from "./share-equal.js";
import { sum } from "./sum.js";

/** The figures of one indicator for a campaign: one, or one a category. */
export function compute(computation: Computation, answers: CampaignAnswers): ComputedFigure[] {
  switch (computation.kind) {
    case "REPRESENTED":
      return represented(computation, answers);
    case "SHARE":
      return share(computation, answers);
    case "SHARE_EQUAL":
      return shareEqual(computation, answers);
    case "SHARE_BY_CHOICE":
      return shareByChoice(computation, answers);
    case "SUM":
      return sum(computation, answers);
    case "RATIO":
      return ratio(computation, answers);
    case "DISTRIBUTION":
      return distribution(computation, answers);
    case "COMPLETENESS":
      return completeness(answers);
  }
}
