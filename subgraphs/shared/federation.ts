import "reflect-metadata";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { type GraphQLSchema, isEnumType, isScalarType, parse, specifiedScalarTypes } from "graphql";
import {
  type AuthChecker,
  buildSchemaSync,
  type ClassType,
  createResolversMap,
  getMetadataStorage,
  type NonEmptyArray,
} from "type-graphql";
import type { SubgraphContext } from "./context.js";
import { HubError } from "./errors.js";
import { leaveOutNullArguments } from "./null-arguments.js";

/** Finds an entity by its key for another subgraph; null when there is none. */
export type ReferenceResolver = (
  reference: Record<string, string>,
  context: SubgraphContext,
) => Promise<unknown> | unknown;

/** What one subgraph is made of. */
export interface SubgraphSchemaParts {
  readonly resolvers: NonEmptyArray<ClassType>;
  /** Every entity class, stubs of other subgraphs' entities included: type-graphql drops what no root field reaches. */
  readonly entities: readonly ClassType[];
  readonly references: Record<string, ReferenceResolver>;
  /** Enums and scalars of the public schema, by name; they are tagged as a whole. */
  readonly publicTypes: readonly string[];
}

export interface SubgraphSchema {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

const federationLink =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@tag", "@external", "@requires", "@provides"])\n\n';

/** Lets through who holds one of the scopes that the field names. */
const mayRead: AuthChecker<SubgraphContext> = ({ context }, needed) => {
  const held: readonly string[] = context.principal.scopes;
  if (
    context.principal.audience !== "public" &&
    (needed.length === 0 || needed.some((scope) => held.includes(scope)))
  )
    return true;
  const [fr, en] = [needed.join(" ou "), needed.join(" or ")];
  throw new HubError(
    "NOT_ALLOWED",
    needed.length === 0 ? {} : { needed: { fr: ` ; il faut ${fr}`, en: `; it takes ${en}` } },
  );
};

/** Builds the executable schema of a subgraph and the text that is committed and composed. */
export function buildSubgraph(parts: SubgraphSchemaParts): SubgraphSchema {
  repairArgumentDirectives();
  readPlainFieldsPlainly();
  const built = buildSchemaSync({
    resolvers: parts.resolvers,
    orphanedTypes: [...parts.entities],
    authChecker: mayRead,
    validate: false,
  });
  describeTypesOfTheLibrary(built);
  tagWholeTypes(built, parts.publicTypes);
  leaveOutNullArguments(built);
  const sdl =
    federationLink +
    printSchemaWithDirectives(built)
      .replace(/^schema \{[^}]*\}\n*/m, "")
      .trim() +
    "\n";
  const resolvers = createResolversMap(built) as Record<string, Record<string, unknown>>;
  for (const [type, find] of Object.entries(parts.references)) {
    resolvers[type] = {
      ...resolvers[type],
      __resolveReference: find,
    };
  }
  return {
    schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]),
    sdl,
  };
}

// type-graphql 2.0.0-rc.4 records the directives of a field resolver's arguments under the resolver class,
// and looks them up under the object type: without this they vanish from the printed schema.
function repairArgumentDirectives(): void {
  const storage = getMetadataStorage();
  for (const directive of [...storage.argumentDirectives]) {
    const field = storage.fieldResolvers.find(
      (candidate) =>
        candidate.kind === "external" &&
        candidate.target === directive.target &&
        candidate.methodName === directive.fieldName,
    );
    const target =
      field &&
      storage.resolverClasses.find((candidate) => candidate.target === directive.target)?.getObjectType();
    const isKnown = storage.argumentDirectives.some(
      (known) =>
        known.target === target &&
        known.fieldName === directive.fieldName &&
        known.parameterIndex === directive.parameterIndex &&
        known.directive.nameOrDefinition === directive.directive.nameOrDefinition,
    );
    if (target && !isKnown) storage.collectDirectiveArgumentMetadata({ ...directive, target });
  }
}

// Without this type-graphql answers every plain property through an async function: a promise for each scalar.
function readPlainFieldsPlainly(): void {
  const storage = getMetadataStorage();
  for (const field of storage.fields) {
    const isGuarded = storage.authorizedFields.some(
      ({ target, fieldName }) => target === field.target && fieldName === field.name,
    );
    if (!isGuarded) field.simple = true;
  }
}

// No decorator of ours reaches these types; the text is the same in every subgraph, as composition keeps one of them.
const descriptions = {
  Query: "Ce qui se lit. · What can be read.",
  Mutation: "Ce qui s'écrit, avec un jeton. · What can be written, with a token.",
  DateTimeISO:
    "Un instant en temps universel (ISO 8601), par exemple 2026-07-01T13:00:00.000Z. · An instant in universal time (ISO 8601), such as 2026-07-01T13:00:00.000Z.",
};

function describeTypesOfTheLibrary(schema: GraphQLSchema): void {
  for (const [name, description] of Object.entries(descriptions)) {
    const type = schema.getType(name);
    if (type) type.description = description;
  }
}

function tagWholeTypes(schema: GraphQLSchema, names: readonly string[]): void {
  const builtIn = new Set(specifiedScalarTypes.map((scalar) => scalar.name));
  for (const name of names) {
    const type = schema.getType(name);
    if (!type || builtIn.has(name))
      throw new Error(`public type ${name}: not an enum or scalar of this subgraph`);
    const keyword = isEnumType(type)
      ? `enum ${name} @tag(name: "public") { _ }`
      : `scalar ${name} @tag(name: "public")`;
    if (!isEnumType(type) && !isScalarType(type))
      throw new Error(`public type ${name}: tag its fields one by one`);
    type.astNode = parse(keyword).definitions[0] as never;
  }
}
