import { type GraphQLSchema, isInterfaceType, isObjectType } from "graphql";
import { applied } from "./applied.js";
import type { Place } from "./places.js";
import type { Subgraph } from "./subgraph.js";

/** What is known of the entities of a federation. */
export interface Entities {
  /** The name under which an object's identity is kept: of its entity interface, where it has one. */
  readonly identityOf: (type: string) => string;
  readonly isEntity: (type: string) => boolean;
  /** The field of a type, also where an interface object contributes it. */
  readonly placeOf: (type: string, field: string) => Place | undefined;
  /** `subgraph:Type` whose reference may be answered by nothing: nobody needs it to find or compute anything else. */
  readonly losable: ReadonlySet<string>;
  /** The subgraphs that nobody else needs to find or compute anything. */
  readonly failable: readonly string[];
}

interface FederationParts {
  readonly apiSchema: GraphQLSchema;
  readonly subgraphs: readonly Subgraph[];
  readonly places: ReadonlyMap<string, Place>;
}

/** Reads what the keys of a federation's subgraphs say. */
export function entitiesOf({ subgraphs, places, apiSchema }: FederationParts): Entities {
  const keyed = new Set<string>();
  const keyedInterfaces = new Set<string>();
  for (const { schema } of subgraphs)
    for (const type of Object.values(schema.getTypeMap())) {
      if ((!isObjectType(type) && !isInterfaceType(type)) || applied(type, "key").length === 0) continue;
      keyed.add(type.name);
      if (isInterfaceType(type)) keyedInterfaces.add(type.name);
    }
  const interfacesOf = (name: string): string[] => {
    const type = apiSchema.getType(name);
    return isObjectType(type) ? type.getInterfaces().map((one) => one.name) : [];
  };
  const identityOf = (name: string): string =>
    interfacesOf(name).find((one) => keyedInterfaces.has(one)) ?? name;
  const bridges = subgraphs.map((subgraph) => [subgraph.name, neededTypes(subgraph, places)] as const);
  const losable = subgraphs.flatMap((subgraph) => {
    const needed = neededTypes(subgraph, places);
    return (
      contributing(subgraph, subgraphs)
        // A plan may ask for the key of an interface object where it has it already.
        .filter((type) => !isInterfaceType(apiSchema.getType(type)))
        .filter((type) => !needed.has(type) && !needed.has(identityOf(type)))
        .map((type) => `${subgraph.name}:${type}`)
    );
  });
  return {
    identityOf,
    isEntity: (type) => keyed.has(type) || keyed.has(identityOf(type)),
    placeOf: (type, field) =>
      places.get(`${type}.${field}`) ??
      interfacesOf(type)
        .map((one) => places.get(`${one}.${field}`))
        .find((place) => place !== undefined),
    losable: new Set(losable),
    failable: bridges.filter(([, needed]) => needed.size === 0).map(([name]) => name),
  };
}

/** The types of a subgraph that others cannot do without: a way from key to key, the kind of an entity, or what is needed. */
function neededTypes({ name, schema }: Subgraph, places: ReadonlyMap<string, Place>): Set<string> {
  const needed = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type) && applied(type, "key").length > 0) needed.add(type.name);
    if (!isObjectType(type)) continue;
    if (applied(type, "key").length > 1) needed.add(type.name);
    for (const field of Object.keys(type.getFields())) {
      const place = places.get(`${type.name}.${field}`);
      const isEntity = applied(type, "key").length > 0;
      if (place && isEntity && place.isNeeded && place.owners.includes(name)) needed.add(type.name);
      if (place && isEntity && !place.isKey && place.owners.length > 1) needed.add(type.name);
    }
  }
  return needed;
}

/** The entities of a subgraph that others have too. */
const contributing = ({ schema }: Subgraph, subgraphs: readonly Subgraph[]): string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && applied(type, "key").length > 0)
    .map(({ name }) => name)
    .filter((name) => subgraphs.filter((subgraph) => subgraph.schema.getType(name)).length > 1);
