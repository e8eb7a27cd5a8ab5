import type { Part, ToldMagnitude } from "./told-magnitude.js";
import { smallestGroup } from "./smallest-group.js";

/** The parts of two magnitudes that are not the same in both, office by office. */
function differingParts(left: ToldMagnitude, right: ToldMagnitude): Part[][] {
  const offices = new Set([...left.parts.keys(), ...right.parts.keys()]);
  return [...offices].flatMap((office) => {
    const pair = [left.parts.get(office), right.parts.get(office)];
    if (pair[0]?.numbers === pair[1]?.numbers) return [];
    return [pair.filter((part) => part !== undefined)];
  });
}

const isComparable = (magnitude: ToldMagnitude, other: ToldMagnitude): boolean =>
  magnitude.of === other.of && (magnitude.among === null || magnitude.among !== other.among);

/**
 * True when subtracting one of the told magnitudes from this one would tell the answers of fewer offices than the
 * smallest group, at least one of them real.
 */
export const differsTooLittle = (magnitude: ToldMagnitude, told: readonly ToldMagnitude[]): boolean =>
  told
    .filter((other) => isComparable(magnitude, other))
    .map((other) => differingParts(magnitude, other))
    .some((parts) => parts.length < smallestGroup && parts.some((pair) => pair.some(({ isReal }) => isReal)));
