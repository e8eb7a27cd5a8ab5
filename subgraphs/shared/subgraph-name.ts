/** The five subgraphs, by the name that schemas, variables and containers use. */
export const subgraphNames = [
  "establishments",
  "partners",
  "user-committees",
  "research-partnerships",
  "quality-indicators",
] as const;
export type SubgraphName = (typeof subgraphNames)[number];
