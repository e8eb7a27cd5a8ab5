import {
  type DefinitionNode,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { NeededNames, RequiringField } from "./needed-fields.js";

/** In which round a field is asked, by `Type.field`; a field without an entry is asked in the first. */
export type Rounds = ReadonlyMap<string, number>;

/**
 * Shares out the fields whose `@requires` need one name with different arguments: an entity has room for one of them at
 * a time, and the planner (2.14) sends one value for both. Most supergraphs have no such field and one round.
 */
export function roundsOf(requiring: readonly RequiringField[]): Rounds {
  const rounds = new Map<string, number>();
  const placed: { readonly needs: NeededNames; readonly type: string; readonly round: number }[] = [];
  for (const { type, field, needs } of requiring) {
    const taken = new Set(placed.filter((other) => disagree(needs, other.needs)).map(({ round }) => round));
    let round = 0;
    while (taken.has(round)) round += 1;
    placed.push({ needs, type, round });
    if (round > 0) rounds.set(`${type}.${field}`, round);
  }
  return rounds;
}

const disagree = (some: NeededNames, others: NeededNames): boolean =>
  [...some].some(([type, names]) =>
    [...names].some(([name, texts]) => {
      const other = others.get(type)?.get(name);
      return (
        other !== undefined && ([...other].some((text) => !texts.has(text)) || other.size !== texts.size)
      );
    }),
  );

/**
 * The documents that an operation is asked by, the first always there: each but the first holds only the fields of its
 * round and the way to them.
 */
export function documentsByRound(
  document: DocumentNode,
  schema: GraphQLSchema,
  rounds: Rounds,
): DocumentNode[] {
  const asked = rounds.size === 0 ? new Set<number>() : roundsAskedIn(document, schema, rounds);
  if (asked.size === 0) return [document];
  return [0, ...[...asked].sort()]
    .map((round) => documentOfRound(document, schema, rounds, round))
    .filter(({ definitions }) => definitions.some(isAsking));
}

function roundsAskedIn(document: DocumentNode, schema: GraphQLSchema, rounds: Rounds): Set<number> {
  const asked = new Set<number>();
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field({ name }) {
        const round = roundOf(typeInfo.getParentType() ?? null, name.value, schema, rounds);
        if (round > 0) asked.add(round);
      },
    }),
  );
  return asked;
}

function documentOfRound(
  document: DocumentNode,
  schema: GraphQLSchema,
  rounds: Rounds,
  round: number,
): DocumentNode {
  const typeInfo = new TypeInfo(schema);
  const left = visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: {
        enter(field) {
          const own = roundOf(typeInfo.getParentType() ?? null, field.name.value, schema, rounds);
          if (own === round) return round === 0 ? undefined : false;
          return own > 0 || (round > 0 && !field.selectionSet) ? null : undefined;
        },
        leave: ({ selectionSet }) => (isEmpty(selectionSet) ? null : undefined),
      },
      InlineFragment: { leave: ({ selectionSet }) => (isEmpty(selectionSet) ? null : undefined) },
    }),
  );
  return withoutEmptyFragments(left);
}

const isAsking = (definition: DefinitionNode): boolean =>
  definition.kind === Kind.OPERATION_DEFINITION && !isEmpty(definition.selectionSet);

const isEmpty = (selectionSet: SelectionSetNode | undefined): boolean =>
  selectionSet?.selections.length === 0;

/** Drops the fragments that nothing is left of, and what spread them. */
function withoutEmptyFragments(document: DocumentNode): DocumentNode {
  const empty = new Set(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION && isEmpty(definition.selectionSet)
        ? [definition.name.value]
        : [],
    ),
  );
  if (empty.size === 0) return document;
  const left = visit(document, {
    FragmentDefinition: ({ name }) => (empty.has(name.value) ? null : undefined),
    FragmentSpread: ({ name }) => (empty.has(name.value) ? null : undefined),
    Field: { leave: ({ selectionSet }) => (isEmpty(selectionSet) ? null : undefined) },
    InlineFragment: { leave: ({ selectionSet }) => (isEmpty(selectionSet) ? null : undefined) },
  });
  return withoutEmptyFragments(left);
}

function roundOf(
  parent: GraphQLNamedType | null,
  field: string,
  schema: GraphQLSchema,
  rounds: Rounds,
): number {
  if (!parent) return 0;
  const types = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
  return Math.max(0, ...types.map(({ name }) => rounds.get(`${name}.${field}`) ?? 0));
}
