import { givingNumbers, numbersGiven } from "../computation/campaign-answers.js";
import { type Computation, questionsOf } from "../computation/computation.js";
import type { ApprovedAnswers } from "./publication-input.js";
import { smallestGroup } from "./smallest-group.js";

/** What one office put into a magnitude. */
interface Part {
  readonly numbers: string;
  readonly isReal: boolean;
}

/** What a published magnitude tells: who put what into it, one a question and a way of adding up. */
export interface ToldMagnitude {
  readonly of: string;
  readonly parts: ReadonlyMap<string, Part>;
}

/** What a figure tells of the answers behind it: both sums of a ratio, nothing where offices are only counted. */
export function magnitudesOf(
  computation: Computation,
  submissions: readonly ApprovedAnswers[],
): ToldMagnitude[] {
  if (!["SUM", "RATIO", "DISTRIBUTION"].includes(computation.kind)) return [];
  const wayOfAdding = computation.kind === "DISTRIBUTION" ? "range" : "sum";
  const questions = questionsOf(computation);
  const givers = givingNumbers(submissions, ...questions);
  return questions.map((question) => ({
    of: `${wayOfAdding} ${question}`,
    parts: new Map(
      givers.map((giver) => [
        giver.office,
        { numbers: numbersGiven(giver, question).join(" "), isReal: !giver.synthetic },
      ]),
    ),
  }));
}

/** The parts of two magnitudes that are not the same in both, office by office. */
function differingParts(left: ToldMagnitude, right: ToldMagnitude): Part[][] {
  const offices = new Set([...left.parts.keys(), ...right.parts.keys()]);
  return [...offices].flatMap((office) => {
    const pair = [left.parts.get(office), right.parts.get(office)];
    if (pair[0]?.numbers === pair[1]?.numbers) return [];
    return [pair.filter((part) => part !== undefined)];
  });
}

/**
 * True when subtracting one of the told magnitudes from this one would tell the answers of fewer offices than the
 * smallest group, at least one of them real.
 */
export const differsTooLittle = (magnitude: ToldMagnitude, told: readonly ToldMagnitude[]): boolean =>
  told
    .filter((other) => other.of === magnitude.of)
    .map((other) => differingParts(magnitude, other))
    .some((parts) => parts.length < smallestGroup && parts.some((pair) => pair.some(({ isReal }) => isReal)));
