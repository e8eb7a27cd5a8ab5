import type { Term } from "../protected-table.js";
import { checkedSolution } from "../solver/linear-problem.js";
import { Tableau } from "../solver/tableau.js";
import type { Insiders } from "./insiders.js";
import type { Component } from "./left-open.js";
import { type Neighbourhood, neighbourhoodOf, termsIn } from "./neighbourhood.js";
import { type Witness, witnessOf } from "./witness.js";

interface Place {
  readonly near: Neighbourhood;
  readonly tableau: Tableau;
}

/**
 * Quick looks for witnesses. One is found before a solver could be given its problem, and believed
 * only once it satisfies the problem; that none is found says nothing.
 */
export class Looks {
  private whole: Place | null = null;
  private last: { readonly terms: readonly Term[]; readonly size: number; readonly place: Place } | null =
    null;

  constructor(
    private readonly component: Component,
    private readonly insiders: Insiders,
  ) {}

  /** A witness that moves a sum up (1) or down (−1), by `most` or less, and that all these insiders find possible. */
  find(
    terms: readonly Term[],
    size: number,
    insiders: readonly number[],
    direction: 1 | -1,
    most: number,
  ): Witness | null {
    const { near, tableau } = this.placeOf(terms, size);
    const { problem } = near;
    const [lower, upper] = [problem.lower.slice(), problem.upper.slice()];
    for (const insider of insiders)
      for (const [unknown, known] of this.insiders.knowledgeOf(insider, this.component) ?? []) {
        const rank = near.rankOf(unknown);
        if (rank === null) continue;
        lower[rank] = Math.max(lower[rank]!, known[0]);
        upper[rank] = Math.min(upper[rank]!, known[1]);
      }
    const sum = new Float64Array(lower.length);
    for (const { unknown, times } of termsIn(near, terms)) sum[unknown] = direction * times;
    const { amount, values } = tableau.raise(sum, lower, upper, Math.ceil(most));
    if (amount === 0) return null;
    // Twice a solution in halves is one in whole numbers, where the bounds allow it.
    const found =
      checkedSolution(problem, values) ??
      checkedSolution(
        problem,
        values.map((value) => 2 * value),
      );
    return found && witnessOf(found, near.ranks);
  }

  private placeOf(terms: readonly Term[], size: number): Place {
    if (size >= this.component.unknowns.length) return (this.whole ??= this.newPlace(terms, size));
    if (this.last?.terms !== terms || this.last.size !== size)
      this.last = { terms, size, place: this.newPlace(terms, size) };
    return this.last.place;
  }

  private newPlace(terms: readonly Term[], size: number): Place {
    const near = neighbourhoodOf(this.component, terms, size, null);
    const { rows, lower } = near.problem;
    const tableau = Tableau.of(
      rows.map((row) => row.map(({ unknown, times }) => ({ column: unknown, times }))),
      lower.length,
    );
    return { near, tableau };
  }
}
