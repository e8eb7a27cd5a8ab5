import type { RosterContext, SentRoster } from "./rule.js";

/** The partners who were on the roster until now, are not in the push, and did not withdraw: they become LEFT. */
export function leaving(
  { rows, withdrawn }: SentRoster,
  { current }: Pick<RosterContext, "current">,
): string[] {
  const told = new Set([...rows.map(({ localId }) => localId), ...withdrawn]);
  return [...current].flatMap(([localId, { status }]) =>
    status === "LEFT" || told.has(localId) ? [] : [localId],
  );
}
