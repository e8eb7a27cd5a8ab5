import { type DocumentNode, Kind, visit } from "graphql";

/** A document of which no variable can be mistaken for the planner's own. */
export interface VariablesApart {
  readonly document: DocumentNode;
  /** The caller's values, by the names that the variables have in `document`. */
  named(variables: Values): Values;
}

type Values = Readonly<Record<string, unknown>>;

// By this one the planner (2.14) hands a subgraph the entities that it is asked for.
const ofPlanner = "representations";

/** Gives a caller's variable another name where it would meet the planner's. */
export function variablesApart(document: DocumentNode): VariablesApart {
  const taken = new Set<string>();
  visit(document, { Variable: ({ name }) => void taken.add(name.value) });
  if (!taken.has(ofPlanner)) return { document, named: (variables) => variables };
  let free = `${ofPlanner}_`;
  while (taken.has(free)) free += "_";
  return {
    document: visit(document, {
      Variable: (variable) =>
        variable.name.value === ofPlanner
          ? { ...variable, name: { kind: Kind.NAME, value: free } }
          : undefined,
    }),
    named: ({ [ofPlanner]: value, ...others }) =>
      value === undefined ? others : { ...others, [free]: value },
  };
}
