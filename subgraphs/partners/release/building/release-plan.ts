import { runApart } from "../../../shared/apart.js";
import {
  type AnonymisationRequest,
  type AnonymisedCounts,
  anonymiseCounted,
} from "../anonymisation/anonymise-counted.js";
import { CountedTableBuilder, countedTable } from "../anonymisation/counted-table.js";
import type { Generalisation, GeneralisationLevel } from "../anonymisation/generalisation.js";
import { measureRisk } from "../anonymisation/measure-risk.js";
import type { RiskReport } from "../anonymisation/risk-report.js";
import { keepTogether } from "../comparison/keep-together.js";
import { dictionaryOf } from "../data-dictionary.js";
import { nameOf } from "./counted-out.js";
import { partnerHierarchies } from "../hierarchies/partner-hierarchies.js";
import type { CountedPersons, TakenPersons } from "../joined-record.repository.js";
import type { Combination, EarlierRelease } from "../release-content.repository.js";
import type { ReleasePolicy } from "../release-policy.js";
import { personsOfReleases, toldEarlier } from "./persons-of-releases.js";

/** What is asked of a release, and what there is to make it of. */
export interface PlanRequest {
  readonly variables: readonly string[];
  readonly persons: readonly CountedPersons[];
  readonly earlier: readonly EarlierRelease[];
  readonly policy: ReleasePolicy;
}

/** What a release will tell, of whom, and what was measured on it. */
export interface ReleasePlan {
  readonly combinations: readonly (Combination & { readonly count: number })[];
  readonly taken: readonly TakenPersons[];
  readonly report: RiskReport;
  /** The earlier release that holds most of those who had to be left out beside it; null where there is none. */
  readonly inTheWay: string | null;
}

// Below, the search takes less than copying its input to a thread.
const mostHere = 5_000;

/**
 * The best plan at some of the given levels of each key; null when no class is safe at any of them. Throws
 * UnknownHierarchyValue for a value that no level knows.
 */
export async function planAtLevels(
  request: PlanRequest,
  hierarchies: readonly Generalisation[],
): Promise<ReleasePlan | null> {
  if (request.persons.length <= mostHere) return planSmallRelease(request, hierarchies);
  const columns = { ...columnsOf(request.variables), hierarchies };
  const anonymised = await runApart<typeof anonymiseCounted>(
    new URL("../anonymisation/anonymise-counted.js", import.meta.url),
    "anonymiseCounted",
    searchOf(request, columns),
  );
  if (!anonymised) return null;
  const told = toldBy(request, anonymised, columns);
  if (request.earlier.length === 0) return planOf(request, anonymised, told, columns, allOf(request, told));
  const counts = await runApart<typeof keepTogether>(
    new URL("../comparison/keep-together.js", import.meta.url),
    "keepTogether",
    personsOfReleases(request.persons, told, request.earlier, request.policy),
  );
  return planOf(request, anonymised, told, columns, counts);
}

/** The same at once, for few combinations; at any level unless told which. */
export function planSmallRelease(
  request: PlanRequest,
  hierarchies: readonly Generalisation[] = hierarchiesOf(request.variables),
): ReleasePlan | null {
  const columns = { ...columnsOf(request.variables), hierarchies };
  const anonymised = anonymiseCounted(searchOf(request, columns));
  if (!anonymised) return null;
  const told = toldBy(request, anonymised, columns);
  const { persons, earlier, policy } = request;
  const counts =
    earlier.length === 0
      ? allOf(request, told)
      : keepTogether(personsOfReleases(persons, told, earlier, policy));
  return planOf(request, anonymised, told, columns, counts);
}

/** All levels of the keys among these variables, in the order of the dictionary. */
export const hierarchiesOf = (variables: readonly string[]): Generalisation[] =>
  partnerHierarchies.filter(({ key }) => variables.includes(key));

interface Columns {
  readonly keys: readonly string[];
  readonly sensitive: readonly string[];
  readonly hierarchies: readonly Generalisation[];
}
type Told = readonly (Combination | null)[];

function columnsOf(variables: readonly string[]): Omit<Columns, "hierarchies"> {
  const dictionary = dictionaryOf(variables);
  const namesOf = (part: string): string[] =>
    dictionary.filter((column) => column.part === part).map(({ column }) => column);
  return { keys: namesOf("KEY"), sensitive: namesOf("SENSITIVE") };
}

function searchOf({ persons, policy }: PlanRequest, columns: Columns): AnonymisationRequest {
  const { keys, sensitive, hierarchies } = columns;
  const builder = new CountedTableBuilder(keys, sensitive);
  for (const { values, count } of persons)
    if (values)
      builder.add({ keys: values.slice(0, keys.length), sensitive: values.slice(keys.length), count });
  return { counted: builder.build(), hierarchies, policy };
}

const levelsOf = ({ report }: AnonymisedCounts, { hierarchies }: Columns): GeneralisationLevel[] =>
  report.generalisation.map(({ level }, index) =>
    hierarchies[index]!.levels.find(({ code }) => code === level)!,
  );

