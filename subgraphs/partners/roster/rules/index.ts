import { p01OwnEstablishment } from "./p01-own-establishment.js";
import { p02DirectIdentifiers } from "./p02-direct-identifiers.js";
import { p03KnownCodes } from "./p03-known-codes.js";
import { p04OneRowAPerson } from "./p04-one-row-a-person.js";
import { p05Withdrawals } from "./p05-withdrawals.js";
import { p06AlreadyWithdrawn } from "./p06-already-withdrawn.js";
import { p07CurrentEngagement } from "./p07-current-engagement.js";
import { p08Years } from "./p08-years.js";
import { p09EmptyRoster } from "./p09-empty-roster.js";
import { p10ManyLeave } from "./p10-many-leave.js";
import { p11BaseRevision } from "./p11-base-revision.js";
import type { RosterRule } from "./rule.js";

/** The rules of a roster, in the order in which their issues are told. */
export const rules: readonly RosterRule[] = [
  p01OwnEstablishment,
  p02DirectIdentifiers,
  p03KnownCodes,
  p04OneRowAPerson,
  p05Withdrawals,
  p06AlreadyWithdrawn,
  p07CurrentEngagement,
  p08Years,
  p09EmptyRoster,
  p10ManyLeave,
  p11BaseRevision,
];

/** The rules that need no hub: what a file shows by itself. */
export const offlineRules: readonly RosterRule[] = [
  p02DirectIdentifiers,
  p03KnownCodes,
  p04OneRowAPerson,
  p07CurrentEngagement,
  p08Years,
];
