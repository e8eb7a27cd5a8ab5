import { type Demand, demandsOf, hair, isAlwaysHidden, type Way } from "./demand.js";
import { type DeviationSystem, type Range, roomOf } from "./deviation-system.js";
import { linesByColumn, type Membership, OpenParts } from "./open-parts.js";

/** A table as a reader may think that it is: how far a line moves in it, and which lines must be hidden for that. */
interface Witness {
  readonly amount: number;
  readonly lines: readonly number[];
  /** True when some count in it is not whole. */
  readonly isInParts: boolean;
  /** The readers who know that it is not so. */
  readonly disbelieving: ReadonlySet<number>;
}

/** Where a table is looked for that a reader finds possible. */
type Look = "near" | "far" | "everywhere";

/** So many are kept of a line and a way: one that moves few counts convinces all but few insiders. */
const mostWitnesses = 12;

/** Fewer are asked one by one. */
const fewReaders = 3;

/** Readers who compute what they can; every table that one of them finds possible is kept as a witness for the others. */
export class Attack {
  readonly demands: readonly Demand[];
  private readonly demandsAt: readonly (readonly number[])[];
  private readonly hidden: boolean[];
  /** By line. */
  private readonly witnesses: readonly Record<Way, Witness[]>[];
  readonly abandoned = new Set<number>();
  /** The lines of which some witness holds only while a line is hidden. */
  private readonly restingOn: readonly Set<number>[];
  private readonly linesOf: readonly (readonly Membership[])[];
  private readonly knownOf: readonly (readonly (Range & { readonly reader: number })[])[];
  private readonly parts: OpenParts;
  /** By demand, as far as they were asked for. */
  private readonly rooms: Readonly<Record<Way, number[]>> = { up: [], down: [] };

