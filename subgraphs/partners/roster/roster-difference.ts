import { canonicalJson } from "../../shared/canonical-json.js";
import { everyCode } from "./roster-codes.js";
import { type KeptPartner, keptPartner } from "./roster-row.js";
import { isSafeId } from "./safe-id.js";
import type { SentRoster } from "./rules/rule.js";

/** A value of a partner that is not the same in the push and in the roster as it stands; values in words. */
export interface RosterDifference {
  readonly localId: string;
  readonly column: string;
  readonly yours: string | null;
  readonly current: string | null;
  /** When the partner last changed (ISO 8601, UTC); null when that was before the revision that the sender started from. */
  readonly changedAt: string | null;
}

/** Compares a push with the roster as it stands, value by value. */
export function differenceOf(
  { rows, withdrawn }: SentRoster,
  current: ReadonlyMap<string, KeptPartner>,
  changedAt: ReadonlyMap<string, string>,
): RosterDifference[] {
  const gone = new Set(withdrawn);
  const yours = new Map(
    rows.filter(({ localId }) => isSafeId(localId)).map((partner) => [partner.localId, keptPartner(partner)]),
  );
  const everybody = [...new Set([...current.keys(), ...yours.keys()])].filter(
    (localId) => !gone.has(localId),
  );
  return everybody.sort().flatMap((localId) => {
    const since = { localId, changedAt: changedAt.get(localId) ?? null };
    const [mine, theirs] = [yours.get(localId), current.get(localId)];
    if (!mine || !theirs)
      return [
        { ...since, column: "localId", yours: mine ? localId : null, current: theirs ? localId : null },
      ];
    return (Object.keys(theirs) as (keyof KeptPartner)[]).flatMap((column) =>
      canonicalJson(mine[column]) === canonicalJson(theirs[column])
        ? []
        : [{ ...since, column, yours: inWords(mine[column]), current: inWords(theirs[column]) }],
    );
  });
}

// What is neither a code of the roster nor a year is not repeated: it may say who somebody is.
function inWords(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(inWords).join(" | ");
  if (typeof value === "string") return everyCode.has(value) ? value : "?";
  if (typeof value === "number") return value >= 1000 && value <= 9999 ? String(value) : "?";
  if (typeof value !== "object") return String(value);
  return Object.values(value)
    .map((member) => inWords(member) ?? "–")
    .join(" ");
}
