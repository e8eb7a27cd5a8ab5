import type { Figure, ProtectedTable, Term, Unknown } from "../protected-table.js";
import { ComponentReach } from "./component-reach.js";
import { Insiders } from "./insiders.js";
import { type Component, findLeftOpen } from "./left-open.js";
import type { Reach } from "./shown.js";

/** A hidden figure as the sums that it is made of, one a component; what is known of it says nothing more. */
interface HiddenFigure {
  readonly figure: Figure;
  readonly value: number;
  readonly parts: readonly {
    readonly reach: ComponentReach;
    readonly part: number;
    readonly unknowns: readonly number[];
  }[];
}

/** Who comes too close to a figure: an insider by its rank, or a reader of the table alone (null). */
export type TooClose = { readonly insider: number | null };

/** What readers can deduce of the hidden figures of a table. */
export class Deduction {
  private readonly insiders: Insiders;
  private readonly hidden = new Map<number, HiddenFigure>();

  constructor(private readonly table: ProtectedTable) {
    refuseUntrue(table);
    const leftOpen = findLeftOpen(table);
    this.insiders = new Insiders(table, leftOpen);
    const reaches = leftOpen.components.map((component) => new ComponentReach(component, this.insiders));
    table.figures.forEach((figure, rank) => {
      if (figure.isShown) return;
      const termsOf = new Map<Component, Term[]>();
      for (const { unknown, times } of figure.terms) {
        const place = leftOpen.placeOf(unknown);
        if (!place || times === 0) continue;
        const term = { unknown: place.rank, times };
        const terms = termsOf.get(place.component);
        if (terms) terms.push(term);
        else termsOf.set(place.component, [term]);
      }
      const value = figure.terms.reduce(
        (sum, { unknown, times }) => sum + times * table.unknowns[unknown]!.value,
        0,
      );
      const parts = [...termsOf].map(([component, terms]) => {
        const reach = reaches[component.rank]!;
        const sorted = terms.sort((one, other) => one.unknown - other.unknown);
        return { reach, part: reach.add(sorted), unknowns: sorted.map(({ unknown }) => unknown) };
      });
      this.hidden.set(rank, { figure, value, parts });
    });
  }

  /** The hidden figures, by their rank. */
  get figures(): number[] {
    return [...this.hidden.keys()];
  }

  /** The exact interval of a hidden figure for a reader of the table alone. */
  async interval(rank: number): Promise<{ readonly lower: number; readonly upper: number | null }> {
    const { parts, value } = this.hidden.get(rank)!;
    let [low, high] = [0, 0];
    for (const { reach, part } of parts) {
      const more = await reach.exact(part);
      low += more.low;
      high += more.high;
    }
    return { lower: rounded(value + low), upper: high === Infinity ? null : rounded(value + high) };
  }

  /** Who comes too close to a hidden figure; null when nobody does. */
  async tooClose(rank: number): Promise<TooClose | null> {
    const hidden = this.hidden.get(rank)!;
    if (hidden.figure.width === null) return null;
    const alone = await this.isWide(hidden, null);
    if (!alone.isWide) return { insider: null };
    const doubting = [...this.doubting(hidden, alone.doubting)].filter(
      (insider) => !this.knows(hidden, insider),
    );
    await this.convince(hidden, doubting);
    for (const insider of doubting) if (!(await this.isWide(hidden, insider)).isWide) return { insider };
    return null;
  }

  /** True for an insider who knows all that a figure counts. */
  private knows({ parts }: HiddenFigure, insider: number): boolean {
    return parts.every(({ reach, unknowns }) => {
      const knowledge = this.insiders.knowledgeOf(insider, reach.component);
      return unknowns.every((unknown) => isExactly(knowledge?.get(unknown)));
    });
  }

  /** Looks for witnesses that convince many insiders of a figure at once; each is asked afterwards. */
  private async convince({ figure, value, parts }: HiddenFigure, insiders: readonly number[]): Promise<void> {
    const [only, ...others] = parts;
    if (!only || others.length > 0) return;
    const width = figure.width ?? 0;
    await only.reach.convince(only.part, insiders, width, (reach) =>
      isWideEnough(reach, value, width, value === 0),
    );
  }

  /** Whether a figure is left wide enough to a reader, and whom that may not convince; null where it was not kept. */
  private async isWide(
    { figure, value, parts }: HiddenFigure,
    insider: number | null,
  ): Promise<{ isWide: boolean; doubting: ReadonlySet<number>[] | null }> {
    const mayEndBelow = value === 0 || (insider !== null && this.isAllOwn(parts, insider));
    const isEnough = (reach: Reach): boolean => isWideEnough(reach, value, figure.width ?? 0, mayEndBelow);
    let [low, high] = [0, 0];
    let doubting: ReadonlySet<number>[] | null = [];
    for (const { reach, part } of parts) {
      const more = await reach.widen(part, insider, figure.width ?? 0, (reach) =>
        isEnough({ low: low + reach.low, high: high + reach.high }),
      );
      low += more.low;
      high += more.high;
      doubting = doubting && more.doubting ? [...doubting, ...more.doubting] : null;
      if (isEnough({ low, high })) return { isWide: true, doubting };
    }
    return { isWide: isEnough({ low, high }), doubting };
  }

  /** True when all that a figure counts is an insider's own: of the others it is 0, and may end there. */
  private isAllOwn(parts: HiddenFigure["parts"], insider: number): boolean {
    return parts.every(({ reach: { component }, unknowns }) => {
      const knowledge = this.insiders.knowledgeOf(insider, component);
      return unknowns.every(
        (unknown) =>
          isLeast(this.table.unknowns[component.unknowns[unknown]!]!) || knowledge?.get(unknown)?.[0] === 0,
      );
    });
  }

  /** Whom the witnesses of a figure do not convince; everybody who knows more where these were not kept. */
  private doubting({ parts }: HiddenFigure, doubting: readonly ReadonlySet<number>[] | null): Set<number> {
    const all = doubting ?? parts.map(({ reach }) => this.insiders.of(reach.component));
    return new Set(all.flatMap((insiders) => [...insiders]));
  }
}

const isLeast = ({ value, lower }: Unknown): boolean => value === lower;

const hair = 1e-6;

const isExactly = (known: readonly [number, number] | undefined): boolean =>
  known?.[0] === 0 && known[1] === 0;

/** The rule: at least so wide, and not ending at the true value, unless that is 0. */
const isWideEnough = ({ low, high }: Reach, value: number, width: number, mayEndBelow: boolean): boolean =>
  high - low >= width - hair && (mayEndBelow || low < -hair) && (value === 0 || high > hair);

/** A number without the last digits that a solver invents. */
const rounded = (value: number): number => Number(value.toPrecision(12)) + 0;

function refuseUntrue({ unknowns }: ProtectedTable): void {
  unknowns.forEach(({ value, lower, upper, isWhole }, rank) => {
    if (value < lower || (upper !== null && value > upper) || (isWhole && !Number.isInteger(value)))
      throw new RangeError(`unknown ${rank} is ${value}, which its bounds do not allow`);
  });
}
