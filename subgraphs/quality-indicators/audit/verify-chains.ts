import { type ChainedEntry, emptyHead, entryHashOf, headAfter } from "./entry-hash.js";
import { findingOf, type FindingReport } from "./finding.js";

/** Where a chain ends. */
export interface ChainEnd {
  readonly chain: string;
  readonly length: number;
  readonly head: Buffer;
}

/**
 * Follows chains entry by entry, in the order of chain and sequence; keeps one end a chain and nothing else, so that a
 * chain of any length is verified in the same memory. A fault is told once: what follows is measured from what was kept.
 */
export class ChainVerifier {
  readonly #ends = new Map<string, ChainEnd>();
  #entries = 0;

  constructor(private readonly report: FindingReport) {}

  /** How many entries were followed. */
  get entries(): number {
    return this.#entries;
  }

  /** How many chains were followed. */
  get chains(): number {
    return this.#ends.size;
  }

  /** Follows the next entry. */
  add(entry: ChainedEntry): void {
    const { chain, sequence, entryHash, head } = entry;
    const last = this.#ends.get(chain) ?? { chain, length: 0, head: emptyHead };
    const isNext = sequence === last.length + 1;
    if (!isNext) this.report(findingOf("ENTRY_MISSING", entry, { from: last.length + 1, to: sequence - 1 }));
    if (!entryHashOf(entry).equals(entryHash)) this.report(findingOf("ENTRY_CHANGED", entry));
    else if (isNext && !headAfter(last.head, entryHash).equals(head))
      this.report(findingOf("LINK_BROKEN", entry));
    this.#ends.set(chain, { chain, length: sequence, head });
    this.#entries += 1;
  }

  /** Compares where the chains end with where the writers of the chains left them. */
  end(recorded: readonly ChainEnd[]): void {
    const unseen = new Map(this.#ends);
    for (const { chain, length, head } of recorded) {
      const found = unseen.get(chain) ?? { chain, length: 0, head: emptyHead };
      unseen.delete(chain);
      const place = { chain, sequence: found.length };
      if (found.length < length)
        this.report(findingOf("TAIL_MISSING", place, { expected: length, found: found.length }));
      else if (found.length > length || !found.head.equals(head))
        this.report(findingOf("END_DIFFERS", place));
    }
    for (const { chain, length } of unseen.values())
      this.report(findingOf("END_DIFFERS", { chain, sequence: length }));
  }
}
