/** Something that may turn out best, and the least loss that it can have. */
export interface Bounded {
  readonly bound: number;
  /** Which of two equals comes first. */
  readonly rank: number;
}

/** Gives the one with the least bound first (a binary heap). */
export class BestFirst<Item extends Bounded> {
  private readonly items: Item[] = [];

  get first(): Item | undefined {
    return this.items[0];
  }

  add(item: Item): void {
    let place = this.items.push(item) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!isBefore(item, this.items[above]!)) break;
      this.items[place] = this.items[above]!;
      place = above;
    }
    this.items[place] = item;
  }

  take(): Item | undefined {
    const [taken] = this.items;
    const last = this.items.pop();
    if (last === undefined || this.items.length === 0) return taken;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= this.items.length) break;
      if (below + 1 < this.items.length && isBefore(this.items[below + 1]!, this.items[below]!)) below += 1;
      if (!isBefore(this.items[below]!, last)) break;
      this.items[place] = this.items[below]!;
      place = below;
    }
    this.items[place] = last;
    return taken;
  }
}

/** True when the first of two has the lesser bound, or the same and comes before. */
export const isBefore = (one: Bounded, other: Bounded): boolean =>
  one.bound < other.bound || (one.bound === other.bound && one.rank < other.rank);
