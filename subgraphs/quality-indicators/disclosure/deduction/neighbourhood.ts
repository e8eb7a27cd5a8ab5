import type { Term } from "../protected-table.js";
import type { LinearProblem } from "../solver/linear-problem.js";
import type { Component } from "./left-open.js";
import type { Knowledge } from "../solver/cheapest-move.js";

/** A part of a component: whatever lies outside stays at its true value. */
export interface Neighbourhood {
  readonly problem: LinearProblem;
  /** Ranks in the component, by their rank here; null for the whole component. */
  readonly ranks: readonly number[] | null;
  readonly rankOf: (unknown: number) => number | null;
}

/** The unknowns nearest to a sum, at most `size` of them, as a problem of their own. */
export function neighbourhoodOf(
  component: Component,
  terms: readonly Term[],
  size: number,
  knowledge: Knowledge | null,
): Neighbourhood {
  const { problem } = component;
  if (size >= component.unknowns.length)
    return { problem: withKnowledge(problem, knowledge), ranks: null, rankOf: (unknown) => unknown };
  const { ranks, rankOf, rows } = nearest(component, terms, size);
  const part = {
    lower: Float64Array.from(ranks, (unknown) => problem.lower[unknown]!),
    upper: Float64Array.from(ranks, (unknown) => problem.upper[unknown]!),
    isWhole: Uint8Array.from(ranks, (unknown) => problem.isWhole[unknown]!),
    rows: rows.map((row) =>
      problem.rows[row]!.flatMap(({ unknown, times }) => {
        const rank = rankOf.get(unknown);
        return rank === undefined ? [] : [{ unknown: rank, times }];
      }),
    ),
  };
  for (const [unknown, [least, most]] of knowledge ?? []) {
    const rank = rankOf.get(unknown);
    if (rank !== undefined) narrow(part, rank, least, most);
  }
  return { problem: part, ranks, rankOf: (unknown) => rankOf.get(unknown) ?? null };
}

/** A sum as far as it is near by. */
export const termsIn = ({ rankOf }: Neighbourhood, terms: readonly Term[]): Term[] =>
  terms.flatMap(({ unknown, times }) => {
    const rank = rankOf(unknown);
    return rank === null ? [] : [{ unknown: rank, times }];
  });

/** The unknowns that the shortest rows link with a sum: these leave the least choice, and are soonest complete. */
function nearest({ problem, rowsWith }: Component, terms: readonly Term[], size: number) {
  const rankOf = new Map<number, number>();
  const ranks: number[] = [];
  const rows = new Set<number>();
  const waiting: number[] = [];
  const lengths: number[] = [];
  const add = (unknown: number): void => {
    if (ranks.length >= size || rankOf.has(unknown)) return;
    rankOf.set(unknown, ranks.push(unknown) - 1);
    for (const row of rowsWith[unknown]!) {
      if (rows.has(row)) continue;
      rows.add(row);
      waiting.push(row);
      lengths.push(problem.rows[row]!.length);
    }
  };
  for (const { unknown } of terms) add(unknown);
  while (ranks.length < size && waiting.length > 0) {
    let least = 0;
    for (let place = 1; place < lengths.length; place += 1)
      if (lengths[place]! < lengths[least]!) least = place;
    const [row] = waiting.splice(least, 1);
    lengths.splice(least, 1);
    for (const { unknown } of problem.rows[row!]!) add(unknown);
  }
  return { ranks, rankOf, rows: [...rows] };
}

function withKnowledge(problem: LinearProblem, knowledge: Knowledge | null): LinearProblem {
  if (!knowledge) return problem;
  const narrowed = { ...problem, lower: problem.lower.slice(), upper: problem.upper.slice() };
  for (const [unknown, [least, most]] of knowledge) narrow(narrowed, unknown, least, most);
  return narrowed;
}

function narrow({ lower, upper }: LinearProblem, rank: number, least: number, most: number): void {
  lower[rank] = Math.max(lower[rank]!, least);
  upper[rank] = Math.min(upper[rank]!, most);
}
