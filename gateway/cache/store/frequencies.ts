/**
 * How often keys were asked lately, counted in a quarter of a megabyte whatever their number: a count-min sketch whose
 * counts are halved from time to time (Einziger, Friedman, Manes: TinyLFU, ACM Transactions on Storage 13/4, 2017).
 */
export class Frequencies {
  readonly #rows = Array.from({ length: rows }, () => new Uint8Array(width));
  #added = 0;

  /** Counts one more request. */
  add(key: number): void {
    for (let row = 0; row < rows; row += 1) {
      const counts = this.#rows[row]!;
      const place = placeOf(key, row);
      if (counts[place]! < 255) counts[place]! += 1;
    }
    this.#added += 1;
    if (this.#added < halvedAfter) return;
    this.#added = 0;
    for (const counts of this.#rows) for (let place = 0; place < width; place += 1) counts[place]! >>= 1;
  }

  /** At least as often as it was asked since the counts were made; seldom more. */
  of(key: number): number {
    let least = 255;
    for (let row = 0; row < rows; row += 1) least = Math.min(least, this.#rows[row]![placeOf(key, row)]!);
    return least;
  }
}

const rows = 4;
// Tens of thousands of keys that are asked once hardly meet in it.
const width = 65_536;
const halvedAfter = 10 * width;

// Four mixings of one number; the constants are those of well-known integer hashes.
const seeds = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const;
function placeOf(key: number, row: number): number {
  let mixed = Math.imul(key ^ seeds[row]!, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), seeds[row]!);
  return (mixed ^ (mixed >>> 16)) & (width - 1);
}
