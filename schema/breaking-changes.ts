import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

/** One problem for each change of the public schema that would break a query written against the promised one. */
export async function breakingChanges(promised: string | null, composed: string): Promise<string[]> {
  if (promised === null)
    return [
      "schema/public.promised.graphql: manque ; lancez npm run schema:promise · missing; run npm run schema:promise",
    ];
  const changes = await diff(buildSchema(promised), buildSchema(composed));
  return changes
    .filter((change) => change.criticality.level === CriticalityLevel.Breaking)
    .map(
      (change) =>
        `schema/public.promised.graphql: changement qui brise les clients · breaking change: ${change.message}`,
    );
}
