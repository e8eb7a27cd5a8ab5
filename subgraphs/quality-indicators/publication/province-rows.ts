import type { CampaignAnswers } from "../computation/campaign-answers.js";
import { compute } from "../computation/compute.js";
import type { ComputedFigure } from "../computation/computed-figure.js";
import type { Measure } from "../computation/measure.js";
import { readsRegisters } from "../computation/questions-of.js";
import type { CandidateRow } from "./candidate-row.js";
import { outcomeOf, suppressed } from "./outcome.js";
import type { ComputedIndicator, PublicationInput } from "./publication-input.js";
import { rowOf } from "./row-of.js";
import { smallestGroup } from "./smallest-group.js";

const province = { fr: "Québec", en: "Québec", status: "SOURCE" } as const;

/** The figures of one measure for the whole province. */
export interface MeasuredFigures {
  readonly measure: Measure;
  readonly figures: readonly ComputedFigure[];
}

/** The rows of a measure for the province. */
export function provinceRows(
  indicator: ComputedIndicator,
  { measure, figures }: MeasuredFigures,
  input: PublicationInput,
): CandidateRow[] {
  const isSmall = input.submissions.length > 0 && input.submissions.length < smallestGroup;
  const from = readsRegisters(measure) ? [input.registers] : input.submissions;
  return figures.map((figure) => ({
    measure,
    offices: null,
    contributors: figure.contributors,
    row: {
      ...rowOf(indicator, input, from),
      level: "PROVINCE",
      area: "QC",
      area_name: province,
      compared_with: [],
      category: figure.category,
      basis: figure.basis ?? indicator.basis,
      contradictions: contradictionsOf(indicator, figure.category, input),
      // What fewer offices than the smallest group left out is theirs to tell as well.
      ...(isSmall && figure.contributors !== null ? suppressed("SMALL_GROUP") : outcomeOf(figure)),
    },
  }));
}

/** The figures of each measure of an indicator. */
export const measuredFigures = (
  { measures }: ComputedIndicator,
  answers: CampaignAnswers,
): MeasuredFigures[] => measures.map((measure) => ({ measure, figures: compute(measure, answers) }));

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
