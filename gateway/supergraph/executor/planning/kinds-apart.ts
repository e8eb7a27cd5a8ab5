import {
  type DocumentNode,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { fragmentsOf, typenameField } from "./fragments.js";

/**
 * The document with each fragment on a union or interface written out for the kinds of objects that its place can hold.
 * It means the same; the planner (2.14) gives up on the short form where a subgraph knows the place only as an
 * interface object.
 */
export function kindsApart(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const inline = withoutSpreads(document);
  const typeInfo = new TypeInfo(schema);
  return visit(
    inline,
    visitWithTypeInfo(typeInfo, {
      InlineFragment(fragment) {
        const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
        const parent = typeInfo.getParentType();
        if (!condition || !isAbstractType(condition) || !isCompositeType(parent) || condition === parent)
          return undefined;
        const possible = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
        const kinds = possible.filter((kind) => "getInterfaces" in kind && schema.isSubType(condition, kind));
        return kinds.length === possible.length && !isAbstractType(parent)
          ? undefined
          : {
              ...fragment,
              typeCondition: undefined,
              selectionSet: onKinds(
                fragment,
                kinds.map(({ name }) => name),
              ),
            };
      },
    }),
  );
}

const onKinds = ({ selectionSet }: InlineFragmentNode, kinds: readonly string[]) => ({
  kind: Kind.SELECTION_SET as const,
  selections: kinds.length === 0 ? [typenameField] : kinds.map((name) => onKind(name, selectionSet)),
});

const onKind = (name: string, selectionSet: SelectionSetNode): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
  selectionSet,
});

/** The document with its fragments written out where they are spread. */
function withoutSpreads(document: DocumentNode): DocumentNode {
  const fragments = fragmentsOf(document);
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return visit(
    { ...document, definitions: operations },
    {
      FragmentSpread({ name, directives = [] }) {
        const fragment = fragments.get(name.value);
        return fragment && { ...fragment, kind: Kind.INLINE_FRAGMENT, directives };
      },
    },
  ) as DocumentNode;
}
