import { publishedNumber, publishedRange } from "./published-targets.js";
import type { Random } from "./random.js";
import { type Bounds, numbersOfSum } from "./whole-numbers.js";

/** B6 and B7 of every office of 2024: the published sums, within the published ranges, both ends reached. */
export function partners2024(random: Random, offices: number): { bank: number; active: number }[] {
  const bankTotal = publishedNumber("2024.partners_bank_total.annexe-3");
  const activeTotal = publishedNumber("2024.partners_active_total.annexe-3");
  const bankRange = publishedRange("2024.partners_bank_range.annexe-3");
  const activeRange = publishedRange("2024.partners_active_range.annexe-3");
  const [largest, smallest] = random.shuffle([...Array(offices).keys()]);
  const within = (
    place: number,
    range: { low: number; high: number },
    start: number,
    most: number,
  ): Bounds => {
    if (place === largest) return { start: range.high, low: range.high, high: range.high };
    if (place === smallest) return { start: range.low, low: range.low, high: range.low };
    return { start, low: range.low + 1, high: Math.min(range.high - 1, most) };
  };
  const places = [...Array(offices).keys()];
  const banks = numbersOfSum(
    random,
    bankTotal,
    places.map((place) => {
      const start = bankRange.low + (bankRange.high - bankRange.low) * random.next() ** 2;
      return within(place, bankRange, start, bankRange.high);
    }),
  );
  const actives = numbersOfSum(
    random,
    activeTotal,
    banks.map((bank, place) => {
      const start = (bank * activeTotal * (0.7 + 0.6 * random.next())) / bankTotal;
      return within(place, activeRange, start, bank);
    }),
  );
  return banks.map((bank, place) => ({ bank, active: actives[place] as number }));
}
