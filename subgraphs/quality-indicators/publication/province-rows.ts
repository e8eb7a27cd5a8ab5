import type { CampaignAnswers } from "../computation/campaign-answers.js";
import { compute } from "../computation/compute.js";
import type { ComputedFigure } from "../computation/computed-figure.js";
import type { Measure } from "../computation/measure.js";
import { readsRegisters, singlesOutPlaces } from "../computation/questions-of.js";
import type { ObservationToPublish } from "./observation-to-publish.js";
import { outcomeOf, suppressed } from "./outcome.js";
import type { ComputedIndicator, PublicationInput } from "./publication-input.js";
import { rowOf } from "./row-of.js";
import { smallestGroup } from "./smallest-group.js";
import { differsTooLittle } from "./small-difference.js";
import { type Answered, magnitudesOf, type ToldMagnitude } from "./told-magnitude.js";

const province = { fr: "Québec", en: "Québec", status: "SOURCE" } as const;

/** The figures of one measure for the whole province. */
export interface MeasuredFigures {
  readonly measure: Measure;
  readonly figures: readonly ComputedFigure[];
}

/** The rows of a measure for the province; what they tell is added to what is told already. */
export function provinceRows(
  indicator: ComputedIndicator,
  { measure, figures }: MeasuredFigures,
  input: PublicationInput,
  now: Answered,
  told: ToldMagnitude[],
): ObservationToPublish[] {
  const magnitudes = magnitudesOf(measure, now);
  const withheld = withheldBy(measure, input, magnitudes, told);
  const isSmall = input.submissions.length > 0 && input.submissions.length < smallestGroup;
  const outcomes = figures.map((figure) => ({
    figure,
    // What fewer offices than the smallest group left out is theirs to tell as well.
    outcome:
      isSmall && figure.contributors !== null ? suppressed("SMALL_GROUP") : outcomeOf(figure, withheld),
  }));
  if (outcomes.some(({ outcome }) => outcome.status === "OBSERVED")) told.push(...magnitudes);
  const from = readsRegisters(measure) ? [input.registers] : input.submissions;
  return outcomes.map(({ figure, outcome }) => ({
    ...rowOf(indicator, input, from),
    level: "PROVINCE",
    area: "QC",
    area_name: province,
    compared_with: [],
    category: figure.category,
    basis: figure.basis ?? indicator.basis,
    contradictions: contradictionsOf(indicator, figure.category, input),
    ...outcome,
  }));
}

/** The figures of each measure of an indicator. */
export const measuredFigures = (
  { measures }: ComputedIndicator,
  answers: CampaignAnswers,
): MeasuredFigures[] => measures.map((measure) => ({ measure, figures: compute(measure, answers) }));

// A measure of some places only is a figure below the province, whatever the level of its row.
function withheldBy(
  measure: Measure,
  { submissions }: PublicationInput,
  magnitudes: readonly ToldMagnitude[],
  told: readonly ToldMagnitude[],
): string | null {
  if (singlesOutPlaces(measure) && submissions.some(({ synthetic }) => !synthetic))
    return "NOT_YET_PROTECTED";
  return magnitudes.some((magnitude) => differsTooLittle(magnitude, told)) ? "DIFFERENCE_TOO_SMALL" : null;
}

const contradictionsOf = (
  { code }: ComputedIndicator,
  category: string | null,
  { contradictions }: PublicationInput,
): string[] => [
  ...new Set(
    contradictions
      .filter((known) => known.indicator === code && known.category === category)
      .flatMap((known) => known.contradictions),
  ),
];
