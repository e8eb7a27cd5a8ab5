/** What the tests run apart: the sum of some numbers, told one by one. */
export function sumApart(numbers: readonly number[], onProgress: (done: number) => void): Promise<number> {
  numbers.forEach((_, index) => onProgress(index + 1));
  return Promise.resolve(numbers.reduce((sum, number) => sum + number, 0));
}

class TooLarge extends RangeError {
  readonly code = "TOO_LARGE";
  constructor(readonly most: number) {
    super(`expected at most ${most}`);
    this.name = "TooLarge";
  }
}

/** Refuses. */
export function refuseApart(most: number): never {
  throw new TooLarge(most);
}

/** Never ends, and never lets its thread do anything else. */
export function loopApart(_input: null, onProgress: (isLooping: true) => void): never {
  onProgress(true);
  for (;;);
}

/** Ends its thread without a word. */
export function vanishApart(code: number): void {
  process.exit(code);
}

/** Gives what cannot be copied. */
export const giveFunctionApart = (): (() => void) => () => undefined;
