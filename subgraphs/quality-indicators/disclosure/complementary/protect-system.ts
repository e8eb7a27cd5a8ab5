import type { ProtectedTable } from "../protected-table.js";
import { Attack } from "./attack.js";
import { cheapPattern } from "./cheap-paths.js";
import { cheapestPattern } from "./cheapest-pattern.js";
import { isAlwaysHidden } from "./demand.js";
import type { DeviationSystem } from "./deviation-system.js";
import { type UnprotectedFigure, unprotectedOf } from "./told-by.js";

/** Up to so many pairs of a line and of somebody to keep from it, the cheapest pattern is looked for. */
const mostPairs = 20_000;

/** What to hide of one system; figures are ranks in the table that the system was cut from. */
export interface SystemProtection {
  readonly hidden: readonly number[];
  readonly unprotected: readonly UnprotectedFigure[];
  /** Figures of which the audit must say whether whole numbers tell more than the proof took into account. */
  readonly unproven: readonly number[];
}

/** A cheap pattern first; where the system is small, the cheapest one. */
export async function protectSystem(
  table: ProtectedTable,
  system: DeviationSystem,
): Promise<SystemProtection> {
  const attack = new Attack(system);
  const cheap = await cheapPattern(attack);
  const unprotected = await unprotectedOf(table, attack);
  const isSmall = system.lines.length * attack.demands.length <= mostPairs;
  const pattern = (isSmall ? await cheapestPattern(attack, cheap) : null) ?? cheap;
  const always = system.lines.flatMap((line, rank) => (isAlwaysHidden(line) ? [rank] : []));
  return {
    hidden: [...always, ...pattern].flatMap((line) => system.lines[line]!.figures),
    unprotected,
    unproven: attack.restingOnParts().flatMap((line) => system.lines[line]!.figures),
  };
}
