import type { Term } from "../protected-table.js";
import { cheapestMove, type Knowledge, type Moves, movesOf } from "../solver/cheapest-move.js";
import { extremeOf } from "../solver/extreme-of.js";
import { sumOf } from "../solver/linear-problem.js";
import type { Component } from "./left-open.js";
import { type Neighbourhood, neighbourhoodOf } from "./neighbourhood.js";
import { isPossible, type Witness, witnessOf } from "./witness.js";

/** How far a sum can deviate from the truth, below and above. */
export interface Reach {
  readonly low: number;
  readonly high: number;
}

/** A reach that was shown, and the witnesses that show it; null where they were not kept. */
export interface ShownReach extends Reach {
  readonly witnesses: readonly Witness[] | null;
}

/** The sum of some unknowns of one component, and what was found of it so far. */
interface Part {
  readonly terms: readonly Term[];
  low: number;
  high: number;
  isExact: boolean;
  readonly kept: { readonly witness: Witness; readonly deviation: number }[];
}

interface NearMoves {
  readonly rank: number;
  readonly size: number;
  readonly wanted: number;
  readonly near: Neighbourhood;
  readonly moves: Moves;
}

// Close by first: a witness that moves little costs little to find and serves nearly every reader.
const nearSizes = [40, 300];
const mostKept = 24;
const longestKept = 200;

/** How far the sums of one component can deviate; every witness found for one of them is tried on all others. */
export class ComponentReach {
  private readonly parts: Part[] = [];
  private readonly partOf = new Map<string, number>();
  private readonly partsWith: number[][];

  private last: NearMoves | null = null;
  // Of the witness that is being tried.
  private readonly deviations: Float64Array;

  constructor(readonly component: Component) {
    this.partsWith = component.unknowns.map(() => []);
    this.deviations = new Float64Array(component.unknowns.length);
  }

  /** Makes a sum known, before any is asked for. */
  add(terms: readonly Term[]): number {
    const key = terms.map(({ unknown, times }) => `${unknown}×${times}`).join("+");
    const known = this.partOf.get(key);
    if (known !== undefined) return known;
    const rank = this.parts.push({ terms, low: 0, high: 0, isExact: false, kept: [] }) - 1;
    this.partOf.set(key, rank);
    for (const { unknown } of terms) this.partsWith[unknown]!.push(rank);
    return rank;
  }

  /** Exactly how far a sum can deviate for a reader of the table alone. */
  async exact(rank: number): Promise<Reach> {
    const part = this.parts[rank]!;
    if (!part.isExact) {
      const { low, high } = this.bounds(part, null);
      if (this.component.problem.rows.length === 0) return { low, high };
      const whole = neighbourhoodOf(this.component, part.terms, Infinity, null);
      if (part.high < high) part.high = (await this.search(part, whole, 1)) ?? Infinity;
      if (part.low > low) part.low = (await this.search(part, whole, -1)) ?? -Infinity;
      part.isExact = true;
    }
    return part;
  }

  /**
   * How far a sum can deviate for a reader who knows more, as far as is asked: looks farther and farther until it is
   * enough; what is given is exact where it is not.
   */
  async widen(
    rank: number,
    knowledge: Knowledge | null,
    wanted: number,
    isEnough: (reach: Reach) => boolean,
  ): Promise<ShownReach> {
    const part = this.parts[rank]!;
    const bounds = this.bounds(part, knowledge);
    if (this.component.problem.rows.length === 0) return { ...bounds, witnesses: null };
    const shown = shownBy(part, knowledge);
    if (isEnough(shown)) return shown;
    if (!knowledge && (part.isExact || isEnough(part)))
      return { low: part.low, high: part.high, witnesses: null };
    // Farther than the bounds nobody can look.
    if (!isEnough(bounds)) return this.ends(part, knowledge, isEnough);
    for (const size of nearSizes) {
      const { near, moves } = this.movesNear(rank, size, wanted);
      const known = knowledgeIn(near, knowledge);
      // Most figures have room above, and need only move below at all.
      for (const [direction, most] of [
        [1, wanted],
        [-1, 1],
        [-1, wanted],
      ] as const) {
        const move = await cheapestMove(moves, direction, most, known);
        if (move) this.keep(witnessOf(move, near.ranks));
        const reach = shownBy(part, knowledge);
        if (isEnough(reach)) return reach;
      }
      if (near.ranks === null) break;
    }
    return this.ends(part, knowledge, isEnough);
  }

