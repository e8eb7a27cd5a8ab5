import type { DocumentNode, GraphQLSchema } from "graphql";

/** The schema of one subgraph, as its own server would read it. */
export interface Subgraph {
  readonly name: string;
  readonly document: DocumentNode;
  readonly schema: GraphQLSchema;
}
