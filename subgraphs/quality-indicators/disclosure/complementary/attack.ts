import { type Demand, demandsOf, hair, isAlwaysHidden, isEnough, type Way } from "./demand.js";
import { type DeviationSystem, roomOf } from "./deviation-system.js";
import { linesByColumn, type Membership, OpenParts } from "./open-parts.js";
import { Witnesses } from "./witnesses.js";

/** Where a table is looked for that a reader finds possible. */
type Look = "near" | "far" | "everywhere";

/** Fewer are asked one by one. */
const fewReaders = 3;

/** Readers who compute what they can; every table that one of them finds possible is kept as a witness for the others. */
export class Attack {
  readonly demands: readonly Demand[];
  private readonly demandsAt: readonly (readonly number[])[];
  private readonly hidden: boolean[];
  private readonly witnesses: Witnesses;
  readonly abandoned = new Set<number>();
  private readonly linesOf: readonly (readonly Membership[])[];
  private readonly parts: OpenParts;
  /** By demand, as far as they were asked for. */
  private readonly rooms: Readonly<Record<Way, number[]>> = { up: [], down: [] };

  constructor(readonly system: DeviationSystem) {
    const { lines } = system;
    this.demands = demandsOf(system);
    const demandsAt = lines.map((): number[] => []);
    this.demands.forEach(({ line }, rank) => demandsAt[line]!.push(rank));
    this.demandsAt = demandsAt;
    this.hidden = lines.map(isAlwaysHidden);
    this.linesOf = linesByColumn(system);
    const isHidden = (line: number): boolean => this.hidden[line]!;
    this.witnesses = new Witnesses(system, this.linesOf, isHidden, (line) => demandsAt[line]!.length > 0);
    this.parts = new OpenParts(system, this.linesOf, isHidden);
  }

  isHidden(line: number): boolean {
    return this.hidden[line]!;
  }

  hide(line: number, isHidden: boolean): void {
    if (this.hidden[line] === isHidden) return;
    this.hidden[line] = isHidden;
    this.parts.follow(line);
  }

  /** True when witnesses that still hold show enough; nothing is computed. */
  isMet(rank: number, isInWhole = false): boolean {
    if (this.abandoned.has(rank)) return true;
    const demand = this.demands[rank]!;
    if (isEnough(demand, this.known(rank, "up", isInWhole), this.known(rank, "down", isInWhole))) return true;
    return demand.rest !== null && this.parts.areFixed(demand.rest);
  }

  /** Asks no more for what nothing can meet. */
  abandon(rank: number): void {
    this.abandoned.add(rank);
  }

  /** True when a demand is met, computing where no witness shows it: near by, or as far as anything may move. */
  proves(rank: number, isExact = false): boolean {
    for (const look of isExact ? (["near", "far"] as const) : (["near"] as const))
      for (const way of ["up", "down"] as const) {
        if (this.isMet(rank)) return true;
        if (this.known(rank, way) >= this.farthest(rank, way) - hair) continue;
        const most = this.probe(rank, way, look);
        // What lacks one way is not made up for by all that is possible the other way: that need not be asked.
        if (look === "far" && !this.mayBeEnough(rank, way, most)) return this.isMet(rank);
      }
    return this.isMet(rank);
  }

  /** True when nothing meets a demand as the lines are hidden, wherever one looks and however long it takes. */
  isHopeless(rank: number): boolean {
    for (const way of ["up", "down"] as const) this.probe(rank, way, "everywhere");
    return !this.isMet(rank);
  }

  /** How far the reader of a demand can be brought at most, by what it knows of the line's unknowns alone. */
  private farthest(rank: number, way: Way): number {
    const { line, reader, width } = this.demands[rank]!;
    return (this.rooms[way][rank] ??= Math.min(
      Math.ceil(width),
      roomOf(this.system, line, reader, way === "up"),
    ));
  }

  private mayBeEnough(rank: number, way: Way, most: number): boolean {
    const demand = this.demands[rank]!;
    return way === "up"
      ? isEnough(demand, most, this.farthest(rank, "down"))
      : isEnough(demand, this.farthest(rank, "up"), most);
  }

