import { answersWithin, type CampaignAnswers } from "../computation/campaign-answers.js";
import { compute } from "../computation/compute.js";
import { type ComputedFigure, figure } from "../computation/computed-figure.js";
import type { CandidateRow } from "./candidate-row.js";
import { outcomeOf, suppressed } from "./outcome.js";
import { type Group, groupsOf } from "./places-of.js";
import type { MeasuredFigures } from "./province-rows.js";
import type { ComputedIndicator, PublicationInput } from "./publication-input.js";
import { mayStandAt } from "./publishable.js";
import { rowOf } from "./row-of.js";
import { smallestGroup } from "./smallest-group.js";

/** A group as a publication sees it: its own answers, or none where too few offices answered. */
export interface PublishedGroup extends Group {
  readonly answers: CampaignAnswers | null;
  readonly offices: ReadonlySet<string>;
}

/** The groups of a publication; one in which too few offices answered is withheld whole. */
export const publishedGroups = (input: PublicationInput, answers: CampaignAnswers): PublishedGroup[] =>
  groupsOf(input).map((group) => ({
    ...group,
    offices: new Set(group.submissions.map(({ office }) => office)),
    answers:
      group.submissions.length < smallestGroup
        ? null
        : answersWithin(answers, group.frame, group.submissions),
  }));

/** The rows of a measure for the groups at which its indicator and the notice of the campaign let it stand. */
export const groupRows = (
  indicator: ComputedIndicator,
  { measure, figures }: MeasuredFigures,
  groups: readonly PublishedGroup[],
  input: PublicationInput,
): CandidateRow[] =>
  groups
    .filter(({ level }) => indicator.levels.includes(level) && mayStandAt(measure, level, input))
    .flatMap((group) => {
      const here = group.answers && compute(measure, group.answers);
      // A group has the rows of the province: which of them it could fill would tell of its answers.
      return figures.map((ofProvince) => {
        const own = here && ownFigure(here, ofProvince);
        return {
          measure,
          offices: group.offices,
          contributors: own?.contributors ?? null,
          row: {
            ...rowOf(indicator, input, group.submissions.length > 0 ? group.submissions : input.submissions),
            level: group.level,
            area: group.area,
            area_name: group.name,
            compared_with: group.wider,
            category: ofProvince.category,
            basis: (own ?? ofProvince).basis ?? indicator.basis,
            contradictions: [],
            ...(own ? outcomeOf(own) : suppressed("SMALL_GROUP")),
          },
        };
      });
    });

function ownFigure(here: readonly ComputedFigure[], { category, basis }: ComputedFigure): ComputedFigure {
  const own = here.find((found) => found.category === category && found.basis === basis);
  if (own) return own;
  // Nobody here said what somebody elsewhere did.
  const beside = here[0];
  if (!beside || beside.denominator === null) return figure({ category, basis, reason: "NO_ANSWER" });
  return { ...beside, category, value: 0, numerator: 0 };
}
