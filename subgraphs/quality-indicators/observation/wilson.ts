// The 97.5 % point of the normal distribution: 95 % lie between it and its opposite.
const deviations = 1.959963984540054;

/** The Wilson interval at 95 % of a count among a base, in percent, to one decimal. */
export function wilson(count: number, base: number): { readonly low: number; readonly high: number } {
  const share = count / base;
  const square = deviations ** 2;
  const centre = share + square / (2 * base);
  const width = deviations * Math.sqrt((share * (1 - share)) / base + square / (4 * base ** 2));
  const end = (sum: number): number => Math.round((1000 * sum) / (1 + square / base)) / 10;
  return { low: Math.max(0, end(centre - width)), high: Math.min(100, end(centre + width)) };
}
