import { hasValue } from "../submission/answer.js";
import type { CountedUnit } from "./counted-unit.js";

/**
 * A condition on a unit, recursive. A unit that did not answer a question fulfils no condition on it, hence fulfils the
 * negation of each; where a unit gave several answers to a question, one that fulfils the condition is enough.
 */
export type Filter =
  | { readonly all: readonly Filter[] }
  | { readonly any: readonly Filter[] }
  | { readonly not: Filter }
  | QuestionFilter
  | { readonly peerGroup: string }
  | { readonly region: string };

/** A condition on the answers to one question. */
export type QuestionFilter =
  | { readonly question: string; readonly choice: string }
  | { readonly question: string; readonly answered: true }
  | { readonly question: string; readonly missing: string }
  | { readonly question: string; readonly atLeast?: number; readonly below?: number };

/** True when the condition holds for the unit; always where there is none. */
export function holds(filter: Filter | null | undefined, unit: CountedUnit): boolean {
  if (!filter) return true;
  if ("all" in filter) return filter.all.every((part) => holds(part, unit));
  if ("any" in filter) return filter.any.some((part) => holds(part, unit));
  if ("not" in filter) return !holds(filter.not, unit);
  if ("peerGroup" in filter) return unit.place?.peerGroup === filter.peerGroup;
  if ("region" in filter) return unit.place?.region === filter.region;
  return answersHold(filter, unit);
}

function answersHold(filter: QuestionFilter, unit: CountedUnit): boolean {
  const given = unit.answersTo(filter.question);
  if ("choice" in filter) return given.some(({ choices }) => choices?.includes(filter.choice) ?? false);
  if ("answered" in filter) return given.some(hasValue);
  if ("missing" in filter) return given.some(({ missing }) => missing === filter.missing);
  const { atLeast = -Infinity, below = Infinity } = filter;
  return given.some(({ number }) => typeof number === "number" && number >= atLeast && number < below);
}

/** True when the unit gave an answer to every question that the condition reads: it is one that the figure tells of. */
export const speaksTo = (filter: Filter, unit: CountedUnit): boolean =>
  questionFiltersIn(filter).every((leaf) =>
    unit
      .answersTo(leaf.question)
      .some((answer) => hasValue(answer) || ("missing" in leaf && answer.missing === leaf.missing)),
  );

/** The conditions on answers anywhere in a filter. */
export function questionFiltersIn(filter: Filter | null | undefined): QuestionFilter[] {
  if (!filter || "peerGroup" in filter || "region" in filter) return [];
  if ("question" in filter) return [filter];
  return partsOf(filter).flatMap(questionFiltersIn);
}

/** True when a filter singles out places: what it leaves is a figure below the province. */
export function readsPlaces(filter: Filter | null | undefined): boolean {
  if (!filter || "question" in filter) return false;
  return "peerGroup" in filter || "region" in filter || partsOf(filter).some(readsPlaces);
}

const partsOf = (
  filter: Extract<Filter, { all: unknown } | { any: unknown } | { not: unknown }>,
): readonly Filter[] => ("all" in filter ? filter.all : "any" in filter ? filter.any : [filter.not]);