  /** The moves of a sum near by, whoever asks; the same reader or the next one is likely to ask for them again. */
  private movesNear(rank: number, size: number, wanted: number): NearMoves {
    const { last } = this;
    if (last?.rank === rank && last.size === size && last.wanted === wanted) return last;
    const { terms } = this.parts[rank]!;
    const near = neighbourhoodOf(this.component, terms, size, null);
    const moves = movesOf(near.problem, termsIn(near, terms), wanted);
    return (this.last = { rank, size, wanted, near, moves });
  }

  private async ends(
    part: Part,
    knowledge: Knowledge | null,
    isEnough: (reach: Reach) => boolean,
  ): Promise<ShownReach> {
    const whole = neighbourhoodOf(this.component, part.terms, Infinity, knowledge);
    const high = (await this.search(part, whole, 1)) ?? Infinity;
    const low = (await this.search(part, whole, -1)) ?? -Infinity;
    if (!knowledge) Object.assign(part, { low, high, isExact: true });
    const reach = shownBy(part, knowledge);
    return isEnough(reach) ? reach : { low, high, witnesses: null };
  }

  /** No reader finds more left open than this. */
  private bounds({ terms }: Part, knowledge: Knowledge | null): Reach {
    const { lower, upper } = this.component.problem;
    let [low, high] = [0, 0];
    for (const { unknown, times } of terms) {
      const [least, most] = knowledge?.get(unknown) ?? [-Infinity, Infinity];
      const ends = [times * Math.max(lower[unknown]!, least), times * Math.min(upper[unknown]!, most)];
      low += Math.min(...ends);
      high += Math.max(...ends);
    }
    return { low, high };
  }

  /** The largest or smallest deviation of a sum near by; null where it has no end. Its witness is tried on all sums. */
  private async search({ terms }: Part, near: Neighbourhood, direction: 1 | -1): Promise<number | null> {
    const extreme = await extremeOf(near.problem, termsIn(near, terms), direction);
    if (!extreme.isBounded) return null;
    if (extreme.value !== 0) this.keep(witnessOf(extreme.witness, near.ranks));
    return extreme.value;
  }

  private keep(witness: Witness): void {
    const touched = new Set<number>();
    witness.unknowns.forEach((unknown, index) => {
      this.deviations[unknown] = witness.deviations[index]!;
      for (const part of this.partsWith[unknown]!) touched.add(part);
    });
    for (const rank of touched) {
      const part = this.parts[rank]!;
      const deviation = sumOf(part.terms, this.deviations);
      if (deviation === 0) continue;
      part.low = Math.min(part.low, deviation);
      part.high = Math.max(part.high, deviation);
      if (witness.unknowns.length > longestKept) continue;
      part.kept.push({ witness, deviation });
      if (part.kept.length > mostKept) part.kept.shift();
    }
    for (const unknown of witness.unknowns) this.deviations[unknown] = 0;
  }
}

const termsIn = ({ rankOf }: Neighbourhood, terms: readonly Term[]): Term[] =>
  terms.flatMap(({ unknown, times }) => {
    const rank = rankOf(unknown);
    return rank === null ? [] : [{ unknown: rank, times }];
  });

function knowledgeIn({ ranks, rankOf }: Neighbourhood, knowledge: Knowledge | null): Knowledge | null {
  if (!knowledge || ranks === null) return knowledge;
  return new Map(
    [...knowledge].flatMap(([unknown, known]) => {
      const rank = rankOf(unknown);
      return rank === null ? [] : [[rank, known] as const];
    }),
  );
}

/** What the witnesses at hand show to a reader who knows more. */
function shownBy({ kept }: Part, knowledge: Knowledge | null): ShownReach {
  let [low, high] = [0, 0];
  const used: { low: Witness | null; high: Witness | null } = { low: null, high: null };
  for (const { witness, deviation } of kept) {
    if ((deviation >= low && deviation <= high) || !isPossible(witness, knowledge)) continue;
    if (deviation > high) [high, used.high] = [deviation, witness];
    else [low, used.low] = [deviation, witness];
  }
  return { low, high, witnesses: [used.low, used.high].filter((witness) => witness !== null) };
}
