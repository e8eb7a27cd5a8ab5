import type { DisclosurePolicy } from "../../disclosure/disclosure-policy.js";
import { judgeCount } from "../../disclosure/primary-rules.js";
import type { Figure, ProtectedTable, Term, Unknown } from "../../disclosure/protected-table.js";
import type { FigurePlace } from "./figure-place.js";

/** A figure about to be entered; its width follows from its value. */
export interface EnteredFigure {
  readonly terms: readonly Term[];
  readonly isShown: boolean;
  readonly cost: number | null;
  readonly isSensitive: boolean;
  readonly place: FigurePlace;
}

/** Puts the numbers of persons of a publication together; what says the same is one figure. */
export class TableBuilder {
  readonly places: FigurePlace[] = [];
  private readonly unknowns: Unknown[] = [];
  private readonly ranks = new Map<string, number>();
  private readonly figures: Figure[] = [];
  private readonly known = new Map<string, number>();
  private readonly knownBy = new Map<string, Set<number>>();

  constructor(private readonly policy: DisclosurePolicy) {}

  /** The unknown of an office that has a name: the same number, whole and never negative, wherever it is counted. */
  unknownOf(office: string, name: string, value: number): number {
    const key = `${office}\u0000${name}`;
    const rank = this.ranks.get(key) ?? this.unknowns.length;
    if (rank === this.unknowns.length) {
      this.unknowns.push({ value, lower: 0, upper: null, isWhole: Number.isInteger(value) });
      this.ranks.set(key, rank);
    }
    const knows = this.knownBy.get(office) ?? new Set();
    this.knownBy.set(office, knows.add(rank));
    return rank;
  }

  /** The rank of a figure, which is a new one unless the same sum stands in the table already. */
  enter({ terms, isShown, cost, isSensitive, place }: EnteredFigure): number {
    const key = terms
      .map(({ unknown, times }) => `${unknown}×${times}`)
      .sort()
      .join(" ");
    const rank = this.known.get(key);
    if (rank === undefined) {
      const value = this.valueOf(terms);
      const width = value < 0 ? null : (judgeCount({ value, isSensitive }, this.policy)?.width ?? null);
      this.figures.push({ terms, isShown, cost, width });
      this.places.push(place);
      this.known.set(key, this.figures.length - 1);
      return this.figures.length - 1;
    }
    const before = this.figures[rank]!;
    const isSeen = (before.isShown && before.cost === null) || (isShown && cost === null);
    this.figures[rank] = {
      ...before,
      isShown: before.isShown || isShown,
      // Each row that shows it is lost with it.
      cost: isSeen ? null : (before.isShown ? (before.cost ?? 0) : 0) + (isShown ? (cost ?? 0) : 0),
    };
    return rank;
  }

  /** What everybody knows of some unknowns. */
  enterKnown(terms: readonly Term[]): void {
    this.figures.push({ terms, isShown: true, cost: null, width: null });
    this.places.push({ level: "ESTABLISHMENT", area: "", indicator: null, category: null, counts: "" });
  }

  valueOf = (terms: readonly Term[]): number =>
    terms.reduce((sum, { unknown, times }) => sum + times * this.unknowns[unknown]!.value, 0);

  table = (): ProtectedTable => ({
    unknowns: this.unknowns,
    figures: this.figures,
    // Each office knows its own numbers.
    insiders: [...this.knownBy].map(([name, ranks]) => ({
      name,
      knows: [...ranks].map((unknown) => {
        const { value } = this.unknowns[unknown]!;
        return { unknown, lower: value, upper: value };
      }),
    })),
  });
}
