import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

/** One problem for each change of the public schema that would break a query written against the committed one. */
export async function breakingChanges(committed: string | null, composed: string): Promise<string[]> {
  if (committed === null) return [];
  const changes = await diff(buildSchema(committed), buildSchema(composed));
  return changes
    .filter((change) => change.criticality.level === CriticalityLevel.Breaking)
    .map(
      (change) =>
        `schema/public.graphql: changement qui brise les clients · breaking change: ${change.message}`,
    );
}
