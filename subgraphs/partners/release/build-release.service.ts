import { randomInt, randomUUID } from "node:crypto";
import type { AccessAgreement } from "../access-agreement/access-agreement.entity.js";
import { findAgreementsByCode } from "../access-agreement/access-agreement.repository.js";
import { opensRecords } from "../access-agreement/agreement-in-force.js";
import { dayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError, type ToldValue } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { findRoster } from "../partner/partner.repository.js";
import { anonymisePartners, partnerKeyNames } from "./anonymise-partners.js";
import { type Chance, releaseRows } from "./anonymisation/release-rows.js";
import { partnerDictionary } from "./data-dictionary.js";
import { insertRecords } from "./partner-record.repository.js";
import { refuseUnreadable } from "./readable-text.js";
import type { Release } from "./release.entity.js";
import { findRelease, findReleaseOfAny, insertRelease, nextVersion } from "./release.repository.js";
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
  for (const code of codes) refuseUnreadable("agreements", code);
  if (codes.length === 0)
    throw invalid("agreements", "[]", { fr: "au moins une entente", en: "at least one agreement" });
  return asCaller(context, async (manager) => {
    const agreements = await findAgreementsByCode(manager, codes);
    refuseUnusable(codes, agreements, dayInToronto(clock()));
    const k = demandedK(agreements);
    // From here on nobody else builds: the releases found below are all that there are.
    const version = await nextVersion(manager);
    // Every release is built from all the rosters: two of them, compared, tell what each suppressed and who joined or
    // left in between.
    const earlier = await findReleaseOfAny(manager, codes);
    if (earlier) throw new HubError("RELEASE_OVERLAPS", { ...earlier }, "agreements");
    const roster = await findRoster(manager);
    const anonymised = anonymisePartners(roster, k);
    if (!anonymised) throw impossible(k);
    const code = `partenaires-${version}`;
    await insertRelease(manager, {
      code,
      agreements: codes,
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
  refuseUnreadable("title", title);
  const trimmed = title.trim();
  if (trimmed.length >= 1 && trimmed.length <= longestTitle) return trimmed;
  const observed = { fr: `${trimmed.length} caractères`, en: `${trimmed.length} characters` };
  throw invalid("title", observed, { fr: `1 à ${longestTitle}`, en: `1 to ${longestTitle}` });
}

function refuseUnusable(codes: readonly string[], found: readonly AccessAgreement[], day: string): void {
  for (const code of codes) {
    const agreement = found.find((candidate) => candidate.code === code);
    if (!agreement)
      throw new HubError(
        "UNKNOWN_CODE",
        { code, what: { fr: "d'une entente d'accès", en: "of an access agreement" } },
        "agreements",
      );
    if (!opensRecords(agreement, day))
      throw invalid("agreements", code, {
        fr: "une entente en vigueur, pour des données anonymisées",
        en: "an agreement in force, for anonymised records",
      });
    // Every record has every column: an agreement that covers fewer would be given what it did not ask for.
    const uncovered = partnerDictionary.find(({ column }) => !agreement.variables.includes(column));
    if (uncovered)
      throw invalid("agreements", code, {
        fr: `une entente qui couvre toutes les variables de la diffusion (il manque ${uncovered.column})`,
        en: `an agreement that covers every variable of the release (${uncovered.column} is missing)`,
      });
  }
}

/** One release, one k: no agreement is given records that were generalised for another's demand. */
function demandedK(agreements: readonly AccessAgreement[]): number {
  const demanded = [...new Set(agreements.map(({ kThreshold }) => Math.max(releasePolicy.k, kThreshold)))];
  const [k] = demanded;
  if (k !== undefined && demanded.length === 1) return k;
  throw invalid("agreements", `k = ${demanded.sort((left, right) => left - right).join(", ")}`, {
    fr: "un même k ; construisez une diffusion par k",
    en: "one k; build one release for each k",
  });
}

const invalid = (argument: string, observed: ToldValue, expected: ToldValue): HubError =>
  new HubError("INVALID_ARGUMENT", { argument, observed, expected }, argument);

const impossible = (k: number): HubError =>
  new HubError("RELEASE_IMPOSSIBLE", {
    k: String(k),
    keep: String(Math.round(releasePolicy.keep * 100)),
  });
