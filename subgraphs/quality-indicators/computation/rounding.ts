// Numbers of at most four decimals become whole ones, so that sums and halves are exact.
const scaleOfNumbers = 10_000;

const whole = (number: number): number => Math.round(number * scaleOfNumbers);

/** Adds numbers of at most four decimals exactly. */
export const sumOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + whole(number), 0) / scaleOfNumbers;

/** One number over another, times a whole scale, to one decimal; a half goes away from zero. */
export function ratioToOneDecimal(numerator: number, denominator: number, scale = 1): number {
  const [above, below] = [Math.abs(whole(numerator)) * scale * 10, Math.abs(whole(denominator))];
  const tenths = Math.floor((2 * above + below) / (2 * below));
  return (numerator < 0 === denominator < 0 || tenths === 0 ? tenths : -tenths) / 10;
}

/** A part of a base in percent, to one decimal. */
export const shareInPercent = (part: number, base: number): number => ratioToOneDecimal(part, base, 100);
