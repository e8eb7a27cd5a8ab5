import { dayInToronto } from "../../../shared/clock.js";
import type { SubgraphContext } from "../../../shared/context.js";
import { HubError } from "../../../shared/errors.js";
import { findOwnAgreement } from "../../access-agreement/access-agreement.repository.js";
import { opensRecords } from "../../access-agreement/agreement-in-force.js";
import type { ReleaseColumn } from "../release-column.entity.js";
import type { Release } from "../release.entity.js";
import { findReleaseOfAgreement, type Transaction } from "../release.repository.js";
import { invalid, type RecordFilter, told } from "./record-question.js";

/** A release as one agreement may read it. */
export interface OpenedRelease {
  readonly release: Release;
  readonly agreement: string;
  /** The variables of the release that the agreement covers, in the order of the dictionary. */
  readonly columns: readonly ReleaseColumn[];
}

/** The agreement that the caller's token names; throws NO_AGREEMENT without one. */
export function agreementOf({ principal }: Pick<SubgraphContext, "principal">): string {
  if (principal.agreement === null) throw new HubError("NO_AGREEMENT");
  return principal.agreement;
}

/** Opens an approved release to the caller's agreement; throws NO_AGREEMENT or RELEASE_NOT_FOUND. */
export async function openRelease(
  manager: Transaction,
  context: Pick<SubgraphContext, "principal" | "clock">,
  code: string,
): Promise<OpenedRelease> {
  const own = agreementOf(context);
  const agreement = await findOwnAgreement(manager, own, context.principal);
  if (!agreement || !opensRecords(agreement, dayInToronto(context.clock())))
    throw new HubError("NO_AGREEMENT");
  const release = await findReleaseOfAgreement(manager, code, own);
  if (!release) throw new HubError("RELEASE_NOT_FOUND", {}, "release");
  const columns = release.columns.filter(({ column }) => agreement.variables.includes(column));
  return { release, agreement: own, columns };
}

/** The variable of an opened release that a question names; throws for one that the release or the agreement lacks. */
export function variableOf({ release, columns }: OpenedRelease, name: string, place: string): ReleaseColumn {
  const known = columns.find(({ column }) => column === name);
  if (known) return known;
  const isReleased = release.columns.some(({ column }) => column === name);
  throw new HubError(
    isReleased ? "VARIABLE_NOT_COVERED" : "UNKNOWN_VARIABLE",
    {
      release: release.code,
      variable: told(name),
      expected: columns.map(({ column }) => column).join(", "),
    },
    place,
  );
}

/** Throws for a condition on a variable that the opened release lacks, or on a code that its dictionary lacks. */
export function refuseUnknown(opened: OpenedRelease, filter: RecordFilter): void {
  filter.forEach(({ column, kind, codes }, index) => {
    const known = variableOf(opened, column, `filter[${index}].column`).codes.map(({ code }) => code);
    const unknown = codes.findIndex((code) => !known.includes(code));
    if (unknown === -1) return;
    throw invalid(`filter[${index}].${kind}[${unknown}]`, told(codes[unknown] ?? ""), {
      fr: `un code de ${column} : ${known.join(", ")}`,
      en: `a code of ${column}: ${known.join(", ")}`,
    });
  });
}
