import { compute } from "../computation/compute.js";
import type { CampaignAnswers, ComputedFigure } from "../computation/campaign-answers.js";
import { type Computation, questionsOf } from "../computation/computation.js";
import { type ObservationToPublish, withoutNumbers } from "./observation-to-publish.js";
import type { ApprovedAnswers, ComputedIndicator, PublicationInput } from "./publication-input.js";
import { differsTooLittle, magnitudesOf, type ToldMagnitude } from "./small-difference.js";
import { smallestGroup } from "./smallest-group.js";

type Publishable = ComputedIndicator & { readonly computation: Computation };

const province = { fr: "Québec", en: "Québec", status: "SOURCE" } as const;

// One asks for them beside an establishment's name even where the notice stops at the province: the answer says why not.
const askedBelowProvince = new Set(["IQP-05", "IQP-06", "IQP-07"]);

/**
 * The rows of a whole publication of a campaign. Pure: same input, same rows. An indicator whose questions may not be
 * published, or have no level, is not in it; what is not observed carries no number at all.
 */
export function computePublication(input: PublicationInput): ObservationToPublish[] {
  const publishable = input.indicators.filter((indicator) =>
    isPublishable(indicator, input),
  ) as Publishable[];
  const answers: CampaignAnswers = {
    frame: input.frame,
    offices: input.submissions,
    base: input.campaign.base,
    choicesOf: (question) => questionOf(input, question)?.choices.map(({ code }) => code) ?? [],
  };
  const told = toldBefore(publishable, input.earlier);
  return [
    ...publishable.flatMap((indicator) => provinceRows(indicator, answers, input, told)),
    ...publishable
      .filter((indicator) => isAskedOfEstablishments(indicator, input))
      .flatMap((indicator) => establishmentRows(indicator, input)),
  ];
}

const questionOf = ({ questions }: PublicationInput, code: string) =>
  questions.find((question) => question.code === code);

// Default deny: a question without a level is not published.
function isPublishable({ computation, askedIn }: ComputedIndicator, input: PublicationInput): boolean {
  if (computation === null || !askedIn.includes(input.campaign.code)) return false;
  return questionsOf(computation).every(
    (question) => (questionOf(input, question)?.finestLevel ?? "NEVER") !== "NEVER",
  );
}

function isAskedOfEstablishments({ code, computation }: Publishable, input: PublicationInput): boolean {
  const questions = questionsOf(computation);
  return (
    askedBelowProvince.has(code) ||
    (questions.length > 0 &&
      questions.every((question) => questionOf(input, question)?.finestLevel === "ESTABLISHMENT"))
  );
}

const toldBefore = (
  indicators: readonly Publishable[],
  earlier: PublicationInput["earlier"],
): ToldMagnitude[] =>
  earlier.flatMap((vintage) =>
    indicators
      .filter(({ code }) => vintage.indicators.includes(code))
      .flatMap(({ computation }) => magnitudesOf(computation, vintage.submissions)),
  );

/** The rows of an indicator for the province; what they tell is added to what is told already. */
function provinceRows(
  indicator: Publishable,
  answers: CampaignAnswers,
  input: PublicationInput,
  told: ToldMagnitude[],
): ObservationToPublish[] {
  const magnitudes = magnitudesOf(indicator.computation, input.submissions);
  const isTooClose = magnitudes.some((magnitude) => differsTooLittle(magnitude, told));
  const outcomes = compute(indicator.computation, answers).map((figure) => ({
    figure,
    outcome: outcomeOf(figure, isTooClose),
  }));
  if (outcomes.some(({ outcome }) => outcome.status === "OBSERVED")) told.push(...magnitudes);
  return outcomes.map(({ figure, outcome }) => ({
    ...rowOf(indicator, input, input.submissions),
    level: "PROVINCE",
    area: "QC",
    area_name: province,
    category: figure.category,
    basis: figure.basis ?? indicator.basis,
    contradictions: contradictionsOf(indicator, figure.category, input),
    ...outcome,
  }));
}

type Outcome = Pick<ObservationToPublish, keyof typeof withoutNumbers | "status" | "reason">;

const suppressed = (reason: string): Outcome => ({ ...withoutNumbers, status: "SUPPRESSED", reason });

const incalculable = (reason: string): Outcome => ({
  ...withoutNumbers,
  status: "CANNOT_BE_CALCULATED",
  reason,
});

function outcomeOf(figure: ComputedFigure, isTooClose: boolean): Outcome {
  const { value, low, high, numerator, denominator, reason, contributors } = figure;
  if (contributors.length === 0) return incalculable("NO_ANSWER");
  if (contributors.length < smallestGroup) return suppressed("SMALL_GROUP");
  if (isTooClose) return suppressed("DIFFERENCE_TOO_SMALL");
  if (reason !== null) return incalculable(reason);
  return { value, low, high, text: null, numerator, denominator, status: "OBSERVED", reason: null };
}

/** Until a whole publication is protected jointly, nothing below the province is shown: the row says why. */
function establishmentRows(indicator: Publishable, input: PublicationInput): ObservationToPublish[] {
  const places = new Map(input.frame.map((place) => [place.office, place]));
  const placed = input.submissions.flatMap((submission) => {
    const place = places.get(submission.office);
    return place ? [{ place, submission }] : [];
  });
  return [...new Map(placed.map(({ place }) => [place.establishment, place])).values()].map((first) => {
    const submissions = placed
      .filter(({ place }) => place.establishment === first.establishment)
      .map(({ submission }) => submission);
    const isSynthetic = submissions.some(({ synthetic }) => synthetic);
    return {
      ...rowOf(indicator, input, submissions),
      level: "ESTABLISHMENT",
      area: first.establishment,
      area_name: first.names.establishment,
      category: null,
      contradictions: [],
      ...suppressed(isSynthetic ? "SYNTHETIC" : "NOT_YET_PROTECTED"),
    };
  });
}

const rowOf = (
  indicator: Publishable,
  { campaign, publishedOn }: PublicationInput,
  submissions: readonly ApprovedAnswers[],
) =>
  ({
    indicator: indicator.code,
    indicator_version: indicator.version,
    campaign: campaign.code,
    unit: indicator.unit,
    basis: indicator.basis,
    origin: submissions.some(({ synthetic }) => synthetic) ? "SYNTHETIC" : "COMPUTED",
    period: campaign.period,
    provenance: {
      document: "HUB",
      edition: null,
      section: `Calcul du carrefour à partir des réponses de la campagne ${campaign.code}`,
      quote: null,
      method: "PROGRAM",
      extractedAt: publishedOn,
      licence: "UNSTATED",
      status: "VERIFIED",
    },
  }) as const;

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
