import { findAgreementsByCode } from "../access-agreement/access-agreement.repository.js";
import { dayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError, type ToldValue } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import type { UnknownHierarchyValue } from "./anonymisation/generalisation.js";
import { countedOut } from "./building/counted-out.js";
import { choosePlan, type ChosenLevels, type NoPlan } from "./building/choose-plan.js";
import { type ReleasePlan, withoutClasses } from "./building/release-plan.js";
import {
  agreementsOf,
  demandedK,
  purposeOf,
  refuseLevel,
  refuseUnusable,
  type ReleaseRequest,
  titleOf,
  variablesOf,
} from "./building/release-request.js";
import { nextAssessment } from "./building/next-assessment.js";
import { refuseUnequal, refuseUnlikePlan } from "./building/written-release.js";
import { dictionaryOf } from "./data-dictionary.js";
import { type CountedPersons, countPersons, insertMembers } from "./joined-record.repository.js";
import {
  countByEstablishment,
  countMembers,
  countRecords,
  findEarlierReleases,
  insertCombinations,
  insertRecords,
  planForMany,
  tryOut,
} from "./release-content.repository.js";
import type { Release } from "./release.entity.js";
import {
  findAgreementsOf,
  findRelease,
  insertRelease,
  isFollowed,
  nextVersion,
  type Transaction,
} from "./release.repository.js";
import {
  Invasiveness,
  leastKeptBesideEarlier,
  releaseLicence,
  releaseMethod,
  type ReleasePolicy,
  releasePolicy,
} from "./release-policy.js";

/**
 * Builds a release of the rosters for the given agreements, in one transaction; nobody reads it before another steward
 * approves it.
 *
 *   rosters ──counted in SQL──▶ combinations ──levels and records chosen, apart──▶ plan
 *   plan + rosters ──in SQL──▶ members ──in SQL, one agreement after the other──▶ records ──measured again──▶ kept
 */
export function buildRelease(context: SubgraphContext, request: ReleaseRequest): Promise<Release> {
  const { principal, clock } = context;
  const title = titleOf(request);
  const codes = agreementsOf(request);
  const variables = variablesOf(request);
  const invasiveness = request.invasiveness ?? Invasiveness.LOW;
  refuseLevel(request);
  return asCaller(context, async (manager) => {
    const now = clock();
    const agreements = await findAgreementsByCode(manager, codes);
    refuseUnusable(codes, agreements, variables, dayInToronto(now));
    const policy: ReleasePolicy = { ...releasePolicy, k: demandedK(agreements, invasiveness) };
    const purpose = purposeOf(request, agreements);
    // From here on nobody else builds: the releases found below are all that there are.
    const version = await nextVersion(manager);
    await planForMany(manager);
    const previous = await previousOf(manager, request.previous, codes);
    const { plan: planned, synthetic } = await planOf(manager, {
      variables,
      policy,
      before: await levelsBefore(manager, previous, variables),
    });
    const code = `partenaires-${version}`;
    const columns = dictionaryOf(variables);
    const write = async ({ report, combinations, taken }: ReleasePlan): Promise<void> => {
      await insertRelease(manager, {
        code,
        agreements: codes,
        version,
        title,
        purpose,
        invasiveness,
        previous,
        licence: releaseLicence,
        method: releaseMethod,
        reassessOn: nextAssessment(dayInToronto(now)),
        createdAt: now,
        builtBy: principal.subject ?? "",
        columns,
        report,
        synthetic,
      });
      await insertCombinations(manager, code, combinations);
      await insertMembers(manager, code, variables, taken, planned.isFirst);
    };
    const plan = await tryOut(manager, async (takeBack) => {
      await write(planned);
      const closed = countedOut(planned.combinations, await countByEstablishment(manager, code), policy);
      if (closed.size === 0) return planned;
      await takeBack();
      const left = withoutClasses(planned, closed, variables);
      const { recordsKept, recordsIn, policy: applied } = left.report;
      if (recordsKept < applied.keep * recordsIn)
        throw refusalOf({ refused: "IMPOSSIBLE" }, { ...policy, ...applied });
      await write(left);
      return left;
    });
    for (const agreement of codes) await insertRecords(manager, code, agreement, columns);
    refuseUnlikePlan(plan, columns, await countMembers(manager, code));
    refuseUnequal(plan, codes, await countRecords(manager, code));
    const built = await findRelease(manager, code);
    if (!built) throw new Error(`release ${code}: written, but not found again`);
    return built;
  });
}

