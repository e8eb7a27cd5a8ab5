import { engagementCodes } from "../engagement/engagement.codes.js";
import { partnerCodes } from "../partner/partner.codes.js";
import type { SentEngagement, SentPartner } from "./roster-row.js";

/** A column that takes codes: which ones, how many, and whether it may stay empty. */
export interface CodedColumn<Name extends string> {
  readonly name: Name;
  readonly codes: readonly string[];
  readonly isList: boolean;
}

type Column = CodedColumn<string>;
const one = <Name extends string>(name: Name, codes: readonly string[]): CodedColumn<Name> => ({
  name,
  codes,
  isList: false,
});
const several = <Name extends string>(name: Name, codes: readonly string[]): CodedColumn<Name> => ({
  name,
  codes,
  isList: true,
});

const regions = Array.from({ length: 18 }, (_, index) => `RSS-${String(index + 1).padStart(2, "0")}`);

/** The columns of a partner that take codes, in the order of the file. */
export const partnerColumns = [
  one("status", partnerCodes.status),
  several("profiles", partnerCodes.profile),
  one("ageBand", partnerCodes.ageBand),
  one("gender", partnerCodes.gender),
  one("firstLanguage", partnerCodes.firstLanguage),
  one("region", regions),
  several("experienceDomains", partnerCodes.sector),
  one("standing", partnerCodes.standing),
] as const satisfies readonly CodedColumn<keyof SentPartner>[];

/** The columns of an engagement that take codes, in the order of the file. */
export const engagementColumns = [
  one("degree", engagementCodes.degree),
  one("leadership", engagementCodes.leadership),
  one("level", engagementCodes.level),
  one("sphere", engagementCodes.sphere),
  one("sector", partnerCodes.sector),
  one("role", engagementCodes.role),
  one("posture", engagementCodes.posture),
  several("recognition", engagementCodes.recognition),
] as const satisfies readonly CodedColumn<keyof SentEngagement>[];

/** Every code of a roster, whatever its column: none of them says who somebody is. */
export const everyCode: ReadonlySet<string> = new Set(
  ([...partnerColumns, ...engagementColumns] as readonly Column[]).flatMap(({ codes }) => codes),
);
