import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import { isCondition, isIncluded } from "../result/inclusion.js";
import { fragmentsOf, typenameField } from "./fragments.js";

/**
 * The document of one operation with its `@skip` and `@include` carried out. The planner (2.14) takes a condition of one
 * field over to fetches that others need, forgets an object of which everything is left out, and asks a mutation twice
 * that comes with a condition and without: given a document without conditions it errs in none of these.
 * @param flags the values of the variables of the conditions
 */
export function decided(document: DocumentNode, flags: Readonly<Record<string, boolean>>): DocumentNode {
  const left: DocumentNode = visit(document, {
    Field: { enter: whenIncluded },
    InlineFragment: { enter: whenIncluded },
    FragmentSpread: { enter: whenIncluded },
    // An object of which nothing is asked is there all the same.
    SelectionSet: {
      leave: (set) => (set.selections.length === 0 ? { ...set, selections: [typenameField] } : undefined),
    },
  });
  return inOrder(left);

  function whenIncluded<Node extends SelectionNode>(node: Node): Node | null | undefined {
    if (!isIncluded(node.directives, flags)) return null;
    return node.directives?.some(isCondition)
      ? { ...node, directives: node.directives.filter((directive) => !isCondition(directive)) }
      : undefined;
  }
}

/**
 * A document whose mutations stand in the order of the specification, their fragments written out: the planner would do
 * those of fragments before the others.
 */
function inOrder(document: DocumentNode): DocumentNode {
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.operation === "mutation",
  );
  if (!operation) return document;
  const fragments = fragmentsOf(document);
  const { selections, spread } = rootFieldsOf(operation, fragments);
  const ordered = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
  return {
    ...document,
    definitions: [ordered, ...[...fragments.values()].filter(({ name }) => !spread.has(name.value))],
  };
}

// https://spec.graphql.org/October2021/#CollectFields()
function rootFieldsOf(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): { readonly selections: FieldNode[]; readonly spread: ReadonlySet<string> } {
  const collected = new Map<string, FieldNode>();
  const spread = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) add(collected, selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) collect(fragment.selectionSet);
      }
    }
  };
  collect(operation.selectionSet);
  return { selections: [...collected.values()], spread };
}

function add(collected: Map<string, FieldNode>, field: FieldNode): void {
  const key = (field.alias ?? field.name).value;
  const known = collected.get(key);
  const selections = [known, field].flatMap((one) => one?.selectionSet?.selections ?? []);
  collected.set(
    key,
    known && field.selectionSet
      ? { ...known, selectionSet: { kind: Kind.SELECTION_SET, selections } }
      : field,
  );
}