  constructor(readonly system: DeviationSystem) {
    const { columns, lines, readers } = system;
    this.demands = demandsOf(system);
    const demandsAt = lines.map((): number[] => []);
    this.demands.forEach(({ line }, rank) => demandsAt[line]!.push(rank));
    this.demandsAt = demandsAt;
    this.hidden = lines.map(isAlwaysHidden);
    this.witnesses = lines.map(() => ({ up: [], down: [] }));
    this.restingOn = lines.map(() => new Set<number>());
    this.linesOf = linesByColumn(system);
    const knownOf = columns.map((): (Range & { reader: number })[] => []);
    readers.forEach(({ knows }, reader) => {
      for (const range of knows) knownOf[range.column]!.push({ ...range, reader });
    });
    this.knownOf = knownOf;
    this.parts = new OpenParts(system, this.linesOf, (line) => this.hidden[line]!);
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
    const [ofAll, ...ofInsiders] = this.demandsAt[line]!;
    if (ofAll === undefined) return;
    if (!this.proves(ofAll, true)) yield ofAll;
    const doubting = this.doubtingAt(line);
    const asked = ofInsiders.filter((rank) => doubting === null || doubting.has(this.demands[rank]!.reader));
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

  /** The readers whom the two witnesses that convince most do not convince; null where no two do. */
  private doubtingAt(line: number): ReadonlySet<number> | null {
    const [first] = this.demandsAt[line]!;
    if (first === undefined) return null;
    const [ups, downs] = (["up", "down"] as const).map((way) => {
      const holding = this.witnesses[line]![way].filter((witness) => this.holds(witness));
      return holding.length > 0 ? holding : [nothing];
    });
    let best: readonly [Witness, Witness] | null = null;
    let least = Infinity;
    for (const up of ups!)
      for (const down of downs!) {
        const doubts = up.disbelieving.size + down.disbelieving.size;
        // What everybody must be left to guess is not less than what an insider must be.
        if (doubts >= least || !isEnough(this.demands[first]!, up.amount, down.amount)) continue;
        [best, least] = [[up, down], doubts];
      }
    return best && new Set([...best[0].disbelieving, ...best[1].disbelieving]);
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
    const asked = [...this.restingOn[line]!].sort((one, other) => distance(one) - distance(other));
    const isRedundant = asked.every((other) => this.unmetOn(other).next().done);
    if (!isRedundant) this.hide(line, true);
  }

  /** How far the witnesses go that still hold and that the reader of a demand believes. */
  known(rank: number, way: Way, isInWhole = false): number {
    const { line, reader } = this.demands[rank]!;
    let most = 0;
    for (const witness of this.witnesses[line]![way])
      if (
        witness.amount > most &&
        !(isInWhole && witness.isInParts) &&
        !witness.disbelieving.has(reader) &&
        this.holds(witness)
      )
        most = witness.amount;
    return most;
  }

  private holds({ lines }: Witness): boolean {
    return lines.every((line) => this.hidden[line]);
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
    const size = columns.length;
    const [sum, lower, upper] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
    columns.forEach((column, place) => {
      ({ lower: lower[place], upper: upper[place] } = this.system.columns[column]!);
    });
    for (const rank of ranks)
      for (const { column, lower: least, upper: most } of this.system.readers[this.demands[rank]!.reader]!
        .knows) {
        const place = placeOf.get(column);
        if (place === undefined) continue;
        lower[place] = Math.max(lower[place]!, least);
        upper[place] = Math.min(upper[place]!, most);
      }
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

  /** Keeps a move that the shown lines allow, the opposite one, and where they are in halves both made whole. */
  learn(moved: ReadonlyMap<number, number>): void {
    const isWhole = [...moved.values()].every((value) => Math.abs(value - Math.round(value)) <= hair);
    for (const times of isWhole ? [1, -1] : [1, -1, 2, -2]) this.remember(moved, times);
  }

  /**
   * The lines of which a proof rests on a table in parts of persons. Readers know that counts are whole: it may be that
   * they can compute more than the proof says.
   */
  restingOnParts(): number[] {
    return this.demandsAt.flatMap((demands, line) => {
      const { up, down } = this.witnesses[line]!;
      if (![...up, ...down].some(({ isInParts }) => isInParts)) return [];
      return demands.every((rank) => this.isMet(rank, true)) ? [] : [line];
    });
  }

  /** Keeps a table that is possible, for those who find it so. */
  private remember(moved: ReadonlyMap<number, number>, times: number): void {
    const { columns, lines } = this.system;
    const disbelieving = new Set<number>();
    const byLine = new Map<number, number>();
    for (const [column, value] of moved) if (!isWithin(columns[column]!, times * value)) return;
    for (const [column, value] of moved) {
      for (const known of this.knownOf[column]!)
        if (!isWithin(known, times * value)) disbelieving.add(known.reader);
      for (const { line, times: summed } of this.linesOf[column]!)
        byLine.set(line, (byLine.get(line) ?? 0) + summed * times * value);
    }
    const isInParts = [...moved].some(
      ([column, value]) =>
        columns[column]!.isWhole && Math.abs(times * value - Math.round(times * value)) > hair,
    );
    const needed = [...byLine]
      .filter(([line, amount]) => Math.abs(amount) > hair && !isAlwaysHidden(lines[line]!))
      .map(([line]) => line);
    for (const [line, far] of byLine) {
      if (Math.abs(far) < hair) continue;
      const amount = lines[line]!.isWhole ? Math.floor(Math.abs(far) + hair) : Math.abs(far);
      const way = far > 0 ? "up" : "down";
      if (this.demandsAt[line]!.length > 0)
        this.keep(line, way, { amount, lines: needed, isInParts, disbelieving });
    }
  }

  private keep(line: number, way: Way, witness: Witness): void {
    const kept = this.witnesses[line]![way].filter((other) => this.holds(other));
    const isBetter = ({ amount, disbelieving, isInParts }: Witness): boolean =>
      amount >= witness.amount && disbelieving.size === 0 && (witness.isInParts || !isInParts);
    if (kept.some(isBetter)) return;
    this.witnesses[line]![way] = [witness, ...kept].slice(0, mostWitnesses);
    for (const other of witness.lines) this.restingOn[other]!.add(line);
  }
}

const nothing: Witness = { amount: 0, lines: [], isInParts: false, disbelieving: new Set() };

const isWithin = ({ lower, upper }: { lower: number; upper: number }, value: number): boolean =>
  value >= lower - hair && value <= upper + hair;

/** True when an interval that goes so far from the truth tells little enough. */
export const isEnough = ({ width, step }: Demand, up: number, down: number): boolean =>
  up >= step.up && down >= step.down && up + down >= width - hair;
