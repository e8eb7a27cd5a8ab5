import { canonicalJson } from "../../shared/canonical-json.js";
import { departed, type KeptPartner, keptPartner } from "./roster-row.js";
import { leaving } from "./rules/leaving.js";
import type { RosterContext, SentRoster } from "./rules/rule.js";

/** What a push does to a roster. */
export interface RosterCounts {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly left: number;
  readonly withdrawn: number;
  readonly rejected: number;
}

/** A partner whose content a push changes. */
export interface ChangedPartner {
  readonly localId: string;
  readonly content: KeptPartner;
}

/** What a push that the rules accept changes of the roster as it stands; withdrawals that are new. */
export interface RosterChanges {
  readonly changed: readonly ChangedPartner[];
  readonly withdrawn: readonly string[];
  readonly counts: RosterCounts;
}

export function changesOf(
  roster: SentRoster,
  { current, withdrawnBefore }: Pick<RosterContext, "current" | "withdrawnBefore">,
): RosterChanges {
  const sent = roster.rows.map((partner) => ({ localId: partner.localId, content: keptPartner(partner) }));
  const created = sent.filter(({ localId }) => !current.has(localId));
  const updated = sent.filter(({ localId, content }) => {
    const before = current.get(localId);
    return before !== undefined && canonicalJson(before) !== canonicalJson(content);
  });
  const left = leaving(roster, { current }).map((localId) => ({
    localId,
    content: departed(current.get(localId)!),
  }));
  const withdrawn = roster.withdrawn.filter((localId) => !withdrawnBefore.has(localId));
  return {
    changed: [...created, ...updated, ...left],
    withdrawn,
    counts: {
      read: sent.length,
      created: created.length,
      updated: updated.length,
      unchanged: sent.length - created.length - updated.length,
      left: left.length,
      withdrawn: withdrawn.length,
      rejected: 0,
    },
  };
}

/** The counts of a push that is not applied. */
export const nothingOf = ({ rows }: SentRoster): RosterCounts => ({
  read: rows.length,
  created: 0,
  updated: 0,
  unchanged: 0,
  left: 0,
  withdrawn: 0,
  rejected: rows.length,
});
