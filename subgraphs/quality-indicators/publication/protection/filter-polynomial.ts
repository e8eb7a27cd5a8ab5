import { canonicalJson } from "../../../shared/canonical-json.js";
import type { CountedUnit } from "../../computation/counted-unit.js";
import { type Filter, holds, type QuestionFilter } from "../../computation/filter.js";

/**
 * A condition as a sum of products of elementary conditions on one question: the key names the product, the empty key
 * is what does not depend on the question at all.
 */
export type Polynomial = ReadonlyMap<string, number>;

const between = "\u0001";
const constant = (value: number): Polynomial => new Map(value === 0 ? [] : [["", value]]);
const one = constant(1);

/** The most products that are told apart; past it nobody can be sure of anything (`null`). */
const mostProducts = 64;

/**
 * What a condition tells of the answers of a unit to one question, for a reader who knows all its other answers: where
 * it says the same whatever the answer, only the empty product is left. Null where it is too long to be followed.
 */
export function polynomialOf(
  filter: Filter | null | undefined,
  unit: CountedUnit,
  question: string,
): Polynomial | null {
  if (!filter) return one;
  if ("all" in filter) return productOf(filter.all.map((part) => polynomialOf(part, unit, question)));
  if ("any" in filter)
    return complementOf(
      productOf(filter.any.map((part) => complementOf(polynomialOf(part, unit, question)))),
    );
  if ("not" in filter) return complementOf(polynomialOf(filter.not, unit, question));
  if (!("question" in filter) || filter.question !== question) return constant(holds(filter, unit) ? 1 : 0);
  return conditionOf(filter);
}

// A range is what lies above its lower end less what lies above its upper one: two ranges side by side add up.
function conditionOf(filter: QuestionFilter): Polynomial {
  if ("choice" in filter || "answered" in filter || "missing" in filter) {
    const { question: _, ...said } = filter;
    return new Map([[canonicalJson(said), 1]]);
  }
  const { atLeast = -Infinity, below = Infinity } = filter;
  const above = (end: number): string => (end === -Infinity ? "number" : `number ≥ ${end}`);
  return new Map([[above(atLeast), 1], ...(below === Infinity ? [] : ([[above(below), -1]] as const))]);
}

const complementOf = (of: Polynomial | null): Polynomial | null => of && sumOf(one, of, -1);

/** The first polynomial and some times the second. */
export function sumOf(left: Polynomial, right: Polynomial, times: number): Polynomial {
  const sum = new Map(left);
  for (const [key, value] of right) {
    const total = (sum.get(key) ?? 0) + times * value;
    if (total === 0) sum.delete(key);
    else sum.set(key, total);
  }
  return sum;
}

/** The product of two polynomials; a condition that is true twice is true once. */
export function timesOf(left: Polynomial | null, right: Polynomial | null): Polynomial | null {
  if (left === null || right === null) return null;
  if (left === one) return right;
  const product = new Map<string, number>();
  for (const [leftKey, leftValue] of left)
    for (const [rightKey, rightValue] of right) {
      const names = new Set([...leftKey.split(between), ...rightKey.split(between)].filter(Boolean));
      const key = [...names].sort().join(between);
      const total = (product.get(key) ?? 0) + leftValue * rightValue;
      if (total === 0) product.delete(key);
      else product.set(key, total);
    }
  return product.size > mostProducts ? null : product;
}

const productOf = (factors: readonly (Polynomial | null)[]): Polynomial | null =>
  factors.reduce(timesOf, one);
