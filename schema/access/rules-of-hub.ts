import { type AccessRule, subgraphs } from "../../subgraphs/index.js";

/** The rule of every field that a subgraph has, also of those that no composed schema shows; throws when two differ. */
export function rulesOfHub(): Map<string, AccessRule> {
  const known = new Map<string, AccessRule>();
  for (const { name, build } of subgraphs)
    for (const [coordinate, rule] of build().rules) {
      const other = known.get(coordinate);
      if (other && String(other) !== String(rule))
        throw new Error(`${name}: ${coordinate} has another rule than in the other subgraphs`);
      known.set(coordinate, rule);
    }
  return known;
}
