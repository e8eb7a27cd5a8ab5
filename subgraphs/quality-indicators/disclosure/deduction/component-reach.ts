import type { Term } from "../protected-table.js";
import { cheapestMove, type Knowledge, type Moves, movesOf } from "../solver/cheapest-move.js";
import { extremeOf } from "../solver/extreme-of.js";
import { sumOf } from "../solver/linear-problem.js";
import type { Insiders } from "./insiders.js";
import type { Component } from "./left-open.js";
import { Looks } from "./looks.js";
import { type Neighbourhood, neighbourhoodOf, termsIn } from "./neighbourhood.js";
import { type Part, type Reach, type ShownReach, shownBy } from "./shown.js";
import { repeated, type Witness, witnessOf } from "./witness.js";

interface NearMoves {
  readonly rank: number;
  readonly size: number;
  readonly wanted: number;
  readonly near: Neighbourhood;
  readonly moves: Moves;
}

// What is looked into before a solver is asked.
const lookSizes = [100, 400];
// Close by first: a witness that moves little costs little to find and serves nearly every reader.
const nearSizes = [80, 300];
const mostKept = 24;
const longestKept = 200;

/** How far the sums of one component can deviate; every witness found for one of them is tried on all others. */
export class ComponentReach {
  private readonly parts: Part[] = [];
  private readonly partOf = new Map<string, number>();
  private readonly partsWith: number[][];

  private readonly looks: Looks;
  private last: NearMoves | null = null;
  // Of the witness that is being tried.
  private readonly deviations: Float64Array;

  constructor(
    readonly component: Component,
    private readonly insiders: Insiders,
  ) {
    this.partsWith = component.unknowns.map(() => []);
    this.deviations = new Float64Array(component.unknowns.length);
    this.looks = new Looks(component, insiders);
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
    insider: number | null,
    wanted: number,
    isEnough: (reach: Reach) => boolean,
  ): Promise<ShownReach> {
    const part = this.parts[rank]!;
    const knowledge = this.insiders.knowledgeOf(insider, this.component);
    const bounds = this.bounds(part, knowledge);
    if (this.component.problem.rows.length === 0) return { ...bounds, doubting: null };
    const shown = shownBy(part, insider);
    if (isEnough(shown)) return shown;
    if (!knowledge && (part.isExact || isEnough(part)))
      return { low: part.low, high: part.high, doubting: null };
    // Farther than the bounds nobody can look.
    if (!isEnough(bounds)) return this.ends(part, insider, isEnough);
    for (const size of lookSizes) {
      for (const [direction, most] of waysOf(wanted)) {
        this.look(rank, size, insider === null ? [] : [insider], direction, most);
        const reach = shownBy(part, insider);
        if (isEnough(reach)) return reach;
      }
      if (size >= this.component.unknowns.length) break;
    }
    for (const size of nearSizes) {
      const { near, moves } = this.movesNear(rank, size, wanted);
      const known = knowledgeIn(near, knowledge);
      for (const [direction, most] of waysOf(wanted)) {
        const move = await cheapestMove(moves, direction, most, known);
        if (move) this.keepAlike(witnessOf(move, near.ranks), wanted);
        const reach = shownBy(part, insider);
        if (isEnough(reach)) return reach;
      }
      if (near.ranks === null) break;
    }
    return this.ends(part, insider, isEnough);
  }

  /**
   * Looks near by for witnesses that convince many insiders at once: what those know who still doubt moves only where it
   * must. An insider whom none convinces may be convinced by `widen`.
   */
  async convince(
    rank: number,
    insiders: readonly number[],
    wanted: number,
    isEnough: (reach: Reach) => boolean,
  ): Promise<void> {
    const part = this.parts[rank]!;
    const isDoubting = (insider: number): boolean => !isEnough(shownBy(part, insider));
    for (const size of lookSizes) {
      this.convinceAmong(rank, size, insiders.filter(isDoubting), wanted, isDoubting);
      if (size >= this.component.unknowns.length) break;
    }
    let left = insiders.filter(isDoubting);
    for (const size of nearSizes) {
      if (left.length < 2) return;
      const { near, moves } = this.movesNear(rank, size, wanted);
      for (let before = Infinity; left.length > 1 && left.length < before;) {
        before = left.length;
        for (const [direction, most] of waysOf(wanted)) {
          if (left.every((insider) => goesSoFar(shownBy(part, insider), direction, most))) continue;
          const move = await cheapestMove(moves, direction, most, null, this.knownTo(left, near));
          if (!move) continue;
          this.keepAlike(witnessOf(move, near.ranks), wanted);
          left = left.filter(isDoubting);
        }
      }
      if (near.ranks === null) return;
    }
  }

