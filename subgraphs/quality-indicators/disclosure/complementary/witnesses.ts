import { type Demand, hair, isAlwaysHidden, isEnough, type Way } from "./demand.js";
import type { DeviationSystem, Range } from "./deviation-system.js";
import type { Membership } from "./open-parts.js";

/** A table as a reader may think that it is: how far a line moves in it, and which lines must be hidden for that. */
interface Witness {
  readonly amount: number;
  readonly lines: readonly number[];
  /** True when some count in it is not whole. */
  readonly isInParts: boolean;
  /** The readers who know that it is not so. */
  readonly disbelieving: ReadonlySet<number>;
}

/** So many are kept of a line and a way: one that moves few counts convinces all but few insiders. */
const mostWitnesses = 12;

const nothing: Witness = { amount: 0, lines: [], isInParts: false, disbelieving: new Set() };

/** Tables that some reader found possible, kept for the others; each holds while the lines that it moves are hidden. */
export class Witnesses {
  /** By line. */
  private readonly kept: readonly Record<Way, Witness[]>[];
  /** The lines of which some witness holds only while a line is hidden. */
  private readonly resting: readonly Set<number>[];
  private readonly knownOf: readonly (readonly (Range & { readonly reader: number })[])[];
  /** How far each line moves in the table at hand; 0 between two. */
  private readonly amounts: Float64Array;

  constructor(
    private readonly system: DeviationSystem,
    private readonly linesOf: readonly (readonly Membership[])[],
    private readonly isHidden: (line: number) => boolean,
    /** True for a line that somebody must be left to guess. */
    private readonly isAsked: (line: number) => boolean,
  ) {
    const { columns, lines, readers } = system;
    this.kept = lines.map(() => ({ up: [], down: [] }));
    this.resting = lines.map(() => new Set<number>());
    const knownOf = columns.map((): (Range & { reader: number })[] => []);
    readers.forEach(({ knows }, reader) => {
      for (const range of knows) knownOf[range.column]!.push({ ...range, reader });
    });
    this.knownOf = knownOf;
    this.amounts = new Float64Array(lines.length);
  }

  /** The lines whose witnesses need a line to be hidden, or once did. */
  restingOn(line: number): Iterable<number> {
    return this.resting[line]!;
  }

  /** True when a witness of a line is a table in parts of persons. */
  areInParts(line: number): boolean {
    const { up, down } = this.kept[line]!;
    return [...up, ...down].some(({ isInParts }) => isInParts);
  }

  /** How far those go that still hold and that a reader believes. */
  known(line: number, reader: number, way: Way, isInWhole: boolean): number {
    let most = 0;
    for (const witness of this.kept[line]![way])
      if (
        witness.amount > most &&
        !(isInWhole && witness.isInParts) &&
        !witness.disbelieving.has(reader) &&
        this.holds(witness)
      )
        most = witness.amount;
    return most;
  }

  /** The readers whom the two witnesses that convince most of a demand do not convince; null where no two do. */
  doubting(demand: Demand): ReadonlySet<number> | null {
    const [ups, downs] = (["up", "down"] as const).map((way) => {
      const holding = this.kept[demand.line]![way].filter((witness) => this.holds(witness));
      return holding.length > 0 ? holding : [nothing];
    });
    let best: readonly [Witness, Witness] | null = null;
    let least = Infinity;
    for (const up of ups!)
      for (const down of downs!) {
        const doubts = up.disbelieving.size + down.disbelieving.size;
        // What everybody must be left to guess is not less than what an insider must be.
        if (doubts >= least || !isEnough(demand, up.amount, down.amount)) continue;
        [best, least] = [[up, down], doubts];
      }
    return best && new Set([...best[0].disbelieving, ...best[1].disbelieving]);
  }

  /** Keeps a move that the shown lines allow, the opposite one, and where they are in halves both made whole. */
  learn(moved: ReadonlyMap<number, number>): void {
    const { lines } = this.system;
    const touched: number[] = [];
    for (const [column, value] of moved)
      for (const { line, times } of this.linesOf[column]!) {
        // Where a sum comes to 0 on the way, the line is met twice: the second time it stands at what it comes to.
        if (this.amounts[line] === 0) touched.push(line);
        this.amounts[line]! += times * value;
      }
    const amounts: [line: number, amount: number][] = [];
    for (const line of touched) {
      const amount = this.amounts[line]!;
      this.amounts[line] = 0;
      // Half, since twice the move is kept too.
      if (Math.abs(amount) > hair / 2) amounts.push([line, amount]);
    }
    const needed = amounts.flatMap(([line]) => (isAlwaysHidden(lines[line]!) ? [] : [line]));
    const isWhole = [...moved.values()].every((value) => Math.abs(value - Math.round(value)) <= hair);
    for (const times of isWhole ? [1, -1] : [1, -1, 2, -2]) this.remember(moved, times, amounts, needed);
  }

  /** Keeps a table that is possible, for those who find it so. */
  private remember(
    moved: ReadonlyMap<number, number>,
    times: number,
    amounts: readonly (readonly [line: number, amount: number])[],
    needed: readonly number[],
  ): void {
    const { columns, lines } = this.system;
    for (const [column, value] of moved) if (!isWithin(columns[column]!, times * value)) return;
    const disbelieving = new Set<number>();
    let isInParts = false;
    for (const [column, value] of moved) {
      const far = times * value;
      for (const known of this.knownOf[column]!) if (!isWithin(known, far)) disbelieving.add(known.reader);
      isInParts ||= columns[column]!.isWhole && Math.abs(far - Math.round(far)) > hair;
    }
    for (const [line, amount] of amounts) {
      if (!this.isAsked(line)) continue;
      const far = Math.abs(times * amount);
      const whole = lines[line]!.isWhole ? Math.floor(far + hair) : far;
      this.keep(line, times * amount > 0 ? "up" : "down", {
        amount: whole,
        lines: needed,
        isInParts,
        disbelieving,
      });
    }
  }

  private keep(line: number, way: Way, witness: Witness): void {
    const kept = this.kept[line]![way].filter((other) => this.holds(other));
    const isBetter = ({ amount, disbelieving, isInParts }: Witness): boolean =>
      amount >= witness.amount && disbelieving.size === 0 && (witness.isInParts || !isInParts);
    if (kept.some(isBetter)) return;
    this.kept[line]![way] = [witness, ...kept].slice(0, mostWitnesses);
    for (const other of witness.lines) this.resting[other]!.add(line);
  }

  private holds({ lines }: Witness): boolean {
    for (const line of lines) if (!this.isHidden(line)) return false;
    return true;
  }
}

const isWithin = ({ lower, upper }: { lower: number; upper: number }, value: number): boolean =>
  value >= lower - hair && value <= upper + hair;
