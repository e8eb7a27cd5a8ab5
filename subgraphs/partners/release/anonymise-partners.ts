import type { RosterPartner } from "../partner/roster-partner.js";
import { type Anonymised, anonymise } from "./anonymisation/anonymise.js";
import { partnerKeys, partnerSensitiveColumns } from "./anonymisation/partner-keys.js";
import { type ReleasePolicy, releasePolicy } from "./release-policy.js";

/** Anonymises a roster under the hub's policy, with the given k; null when no generalisation protects enough of it. */
export function anonymisePartners(
  roster: readonly RosterPartner[],
  k: number = releasePolicy.k,
): Anonymised<RosterPartner> | null {
  const policy: ReleasePolicy = { ...releasePolicy, k };
  return anonymise(roster, partnerKeys, partnerSensitiveColumns, policy);
}

/** Names of the keys, as the release tells them. */
export const partnerKeyNames: readonly string[] = partnerKeys.map(({ key }) => key);
