import type { ReleasePolicy } from "../release-policy.js";
import { distanceBetween, distinctValues, sharesOf } from "./diversity.js";
import type { SensitiveColumn } from "./hierarchy.js";

export type ClassPolicy = Pick<ReleasePolicy, "k" | "l" | "t">;

/**
 * The classes that may be released: at least k records, and in each sensitive column at least l values that are
 * spread much as in what is released. Dropping a class moves that spread, hence the repetition.
 */
export function safeClasses<Row>(
  classes: readonly (readonly Row[])[],
  sensitive: readonly SensitiveColumn<Row>[],
  policy: ClassPolicy,
): (readonly Row[])[] {
  let kept = classes.filter(
    (alike) =>
      alike.length >= policy.k &&
      sensitive.every(({ valueOf }) => distinctValues(alike.map(valueOf)) >= policy.l),
  );
  for (;;) {
    const close = withinDistance(kept, sensitive, policy.t);
    if (close.length === kept.length) return close;
    kept = close;
  }
}

function withinDistance<Row>(
  classes: readonly (readonly Row[])[],
  sensitive: readonly SensitiveColumn<Row>[],
  t: number,
): (readonly Row[])[] {
  const overall = sensitive.map(({ valueOf }) => sharesOf(classes.flat().map(valueOf)));
  return classes.filter((alike) =>
    sensitive.every(
      ({ valueOf }, index) => distanceBetween(sharesOf(alike.map(valueOf)), overall[index] ?? new Map()) <= t,
    ),
  );
}