  /** Looks for witnesses that convince these insiders at once, then one half of those who doubt, and the other. */
  private convinceAmong(
    rank: number,
    size: number,
    insiders: readonly number[],
    wanted: number,
    isDoubting: (insider: number) => boolean,
  ): void {
    const part = this.parts[rank]!;
    let left = insiders;
    for (const [direction, most] of waysOf(wanted)) {
      if (left.length < 2) return;
      if (left.every((insider) => goesSoFar(shownBy(part, insider), direction, most))) continue;
      this.look(rank, size, left, direction, most);
      left = left.filter(isDoubting);
    }
    if (left.length < 2) return;
    const half = Math.ceil(left.length / 2);
    this.convinceAmong(rank, size, left.slice(0, half), wanted, isDoubting);
    this.convinceAmong(rank, size, left.slice(half), wanted, isDoubting);
  }

  /** Looks for a witness that moves a sum, that all these insiders find possible, and keeps it. */
  private look(
    rank: number,
    size: number,
    insiders: readonly number[],
    direction: 1 | -1,
    most: number,
  ): void {
    const witness = this.looks.find(this.parts[rank]!.terms, size, insiders, direction, most);
    if (witness) this.keepAlike(witness, most);
  }

  /** What some insiders know, near by. */
  private knownTo(insiders: readonly number[], { rankOf }: Neighbourhood): Set<number> {
    const known = new Set<number>();
    for (const insider of insiders)
      for (const unknown of this.insiders.knowledgeOf(insider, this.component)?.keys() ?? []) {
        const rank = rankOf(unknown);
        if (rank !== null) known.add(rank);
      }
    return known;
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
    insider: number | null,
    isEnough: (reach: Reach) => boolean,
  ): Promise<ShownReach> {
    const knowledge = this.insiders.knowledgeOf(insider, this.component);
    const whole = neighbourhoodOf(this.component, part.terms, Infinity, knowledge);
    const high = (await this.search(part, whole, 1)) ?? Infinity;
    const low = (await this.search(part, whole, -1)) ?? -Infinity;
    if (!knowledge) Object.assign(part, { low, high, isExact: true });
    const reach = shownBy(part, insider);
    return isEnough(reach) ? reach : { low, high, doubting: null };
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

  /** Keeps a witness, and what it shows as well: the same farther out, and the opposite. */
  private keepAlike(witness: Witness, most: number): void {
    this.keep(witness);
    for (const way of [1, -1] as const) {
      const times = way * this.mostTimes(witness, way, most);
      if (times !== 0 && times !== 1) this.keep(repeated(witness, times));
    }
  }

  /** How many times a witness may be repeated, or its opposite: all rows still sum to 0, only bounds end it. */
  private mostTimes({ unknowns, deviations }: Witness, way: 1 | -1, most: number): number {
    const { lower, upper } = this.component.problem;
    let times = Math.max(1, Math.floor(most));
    unknowns.forEach((unknown, index) => {
      const deviation = way * deviations[index]!;
      const room = deviation > 0 ? upper[unknown]! / deviation : lower[unknown]! / deviation;
      times = Math.min(times, Math.floor(room));
    });
    return times;
  }

  private keep(witness: Witness): void {
    const touched = new Set<number>();
    const doubting = this.insiders.doubting(this.component, witness);
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
      part.kept.push({ witness, deviation, doubting });
      if (part.kept.length > mostKept) part.kept.shift();
    }
    for (const unknown of witness.unknowns) this.deviations[unknown] = 0;
  }
}

// Most figures have room above, and need only move below at all.
const waysOf = (wanted: number) =>
  [
    [1, wanted],
    [-1, 1],
    [-1, wanted],
  ] as const;

const goesSoFar = ({ low, high }: Reach, direction: 1 | -1, most: number): boolean =>
  (direction === 1 ? high : -low) >= most;

function knowledgeIn({ ranks, rankOf }: Neighbourhood, knowledge: Knowledge | null): Knowledge | null {
  if (!knowledge || ranks === null) return knowledge;
  return new Map(
    [...knowledge].flatMap(([unknown, known]) => {
      const rank = rankOf(unknown);
      return rank === null ? [] : [[rank, known] as const];
    }),
  );
}
