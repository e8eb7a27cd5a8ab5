/** How many records share these values; an empty one is null. */
export interface CountedCombination {
  readonly keys: readonly (string | null)[];
  readonly sensitive: readonly (string | null)[];
  readonly count: number;
  /** Sum of the weights of these records: how many persons of the population they stand for. */
  readonly weight?: number;
}

/** A column whose values are told by their place in a list. */
export interface CodedColumn {
  readonly column: string;
  /** Each value once, in the order of its first appearance; "" stands for an empty cell. */
  readonly values: readonly string[];
  /** Of each row, the place of its value. */
  readonly codes: Int32Array;
}

/**
 * A table as the number of records of each combination of values. Plain data, nearly all of it numbers, so that it is
 * copied to a thread in no time: 600,000 combinations of 8 columns take 24 MB.
 */
export interface CountedTable {
  readonly keys: readonly CodedColumn[];
  readonly sensitive: readonly CodedColumn[];
  readonly counts: Float64Array;
  /** Weights of each row; null when the records have none. */
  readonly weights: Float64Array | null;
}

/** Takes counted combinations one by one, from a cursor or a file, and gives them as a table. */
export class CountedTableBuilder {
  private readonly columns: readonly ColumnBuilder[];
  private readonly counts = new GrowingNumbers(Float64Array);
  private readonly weights = new GrowingNumbers(Float64Array);
  private hasWeights = false;

  constructor(
    private readonly keys: readonly string[],
    sensitive: readonly string[],
  ) {
    this.columns = [...keys, ...sensitive].map((column) => new ColumnBuilder(column));
  }

  /** Adds one combination; the same one may come several times. */
  add({ keys, sensitive, count, weight }: CountedCombination): void {
    const [expected, got] = [this.columns.length, keys.length + sensitive.length];
    if (keys.length !== this.keys.length || expected !== got)
      throw new RangeError(
        `combination: expected ${expected} values, ${this.keys.length} of them keys, got ${got}`,
      );
    for (let index = 0; index < expected; index += 1)
      this.columns[index]!.add((index < keys.length ? keys[index] : sensitive[index - keys.length]) ?? "");
    this.counts.add(count);
    this.weights.add(weight ?? count);
    this.hasWeights ||= weight !== undefined;
  }

  build(): CountedTable {
    const coded = this.columns.map((column) => column.build());
    return {
      keys: coded.slice(0, this.keys.length),
      sensitive: coded.slice(this.keys.length),
      counts: this.counts.taken(),
      weights: this.hasWeights ? this.weights.taken() : null,
    };
  }
}

/** The table of combinations that are at hand. */
export function countedTable(
  keys: readonly string[],
  sensitive: readonly string[],
  counted: Iterable<CountedCombination>,
): CountedTable {
  const builder = new CountedTableBuilder(keys, sensitive);
  for (const combination of counted) builder.add(combination);
  return builder.build();
}

class ColumnBuilder {
  private readonly codeOf = new Map<string, number>();
  private readonly codes = new GrowingNumbers(Int32Array);

  constructor(private readonly column: string) {}

  add(value: string): void {
    let code = this.codeOf.get(value);
    if (code === undefined) this.codeOf.set(value, (code = this.codeOf.size));
    this.codes.add(code);
  }

  build(): CodedColumn {
    return { column: this.column, values: [...this.codeOf.keys()], codes: this.codes.taken() };
  }
}

class GrowingNumbers<Numbers extends Int32Array | Float64Array> {
  private numbers: Numbers;
  private length = 0;

  constructor(private readonly Kind: new (length: number) => Numbers) {
    this.numbers = new Kind(1_024);
  }

  add(number: number): void {
    if (this.length === this.numbers.length) {
      const larger = new this.Kind(this.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length] = number;
    this.length += 1;
  }

  taken(): Numbers {
    return this.numbers.slice(0, this.length) as Numbers;
  }
}
