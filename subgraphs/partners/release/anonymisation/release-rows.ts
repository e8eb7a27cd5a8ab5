import type { RosterPartner } from "../../partner/roster-partner.js";
import type { Anonymised } from "./anonymise.js";
import { experienceDomainGroup } from "./experience-domain.js";
import { shuffled } from "./shuffled.js";

/** One anonymised record as it is stored for one agreement. */
export interface ReleaseRow {
  readonly release: string;
  readonly agreement: string;
  readonly rowId: string;
  /** Rank in the shuffled order of this agreement, from 1. */
  readonly position: number;
  readonly regionGroup: string;
  readonly ageBand: string;
  readonly gender: string;
  readonly standing: string;
  readonly experienceDomain: string;
}

/** Where chance comes from: the system's own for a real release, a seeded one for the demonstration. */
export interface Chance {
  /** A whole number from 0 to limit - 1. */
  readonly below: (limit: number) => number;
  readonly uuid: () => string;
}

/** The records of one agreement: an order and row ids of their own, so that two agreements share no identifier. */
export function releaseRows(
  release: string,
  agreement: string,
  { records }: Anonymised<RosterPartner>,
  chance: Chance,
): ReleaseRow[] {
  return shuffled(records, chance.below).map(({ row, keys }, index) => {
    const [regionGroup = "", ageBand = "", gender = ""] = keys;
    return {
      release,
      agreement,
      rowId: chance.uuid(),
      position: index + 1,
      regionGroup,
      ageBand,
      gender,
      standing: row.standing,
      experienceDomain: experienceDomainGroup(row.experienceDomains),
    };
  });
}
