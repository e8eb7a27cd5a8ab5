import type { Generalisation } from "../anonymisation/generalisation.js";
import { leastKeptBesideEarlier } from "../release-policy.js";
import { hierarchiesOf, planAtLevels, type PlanRequest, type ReleasePlan } from "./release-plan.js";

/** Why there is no plan. */
export type NoPlan =
  | { readonly refused: "IMPOSSIBLE" }
  /** The earlier release that most persons would have to be left out for, and how many records would be left. */
  | {
      readonly refused: "OVERLAPS";
      readonly release: string;
      readonly left: number;
      readonly records: number;
    };

/** The level of each key, by its code. */
export type ChosenLevels = ReadonlyMap<string, string>;

/**
 * Chooses levels and records for a release. What is given in `before` are the levels of the version before, where it has
 * the same variables: what is told alike is compared at once. Tried one after the other, until enough is kept:
 *
 *   the levels of the version before
 *   those that give up the least, as if there were no other release
 *   the same, but one key told a level coarser: of these, the plan that gives up the least
 *
 * Where none keeps what a release of its own keeps, the one that gives up the least is taken, of those that keep what is
 * asked of a release beside earlier ones.
 */
export async function choosePlan(
  request: PlanRequest,
  before: ChosenLevels | null = null,
): Promise<ReleasePlan | NoPlan> {
  const { policy } = request;
  const all = hierarchiesOf(request.variables);
  const tried: ReleasePlan[] = [];
  const tryLevels = async (hierarchies: readonly Generalisation[]): Promise<void> => {
    const plan = await planAtLevels(request, hierarchies);
    if (plan) tried.push(plan);
  };
  if (before) await tryLevels(atLevels(all, before));
  if (!bestOf(tried, policy.keep)) await tryLevels(all);
  const [best] = tried;
  if (!best) return { refused: "IMPOSSIBLE" };
  if (!bestOf(tried, policy.keep))
    for (const hierarchies of oneCoarser(all, levelsOf(best))) await tryLevels(hierarchies);
  const enough = bestOf(tried, policy.keep);
  if (enough) return enough;
  const least = bestOf(tried, leastKeptBesideEarlier);
  if (least)
    return { ...least, report: { ...least.report, policy: { ...policy, keep: leastKeptBesideEarlier } } };
  const { report, inTheWay } = tried.reduce((one, other) =>
    other.report.recordsKept > one.report.recordsKept ? other : one,
  );
  return {
    refused: "OVERLAPS",
    release: inTheWay ?? "",
    left: report.recordsKept,
    records: report.recordsIn,
  };
}

/** The plan that gives up the least of those that keep this share of the records. */
const bestOf = (plans: readonly ReleasePlan[], keep: number): ReleasePlan | undefined =>
  plans
    .filter(({ report: { recordsKept, recordsIn } }) => recordsKept > 0 && recordsKept >= keep * recordsIn)
    .reduce<ReleasePlan | undefined>(
      (best, plan) => (best && best.report.informationLoss <= plan.report.informationLoss ? best : plan),
      undefined,
    );

const levelsOf = ({ report }: ReleasePlan): ChosenLevels =>
  new Map(report.generalisation.map(({ key, level }) => [key, level]));

/** Only the given levels; all of a key that has none of that name. */
const atLevels = (all: readonly Generalisation[], chosen: ChosenLevels): Generalisation[] =>
  all.map(({ key, levels }) => {
    const level = levels.filter(({ code }) => code === chosen.get(key));
    return { key, levels: level.length > 0 ? level : levels };
  });

/** For each key that can be told a level coarser: that level of it, and the given ones of all others. */
const oneCoarser = (all: readonly Generalisation[], chosen: ChosenLevels): Generalisation[][] =>
  all.flatMap(({ key, levels }) => {
    const coarser = levels[levels.findIndex(({ code }) => code === chosen.get(key)) + 1];
    return coarser ? [atLevels(all, new Map([...chosen, [key, coarser.code]]))] : [];
  });
