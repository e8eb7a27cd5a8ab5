import type { Measure } from "../computation/measure.js";
import { questionsOf } from "../computation/questions-of.js";
import type { PublishedLevel } from "./observation-to-publish.js";
import type { ComputedIndicator, PublicationInput } from "./publication-input.js";

type Noticed = Pick<PublicationInput, "questions">;

const questionOf = ({ questions }: Noticed, code: string) =>
  questions.find((question) => question.code === code);

/** True when a campaign asks for an indicator and lets all it reads be published; a question without a level does not. */
export const isPublishable = (
  { measures, askedIn }: ComputedIndicator,
  input: Noticed & Pick<PublicationInput, "campaign">,
): boolean =>
  measures.length > 0 &&
  askedIn.includes(input.campaign.code) &&
  measures
    .flatMap(questionsOf)
    .every((question) => (questionOf(input, question)?.finestLevel ?? "NEVER") !== "NEVER");

// The levels at which answers to a question may be published, by its finest one.
const allowedBy: Readonly<Record<string, readonly PublishedLevel[]>> = {
  PROVINCE: ["PROVINCE"],
  GROUP: ["PROVINCE", "PEER_GROUP", "REGION_GROUP", "HEALTH_REGION"],
  ESTABLISHMENT: ["PROVINCE", "PEER_GROUP", "REGION_GROUP", "HEALTH_REGION", "ESTABLISHMENT"],
};

/** True when the notice of the campaign lets a measure be published at a level. What reads no answer has no notice. */
export function mayStandAt(measure: Measure, level: PublishedLevel, input: Noticed): boolean {
  const read = questionsOf(measure).map((question) => questionOf(input, question)?.finestLevel);
  // Who answered goes as far down as the form lets any answer go.
  if (measure.kind === "COVERAGE")
    return input.questions.some(({ finestLevel }) => allowedBy[finestLevel]?.includes(level));
  return read.every((finestLevel) => allowedBy[finestLevel ?? ""]?.includes(level) ?? false);
}
