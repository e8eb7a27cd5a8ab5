import { GraphQLList, GraphQLObjectType, GraphQLSchema, isIntrospectionType, isObjectType } from "graphql";
import {
  peerTransport,
  runSubgraph,
  type RunningSubgraph,
  type Subgraph,
  SubgraphDatabase,
} from "../../../subgraphs/index.js";
import { testDay } from "../../harness/database.js";

/** A subgraph whose every type can be asked directly, whatever leads to it in the schema. */
export interface ProbedSubgraph {
  readonly types: readonly GraphQLObjectType[];
  readonly running: RunningSubgraph;
}

const roots = new Set(["Query", "Mutation", "_Service"]);

/** Puts `one<Type>` and `many<Type>` in the place of the doors: a field is then refused by its own rule or by none. */
export function probe(subgraph: Subgraph, database: SubgraphDatabase): ProbedSubgraph {
  const built = subgraph.build();
  const types = Object.values(built.schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter((type) => !isIntrospectionType(type) && !roots.has(type.name));
  const doors = types.flatMap((type) => [
    [`one${type.name}`, { type, resolve: () => ({}) }] as const,
    [`many${type.name}`, { type: new GraphQLList(type), resolve: () => [{}, {}] }] as const,
  ]);
  const query = new GraphQLObjectType({ name: "Probe", fields: Object.fromEntries(doors) });
  const running = runSubgraph(
    { ...built, schema: new GraphQLSchema({ query, types }) },
    database,
    () => undefined,
    () => testDay,
    peerTransport(() => null),
  );
  return { types, running };
}
