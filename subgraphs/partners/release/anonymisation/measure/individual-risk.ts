/**
 * How likely it is that somebody who knows a person's keys finds the record, when `sample` records have these keys and
 * they stand for `population` persons; without weights, both are the number of records.
 *
 * The individual risk of R. Benedetti and L. Franconi, as L. Franconi and S. Polettini review it (Individual risk
 * estimation in µ-Argus: a review, Privacy in Statistical Databases 2004, pp. 262-272): exact for one and two records,
 * their approximation from three on, 1 / sample where the sample is the population. So measures sdcMicro (indivRisk,
 * method "approx").
 */
export function individualRisk(sample: number, population: number): number {
  // A sample stands for no fewer persons than it has.
  if (population <= sample) return 1 / sample;
  const share = sample / population;
  if (sample > 2) return share / (sample - (1 - share));
  const odds = share / (1 - share);
  const rest = 1 - share;
  if (sample === 1) return odds * -Math.log1p(-rest);
  // Near a share of 1 the closed form is the difference of two huge numbers; its series is not.
  return rest < 0.01 ? nearOne(rest) : odds - odds ** 2 * -Math.log1p(-rest);
}

// (1 - x) · Σ x^j / ((j + 1)(j + 2)), x being what the share lacks to 1: twelve terms are exact below 0.01.
function nearOne(rest: number): number {
  let [sum, power] = [0, 1];
  for (let term = 0; term < 12; term += 1) {
    sum += power / ((term + 1) * (term + 2));
    power *= rest;
  }
  return (1 - rest) * sum;
}
