import type { ComputedFigure } from "../computation/computed-figure.js";
import { type ObservationToPublish, withoutNumbers } from "./observation-to-publish.js";
import { smallestGroup } from "./smallest-group.js";

/** What a row says of its figure: the numbers, or why there are none. */
export type Outcome = Pick<ObservationToPublish, keyof typeof withoutNumbers | "status" | "reason">;

/** A figure held back by a rule of protection. */
export const suppressed = (reason: string): Outcome => ({ ...withoutNumbers, status: "SUPPRESSED", reason });

const incalculable = (reason: string): Outcome => ({
  ...withoutNumbers,
  status: "CANNOT_BE_CALCULATED",
  reason,
});

/** What may be said of a figure, by those who gave it. */
export function outcomeOf(figure: ComputedFigure): Outcome {
  const { value, low, high, numerator, denominator, bases, reason, contributors } = figure;
  if (contributors !== null) {
    if (contributors.length === 0) return incalculable("NO_ANSWER");
    if (contributors.length < smallestGroup) return suppressed("SMALL_GROUP");
  }
  if (reason !== null) return incalculable(reason);
  return { value, low, high, text: null, numerator, denominator, bases, status: "OBSERVED", reason: null };
}
