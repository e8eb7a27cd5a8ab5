import { buildSubgraphSchema } from "@apollo/subgraph";
import { Supergraph } from "@apollo/federation-internals";
import { type GraphQLSchema, isObjectType, parse } from "graphql";
import { type Entities, entitiesOf } from "./entities.js";
import { type Place, placesOf } from "./places.js";
import type { Subgraph } from "./subgraph.js";

/** A supergraph and what is known of it without asking anybody. */
export interface Federation {
  readonly name: string;
  readonly supergraphSdl: string;
  /** What callers may ask of. */
  readonly apiSchema: GraphQLSchema;
  readonly subgraphs: readonly Subgraph[];
  /** Where each field of an object comes from, by its coordinate (`Book.title`). */
  readonly places: ReadonlyMap<string, Place>;
  /** Every field of an object that callers may ask of. */
  readonly coordinates: readonly string[];
  readonly entities: Entities;
}

export interface Service {
  readonly name: string;
  readonly sdl: string;
}

/** Reads a supergraph and the subgraphs that it was composed from. */
export function federationOf(name: string, supergraphSdl: string, services: readonly Service[]): Federation {
  const subgraphs = services.map(({ name, sdl }) => {
    const document = parse(sdl);
    return { name, document, schema: buildSubgraphSchema({ typeDefs: document }) };
  });
  const apiSchema = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
  const places = placesOf(subgraphs);
  const read = { name, supergraphSdl, apiSchema, subgraphs, places, coordinates: coordinatesOf(apiSchema) };
  return { ...read, entities: entitiesOf(read) };
}

const coordinatesOf = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
