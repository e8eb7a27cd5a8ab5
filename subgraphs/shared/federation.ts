import "reflect-metadata";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { type GraphQLSchema, isEnumType, isScalarType, parse, specifiedScalarTypes } from "graphql";
import {
  buildSchemaSync,
  type ClassType,
  createResolversMap,
  getMetadataStorage,
  type NonEmptyArray,
} from "type-graphql";
import { callResolversDirectly } from "./direct-resolvers.js";
import { findEntities, type ReferenceResolver } from "./entities.js";
import { type FieldRules, fieldRulesOf } from "./field-rules/field-rules.js";
import { guardFields, type ResolverMap } from "./field-rules/guarded-fields.js";
import { leaveOutNullArguments } from "./null-arguments.js";

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
  /** Who may read each field. */
  readonly rules: FieldRules;
}

const federationLink =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@tag", "@external", "@requires", "@provides", "@inaccessible"])\n\n';

/** Builds the executable schema of a subgraph and the text that is committed and composed. */
export function buildSubgraph(parts: SubgraphSchemaParts): SubgraphSchema {
  refuseForeignRules();
  repairArgumentDirectives();
  readPlainFieldsPlainly();
  const built = buildSchemaSync({
    resolvers: parts.resolvers,
    orphanedTypes: [...parts.entities],
    validate: false,
  });
  const rules = fieldRulesOf(built);
  describeTypesOfTheLibrary(built);
  tagWholeTypes(built, parts.publicTypes);
  leaveOutNullArguments(built);
  callResolversDirectly(built, parts.resolvers);
  const sdl =
    federationLink +
    printSchemaWithDirectives(built)
      .replace(/^schema \{[^}]*\}\n*/m, "")
      .trim() +
    "\n";
  const resolvers = createResolversMap(built) as ResolverMap;
  guardFields(resolvers, rules);
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  findEntities(schema, parts.references);
  return {
    schema,
    sdl,
    rules,
  };
}

// The library's own decorator does not reach the fields of a type, and costs a promise for each.
function refuseForeignRules(): void {
  const storage = getMetadataStorage();
  const [foreign] = [...storage.authorizedFields, ...storage.authorizedResolver];
  if (foreign)
    throw new Error(
      `${foreign.target.name}: @Authorized of type-graphql; expected the one of subgraphs/shared/authorized.ts`,
    );
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
  for (const field of getMetadataStorage().fields) field.simple = true;
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