  /** The demands on a line that are not met, or not seen to be near by: of everybody first, then of insiders. */
  *unmetOn(line: number): Generator<number> {
    const [ofAll] = this.demandsAt[line]!;
    if (ofAll === undefined) return;
    if (!this.proves(ofAll, true)) yield ofAll;
    const doubting = this.witnesses.doubting(this.demands[ofAll]!);
    if (doubting?.size === 0) return;
    const asked = this.demandsAt[line]!.filter(
      (rank) => rank !== ofAll && (doubting === null || doubting.has(this.demands[rank]!.reader)),
    );
    yield* this.unmetAmong(asked.filter((rank) => this.demands[rank]!.rest === null));
    for (const rank of asked) if (this.demands[rank]!.rest !== null && !this.proves(rank, true)) yield rank;
  }

  /**
   * Looks for tables that many readers of one line find possible at once, then for fewer and fewer of them, down to the
   * first one whom nothing convinces: who asks for one unmet demand only pays for no other.
   */
  private *unmetAmong(ranks: readonly number[]): Generator<number> {
    let left = ranks.filter((rank) => !this.isMet(rank));
    for (const look of ["near", "far"] as const)
      for (const way of ["up", "down"] as const) {
        if (left.length < fewReaders) break;
        this.probeAll(left, way, look);
        left = left.filter((rank) => !this.isMet(rank));
      }
    if (left.length < fewReaders) {
      for (const rank of left) if (!this.proves(rank, true)) yield rank;
      return;
    }
    const half = Math.ceil(left.length / 2);
    yield* this.unmetAmong(left.slice(0, half));
    yield* this.unmetAmong(left.slice(half));
  }

  /**
   * Shows a hidden line again when all demands stay met; those alone are asked for that rest on it, first of the line
   * that it was hidden for, then of its neighbours: most lines are needed, and these are the soonest to say so.
   */
  showIfRedundant(line: number, hiddenFor: number | undefined): void {
    this.hide(line, false);
    const { terms } = this.system.lines[line]!;
    const neighbours = new Set(
      terms.flatMap(({ unknown }) => this.linesOf[unknown]!.map((member) => member.line)),
    );
    const distance = (other: number): number => (other === hiddenFor ? 0 : neighbours.has(other) ? 1 : 2);
    const asked = [...this.witnesses.restingOn(line)].sort((one, other) => distance(one) - distance(other));
    const isRedundant = asked.every((other) => this.unmetOn(other).next().done);
    if (!isRedundant) this.hide(line, true);
  }

  /** How far the witnesses go that still hold and that the reader of a demand believes. */
  known(rank: number, way: Way, isInWhole = false): number {
    const { line, reader } = this.demands[rank]!;
    return this.witnesses.known(line, reader, way, isInWhole);
  }

  /** How far the reader of a demand can be brought one way, but not farther than its width. */
  probe(rank: number, way: Way, look: Look = "near"): number {
    this.probeAll([rank], way, look);
    return this.known(rank, way);
  }

  /** Moves a line one way by what is possible to the readers of all these demands on it. */
  private probeAll(ranks: readonly number[], way: Way, look: Look): void {
    const { line, width } = this.demands[ranks[0]!]!;
    const part = look === "near" ? this.parts.near(line) : this.parts.of(line, look === "everywhere");
    if (!part) return;
    const { columns, placeOf, tableau } = part;
    const [lower, upper] = [part.lower.slice(), part.upper.slice()];
    for (const rank of ranks)
      for (const { column, lower: least, upper: most } of this.system.readers[this.demands[rank]!.reader]!
        .knows) {
        const place = placeOf.get(column);
        if (place === undefined) continue;
        lower[place] = Math.max(lower[place]!, least);
        upper[place] = Math.min(upper[place]!, most);
      }
    const sum = new Float64Array(columns.length);
    const sign = way === "up" ? 1 : -1;
    for (const { unknown, times } of this.system.lines[line]!.terms) {
      const place = placeOf.get(unknown);
      if (place !== undefined) sum[place] = sign * times;
    }
    const { values } = tableau.raise(sum, lower, upper, Math.ceil(width));
    const moved = new Map<number, number>();
    values.forEach((value, place) => {
      if (Math.abs(value) > hair) moved.set(columns[place]!, value);
    });
    this.learn(moved);
  }

  /** Keeps a move that the shown lines allow. */
  learn(moved: ReadonlyMap<number, number>): void {
    this.witnesses.learn(moved);
  }

  /**
   * The lines of which a proof rests on a table in parts of persons. Readers know that counts are whole: it may be that
   * they can compute more than the proof says.
   */
  restingOnParts(): number[] {
    return this.demandsAt.flatMap((demands, line) =>
      this.witnesses.areInParts(line) && !demands.every((rank) => this.isMet(rank, true)) ? [line] : [],
    );
  }
}
