import type { PublishedTables, Subgraph } from "../../subgraphs/index.js";
import type { Need } from "./changes/known-changes.js";

/** Which tables types and fields are told from, as the subgraphs declare it. */
export interface ToldFrom {
  type(name: string): readonly Need[];
  field(coordinate: string): readonly Need[];
  /** True for a field whose argument `campaign` says of which campaign alone it tells. */
  isOfCampaign(coordinate: string): boolean;
  /** True for a table whose changes are told a campaign at a time. */
  isByCampaign(table: Pick<Need, "schema" | "table">): boolean;
}

const none: readonly Need[] = [];

/** Puts the declarations of the subgraphs together. */
export function toldFromOf(subgraphs: readonly Pick<Subgraph, "schemas" | "published">[]): ToldFrom {
  const told = new Map<string, Need[]>();
  const ofCampaign = new Set<string>();
  const byCampaign = new Set<string>();
  for (const { schemas, published } of subgraphs) {
    const schema = schemas.own;
    for (const [table, names] of Object.entries<readonly string[]>(published.told))
      for (const name of names)
        told.set(name, [...(told.get(name) ?? []), { schema, table, campaign: null }]);
    declared(published.ofCampaign, (coordinate) => ofCampaign.add(coordinate));
    declared(published.byCampaign, (table) => byCampaign.add(`${schema}.${table}`));
  }
  return {
    type: (name) => told.get(name) ?? none,
    field: (coordinate) => told.get(coordinate) ?? none,
    isOfCampaign: (coordinate) => ofCampaign.has(coordinate),
    isByCampaign: ({ schema, table }) => byCampaign.has(`${schema}.${table}`),
  };
}

const declared = (names: PublishedTables["ofCampaign"], add: (name: string) => void): void =>
  names?.forEach(add);
