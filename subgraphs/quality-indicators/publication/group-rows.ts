import { answersWithin, type CampaignAnswers } from "../computation/campaign-answers.js";
import { compute } from "../computation/compute.js";
import type { ComputedFigure } from "../computation/computed-figure.js";
import type { ObservationToPublish } from "./observation-to-publish.js";
import { type Outcome, outcomeOf, suppressed } from "./outcome.js";
import { type Group, groupsOf } from "./places-of.js";
import type { MeasuredFigures } from "./province-rows.js";
import type { ComputedIndicator, PublicationInput } from "./publication-input.js";
import { mayStandAt } from "./publishable.js";
import { rowOf } from "./row-of.js";
import { smallestGroup } from "./smallest-group.js";

/** A group as a publication sees it: why it is withheld whole, or its own answers. */
export interface PublishedGroup extends Group {
  readonly withheld: string | null;
  readonly answers: CampaignAnswers | null;
}

/**
 * The groups of a publication. Subtracting groups from the province tells what is left: until a whole publication is
 * protected jointly, a campaign with any real answer shows none of them.
 */
export function publishedGroups(input: PublicationInput, answers: CampaignAnswers): PublishedGroup[] {
  const isReal = input.submissions.some(({ synthetic }) => !synthetic);
  return groupsOf(input).map((group) => {
    const isSmall = group.submissions.length < smallestGroup;
    const withheld = isReal ? "NOT_YET_PROTECTED" : isSmall ? "SMALL_GROUP" : null;
    return {
      ...group,
      withheld,
      answers: withheld === null ? answersWithin(answers, group.frame, group.submissions) : null,
    };
  });
}

/** The rows of a measure for the groups at which its indicator and the notice of the campaign let it stand. */
export const groupRows = (
  indicator: ComputedIndicator,
  measured: MeasuredFigures,
  groups: readonly PublishedGroup[],
  input: PublicationInput,
): ObservationToPublish[] =>
  groups
    .filter(({ level }) => indicator.levels.includes(level) && mayStandAt(measured.measure, level, input))
    .flatMap((group) =>
      told(measured, group).map(({ category, basis, outcome }) => ({
        ...rowOf(indicator, input, group.submissions.length > 0 ? group.submissions : input.submissions),
        level: group.level,
        area: group.area,
        area_name: group.name,
        compared_with: group.wider,
        category,
        basis: basis ?? indicator.basis,
        contradictions: [],
        ...outcome,
      })),
    );

type Told = Pick<ComputedFigure, "category" | "basis"> & { readonly outcome: Outcome };

// A withheld group has the rows of the province: which of them it could fill would tell of its answers.
const told = ({ measure, figures }: MeasuredFigures, { withheld, answers }: PublishedGroup): Told[] =>
  withheld === null && answers !== null
    ? compute(measure, answers).map((figure) => ({ ...figure, outcome: outcomeOf(figure, null) }))
    : figures.map((figure) => ({ ...figure, outcome: suppressed(withheld ?? "NOT_YET_PROTECTED") }));
