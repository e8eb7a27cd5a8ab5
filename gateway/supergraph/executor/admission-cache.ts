import { LRUCache } from "lru-cache";

/** A bounded cache that one-off entries cannot empty: what is asked once waits in a small room of its own. */
export interface AdmissionCacheOptions {
  /** Of all entries together, in the unit of `set`. */
  readonly maxWeight: number;
}

// The share of entries that were asked once.
const probationShare = 0.1;

/**
 * Keeps what is asked again: an entry moves to the main room on its second use, and only such entries make room for
 * each other there. A flood of documents that are asked once each goes through the probation room and leaves the rest
 * alone. What is pinned never leaves.
 */
export class AdmissionCache<Value extends object> {
  private readonly pinned = new Map<string, { readonly value: Value; uses: number }>();
  private readonly main: LRUCache<string, { readonly value: Value; readonly weight: number; uses: number }>;
  private readonly probation: LRUCache<
    string,
    { readonly value: Value; readonly weight: number; uses: number }
  >;

  constructor({ maxWeight }: AdmissionCacheOptions) {
    const room = (share: number) =>
      new LRUCache<string, { readonly value: Value; readonly weight: number; uses: number }>({
        maxSize: Math.max(1, Math.round(maxWeight * share)),
        sizeCalculation: ({ weight }) => weight,
      });
    this.main = room(1 - probationShare);
    this.probation = room(probationShare);
  }

  get(key: string): Value | undefined {
    const kept = this.pinned.get(key) ?? this.main.get(key);
    if (kept) {
      kept.uses += 1;
      return kept.value;
    }
    const seenOnce = this.probation.get(key);
    if (!seenOnce) return undefined;
    this.probation.delete(key);
    seenOnce.uses += 1;
    this.main.set(key, seenOnce);
    return seenOnce.value;
  }

  set(key: string, value: Value, weight: number): void {
    if (!this.pinned.has(key)) this.probation.set(key, { value, weight: Math.max(1, weight), uses: 1 });
  }

  /** Keeps an entry for good. */
  pin(key: string, value: Value): void {
    this.pinned.set(key, { value, uses: 0 });
  }

  /** The keys of the entries used most, first the one used most. */
  mostUsed(count: number): string[] {
    const entries = [...this.pinned, ...this.main.entries()];
    return entries
      .sort(([, one], [, other]) => other.uses - one.uses)
      .slice(0, count)
      .map(([key]) => key);
  }

  delete(key: string): void {
    this.main.delete(key);
    this.probation.delete(key);
  }

  get size(): number {
    return this.pinned.size + this.main.size + this.probation.size;
  }

  /** The weight of what is not pinned. */
  get weight(): number {
    return this.main.calculatedSize + this.probation.calculatedSize;
  }
}
