import { randomInt, randomUUID } from "node:crypto";
import type { AccessAgreement } from "../access-agreement/access-agreement.entity.js";
import { findAgreementsByCode } from "../access-agreement/access-agreement.repository.js";
import { opensRecords } from "../access-agreement/agreement-in-force.js";
import { dayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { findRoster } from "../partner/partner.repository.js";
import { anonymisePartners, partnerKeyNames } from "./anonymise-partners.js";
import { type Chance, releaseRows } from "./anonymisation/release-rows.js";
import { partnerDictionary } from "./data-dictionary.js";
import { insertRecords } from "./partner-record.repository.js";
import type { Release } from "./release.entity.js";
import { findRelease, insertRelease, nextVersion } from "./release.repository.js";
import { releasePolicy } from "./release-policy.js";

export interface ReleaseRequest {
  readonly agreements: readonly string[];
  readonly title: string;
}

const chance: Chance = { below: (limit) => randomInt(limit), uuid: randomUUID };
const longestTitle = 200;

/** Builds a release of the rosters for the given agreements; nobody reads it before another steward approves it. */
export function buildRelease(context: SubgraphContext, request: ReleaseRequest): Promise<Release> {
  const { principal, clock } = context;
  const title = titleOf(request);
  const codes = [...new Set(request.agreements)];
  if (codes.length === 0) throw invalid("agreements", "[]", "au moins une entente · at least one agreement");
  return asCaller(context, async (manager) => {
    const agreements = await findAgreementsByCode(manager, codes);
    refuseUnusable(codes, agreements, dayInToronto(clock()));
    const roster = await findRoster(manager);
    const anonymised = anonymisePartners(
      roster,
      agreements.map(({ kThreshold }) => kThreshold),
    );
    if (!anonymised) throw impossible(agreements);
    const version = await nextVersion(manager);
    const code = `partenaires-${version}`;
    await insertRelease(manager, {
      code,
      version,
      title,
      createdAt: clock(),
      builtBy: principal.subject ?? "",
      keys: partnerKeyNames,
      columns: partnerDictionary,
      report: anonymised.report,
      synthetic: roster.some((partner) => partner.synthetic),
    });
    await insertRecords(
      manager,
      codes.flatMap((agreement) => releaseRows(code, agreement, anonymised, chance)),
    );
    const built = await findRelease(manager, code);
    if (!built) throw new Error(`release ${code}: written, but not found again`);
    return built;
  });
}

function titleOf({ title }: ReleaseRequest): string {
  const trimmed = title.trim();
  if (trimmed.length >= 1 && trimmed.length <= longestTitle) return trimmed;
  const observed = `${trimmed.length} caractères · characters`;
  throw invalid("title", observed, `1 à · to ${longestTitle}`);
}

function refuseUnusable(codes: readonly string[], found: readonly AccessAgreement[], day: string): void {
  for (const code of codes) {
    const agreement = found.find((candidate) => candidate.code === code);
    if (!agreement) throw new HubError("UNKNOWN_CODE", { code, what: "accessAgreements" }, "agreements");
    if (!opensRecords(agreement, day))
      throw invalid(
        "agreements",
        code,
        "une entente en vigueur, ANONYMISED · an agreement in force, ANONYMISED",
      );
  }
}

const invalid = (argument: string, observed: string, expected: string): HubError =>
  new HubError("INVALID_ARGUMENT", { argument, observed, expected }, argument);

const impossible = (agreements: readonly AccessAgreement[]): HubError =>
  new HubError("RELEASE_IMPOSSIBLE", {
    k: String(Math.max(releasePolicy.k, ...agreements.map(({ kThreshold }) => kThreshold))),
    keep: String(Math.round(releasePolicy.keep * 100)),
  });