interface Asked {
  readonly variables: readonly string[];
  readonly policy: ReleasePolicy;
  readonly before: ChosenLevels | null;
}

/** What the rosters give under the policy, beside every earlier release. */
async function planOf(
  manager: Transaction,
  { variables, policy, before }: Asked,
): Promise<{ plan: ReleasePlan & { isFirst: boolean }; synthetic: boolean }> {
  const earlier = await findEarlierReleases(manager);
  const unknown = earlier.find(({ members, recordsKept }) => members !== recordsKept);
  if (unknown) throw new HubError("RELEASE_UNCOMPARABLE", { release: unknown.release }, "agreements");
  const isFirst = earlier.length === 0;
  const persons = await countPersons(manager, variables, isFirst);
  refuseUnknownValues(variables, persons);
  const plan = await choosePlan({ variables, persons, earlier, policy }, before).catch((error: Error) => {
    if (error.name !== "UnknownHierarchyValue") throw error;
    const { key, value } = error as UnknownHierarchyValue;
    throw unknownValue(key, value);
  });
  if ("refused" in plan) throw refusalOf(plan, policy);
  return { plan: { ...plan, isFirst }, synthetic: persons.some((person) => person.synthetic) };
}

/** The version before: a release that all the agreements have, and that no other follows yet. */
async function previousOf(
  manager: Transaction,
  previous: string | undefined,
  codes: readonly string[],
): Promise<string | null> {
  if (previous === undefined) return null;
  const readers = previous.includes("\0") ? [] : await findAgreementsOf(manager, previous);
  if (readers.length === 0 || !codes.every((code) => readers.includes(code)))
    throw new HubError(
      "UNKNOWN_CODE",
      {
        code: previous.slice(0, 100),
        what: {
          fr: "d'une diffusion que toutes ces ententes ont",
          en: "of a release that all these agreements have",
        },
      },
      "previous",
    );
  if (await isFollowed(manager, previous))
    throw invalid("previous", previous, {
      fr: "la dernière version d'une diffusion",
      en: "the last version of a release",
    });
  return previous;
}

/** The levels of the version before, where it has the same variables; null for a first version or other variables. */
async function levelsBefore(
  manager: Transaction,
  previous: string | null,
  variables: readonly string[],
): Promise<ChosenLevels | null> {
  const before = previous === null ? null : await findRelease(manager, previous);
  if (!before) return null;
  const same = before.columns.map(({ column }) => column).join() === variables.join();
  return same ? new Map(before.report.generalisation.map(({ key, level }) => [key, level])) : null;
}

/** Keys are looked up in their hierarchies later; a sensitive value must be one that the dictionary explains. */
function refuseUnknownValues(variables: readonly string[], persons: readonly CountedPersons[]): void {
  dictionaryOf(variables).forEach(({ column, part, codes }, place) => {
    if (part === "KEY") return;
    const known = new Set(codes.map(({ code }) => code));
    const found = persons.find(({ values }) => values && !known.has(values[place]!));
    if (found) throw unknownValue(column, found.values![place]!);
  });
}

const refusalOf = (plan: NoPlan, { k, keep }: ReleasePolicy): HubError =>
  plan.refused === "OVERLAPS"
    ? new HubError(
        "RELEASE_OVERLAPS",
        {
          release: plan.release,
          k: String(k),
          keep: percent(leastKeptBesideEarlier),
          left: String(plan.left),
          records: String(plan.records),
        },
        "agreements",
      )
    : new HubError("RELEASE_IMPOSSIBLE", { k: String(k), keep: percent(keep) }, "variables");

const unknownValue = (variable: string, value: string): HubError =>
  new HubError("RELEASE_UNKNOWN_VALUE", { variable, value }, "variables");

const percent = (share: number): string => String(Math.round(share * 100));

const invalid = (argument: string, observed: ToldValue, expected: ToldValue): HubError =>
  new HubError("INVALID_ARGUMENT", { argument, observed, expected }, argument);