/** What the release would tell of each persons; null of those who are in none of its classes. */
function toldBy({ persons }: PlanRequest, anonymised: AnonymisedCounts, columns: Columns): Told {
  const { keptKeys, keptCounts } = anonymised;
  const kept = new Set(keptCounts.map((_, place) => nameOf(keptKeys.map((values) => values[place]!))));
  const levels = levelsOf(anonymised, columns);
  return persons.map(({ values }) => {
    if (!values) return null;
    const generalised = levels.map((level, key) => level.generalised[values[key]!]!);
    if (!kept.has(nameOf(generalised))) return null;
    return { keys: generalised, sensitive: values.slice(columns.keys.length) };
  });
}

const allOf = ({ persons }: PlanRequest, told: Told): number[] =>
  persons.map(({ count }, place) => (told[place] ? count : 0));

function planOf(
  { persons, earlier }: PlanRequest,
  anonymised: AnonymisedCounts,
  told: Told,
  columns: Columns,
  counts: readonly number[],
): ReleasePlan {
  const { report } = anonymised;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const { combinations, taken } = numbered(persons, told, counts);
  if (total === report.recordsKept) return { combinations, taken, report, inTheWay: null };
  const inTheWay = mostInTheWay(persons, told, counts, earlier);
  if (total === 0)
    return { combinations, taken, inTheWay, report: { ...report, recordsKept: 0, informationLoss: 1 } };
  return {
    combinations,
    taken,
    inTheWay,
    report: measuredAnew(report, combinations, { ...columns, levels: levelsOf(anonymised, columns) }),
  };
}

/** The same plan without some classes, by their names; measured anew. */
export function withoutClasses(
  plan: ReleasePlan,
  closed: ReadonlySet<string>,
  variables: readonly string[],
): ReleasePlan {
  const numbers = new Map<number, number>();
  const combinations = plan.combinations.filter(({ keys }, index) => {
    if (closed.has(nameOf(keys))) return false;
    numbers.set(index + 1, numbers.size + 1);
    return true;
  });
  const taken = plan.taken.flatMap((persons) => {
    const combination = numbers.get(persons.combination);
    return combination === undefined ? [] : [{ ...persons, combination }];
  });
  const { report } = plan;
  if (combinations.length === 0)
    return { ...plan, combinations, taken, report: { ...report, recordsKept: 0, informationLoss: 1 } };
  const levels = report.generalisation.map(({ key, level }) =>
    partnerHierarchies.find((hierarchy) => hierarchy.key === key)!.levels.find(({ code }) => code === level)!,
  );
  return {
    ...plan,
    combinations,
    taken,
    report: measuredAnew(report, combinations, { ...columnsOf(variables), levels }),
  };
}

function numbered(
  persons: readonly CountedPersons[],
  told: readonly (Combination | null)[],
  counts: readonly number[],
): Pick<ReleasePlan, "combinations" | "taken"> {
  const numbers = new Map<string, number>();
  const combinations: (Combination & { count: number })[] = [];
  const taken: TakenPersons[] = [];
  persons.forEach(({ values, history, count }, place) => {
    const combination = told[place];
    const kept = counts[place]!;
    if (!combination || !values || kept === 0) return;
    const name = nameOf([...combination.keys, ...combination.sensitive]);
    const number = numbers.get(name) ?? combinations.push({ ...combination, count: 0 });
    numbers.set(name, number);
    combinations[number - 1]!.count += kept;
    taken.push({ values, history, combination: number, some: kept < count ? kept : null });
  });
  return { combinations, taken };
}

function measuredAnew(
  report: RiskReport,
  combinations: ReleasePlan["combinations"],
  columns: { keys: readonly string[]; sensitive: readonly string[]; levels: readonly { loss: number }[] },
): RiskReport {
  const {
    records,
    classSizes: _,
    ...measured
  } = measureRisk(countedTable(columns.keys, columns.sensitive, combinations));
  const suppressed = report.recordsIn - records;
  const lossOfKept = columns.levels.reduce((sum, { loss }) => sum + loss, 0) / columns.levels.length;
  return {
    ...report,
    ...measured,
    recordsKept: records,
    recordsSuppressed: suppressed,
    informationLoss: (records * lossOfKept + suppressed) / report.recordsIn,
  };
}

/** The earlier release that holds most of those who had to be left out; the last one where all are newcomers. */
function mostInTheWay(
  persons: readonly CountedPersons[],
  told: readonly (Combination | null)[],
  counts: readonly number[],
  earlier: readonly EarlierRelease[],
): string {
  const left = new Map<string, number>(earlier.map(({ release }) => [release, 0]));
  persons.forEach(({ history, count }, place) => {
    if (!told[place]) return;
    for (const [release] of toldEarlier(history))
      left.set(release, (left.get(release) ?? 0) + count - counts[place]!);
  });
  const [release] = [...left].reverse().reduce((most, each) => (each[1] > most[1] ? each : most));
  return release;
}
