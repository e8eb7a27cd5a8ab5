import { answersWithin, type CampaignAnswers } from "../computation/campaign-answers.js";
import { compute } from "../computation/compute.js";
import type { CandidateRow } from "./candidate-row.js";
import { type ObservationToPublish, withoutNumbers } from "./observation-to-publish.js";
import { suppressed } from "./outcome.js";
import { type AnsweringEstablishment, widerThan } from "./places-of.js";
import type { MeasuredFigures } from "./province-rows.js";
import type { ComputedIndicator, PublicationInput } from "./publication-input.js";
import { mayStandAt } from "./publishable.js";
import { rowOf } from "./row-of.js";

/**
 * The rows of an indicator for each establishment that answered. One asks for it beside an establishment's name even
 * where the notice stops at the province: the row then says so. A synthetic figure is never shown beside a name.
 */
export const establishmentRows = (
  indicator: ComputedIndicator,
  measured: readonly MeasuredFigures[],
  establishments: readonly AnsweringEstablishment[],
  answers: CampaignAnswers,
  input: PublicationInput,
): CandidateRow[] =>
  establishments.flatMap((establishment): CandidateRow[] => {
    const { place, submissions } = establishment;
    const rowAt = (category: string | null): ObservationToPublish => ({
      ...rowOf(indicator, input, submissions),
      level: "ESTABLISHMENT",
      area: place.establishment,
      area_name: place.names.establishment,
      compared_with: widerThan(place, "ESTABLISHMENT"),
      category,
      contradictions: [],
      ...withoutNumbers,
      ...suppressed("NOTICE_STOPS_ABOVE"),
    });
    const mayStand = measured.filter(({ measure }) => mayStandAt(measure, "ESTABLISHMENT", input));
    const isSynthetic = submissions.some(({ synthetic }) => synthetic);
    if (isSynthetic || mayStand.length === 0) {
      const withheld = suppressed(isSynthetic ? "SYNTHETIC" : "NOTICE_STOPS_ABOVE");
      const [measure] = (mayStand.length > 0 ? mayStand : measured).map((found) => found.measure);
      if (!measure) return [];
      return [{ measure, offices: new Set(), contributors: null, row: { ...rowAt(null), ...withheld } }];
    }
    const offices = new Set(submissions.map(({ office }) => office));
    const within = answersWithin(
      answers,
      input.frame.filter(({ office }) => offices.has(office)),
      submissions,
    );
    return mayStand.flatMap(({ measure }) =>
      compute(measure, within).map((figure) => ({
        measure,
        offices,
        contributors: figure.contributors,
        row: {
          ...rowAt(figure.category),
          basis: figure.basis ?? indicator.basis,
          ...(figure.reason === null
            ? {
                value: figure.value,
                low: figure.low,
                high: figure.high,
                numerator: figure.numerator,
                denominator: figure.denominator,
                bases: figure.bases,
                status: "OBSERVED" as const,
                reason: null,
              }
            : { status: "CANNOT_BE_CALCULATED" as const, reason: figure.reason }),
        },
      })),
    );
  });
