import type { ExpectedOffice } from "../campaign-window/expected-office.js";
import { isLate } from "../submission/punctuality.js";
import type { CampaignAnswers } from "./campaign-answers.js";
import { type ComputedFigure, figure, shareOf } from "./computed-figure.js";
import type { CoverageMeasure } from "./measure.js";

/** The offices, establishments or regions of which at least one office answered, among those that a campaign expects. */
export function coverage(measure: CoverageMeasure, answers: CampaignAnswers): ComputedFigure[] {
  const { category = null, universe } = measure;
  const basis = basisOf(measure);
  if (measure.onTime && answers.closesAt === null)
    return [figure({ category, basis, reason: "NO_DEADLINE", contributors: null })];
  const counted = new Set(
    answers.offices
      .filter(({ firstSubmittedAt }) => !measure.onTime || isOnTime(firstSubmittedAt, answers.closesAt))
      .map(({ office }) => office),
  );
  const sent = new Set(answers.offices.map(({ office }) => office));
  const expected = answers.frame.filter((place) =>
    universe === "35" ? place.inUniverse35 : place.inUniverse32,
  );
  const placesOf = (places: readonly ExpectedOffice[]): number =>
    new Set(places.map((place) => placeOf(measure, place))).size;
  return [
    shareOf(placesOf(expected.filter(({ office }) => counted.has(office))), placesOf(expected), {
      category,
      basis,
      contributors: expected.map(({ office }) => office).filter((office) => sent.has(office)),
    }),
  ];
}

const isOnTime = (at: Date | null | undefined, closesAt: Date | null): boolean =>
  at !== null && at !== undefined && !isLate(at, closesAt);

function placeOf({ of }: CoverageMeasure, { office, establishment, region }: ExpectedOffice): string {
  if (of === "OFFICES") return office;
  return of === "ESTABLISHMENTS" ? establishment : region;
}

const basisOf = ({ of, universe }: CoverageMeasure): string =>
  of === "ESTABLISHMENTS" && universe === "32" ? "ESTABLISHMENTS_QUESTIONNAIRE" : of;
