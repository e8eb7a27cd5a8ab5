import { answersWithin, type CampaignAnswers, campaignAnswers } from "../computation/campaign-answers.js";
import { compute } from "../computation/compute.js";
import type { Measure } from "../computation/measure.js";
import { establishmentRows } from "./establishment-rows.js";
import { groupRows, publishedGroups } from "./group-rows.js";
import type { ObservationToPublish } from "./observation-to-publish.js";
import { answeringEstablishments } from "./places-of.js";
import { measuredFigures, provinceRows } from "./province-rows.js";
import type { PublicationInput, ShownFigure } from "./publication-input.js";
import { isPublishable } from "./publishable.js";
import { answered, magnitudesOf } from "./told-magnitude.js";

/**
 * The rows of a whole publication of a campaign. Pure: same input, same rows. An indicator whose questions may not be
 * published, or have no level, is not in it; what is not observed carries no number at all.
 */
export function computePublication(input: PublicationInput): ObservationToPublish[] {
  const answers = campaignAnswers({
    frame: input.frame,
    offices: input.submissions,
    base: input.campaign.base,
    closesAt: input.closesAt,
    choicesOf: (code) =>
      input.questions.find((question) => question.code === code)?.choices.map((choice) => choice.code) ?? [],
    registers: input.registers,
  });
  const measured = input.indicators
    .filter((indicator) => isPublishable(indicator, input))
    .map((indicator) => ({ indicator, measures: measuredFigures(indicator, answers) }));
  const groups = publishedGroups(input, answers);
  const establishments = answeringEstablishments(input);
  const told = input.earlier.flatMap(({ measures, shown, submissions }) => {
    const then = answersWithin(answers, input.frame, submissions);
    return measures
      .filter((measure, index) => shown === undefined || wasShown(measure, shown[index] ?? [], then))
      .flatMap((measure) => magnitudesOf(measure, answered(then, submissions)));
  });
  const now = answered(answers, input.submissions);
  return [
    ...measured.flatMap(({ indicator, measures }) =>
      measures.flatMap((figures) => provinceRows(indicator, figures, input, now, told)),
    ),
    ...measured.flatMap(({ indicator, measures }) =>
      measures.flatMap((figures) => groupRows(indicator, figures, groups, input)),
    ),
    ...measured
      .filter(({ indicator }) => indicator.levels.includes("ESTABLISHMENT"))
      .flatMap(({ indicator }) => establishmentRows(indicator, establishments, input)),
  ];
}

// A figure that was withheld then is not told yet: to show it now may be what tells.
const wasShown = (measure: Measure, shown: readonly ShownFigure[], then: CampaignAnswers): boolean =>
  compute(measure, then).some(({ category, basis }) =>
    shown.some((figure) => figure.category === category && (basis === null || figure.basis === basis)),
  );
