import {
  type ConstValueNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  print,
  type SelectionNode,
  visit,
} from "graphql";
import type { Question } from "../truth/truth.js";

/** The same operation with what it skips and includes decided beforehand. */
export function decidedBeforehand(question: Question): Question {
  const defaults = new Map<string, ConstValueNode | undefined>();
  visit(question.document, {
    VariableDefinition: ({ variable, defaultValue }) => void defaults.set(variable.name.value, defaultValue),
  });
  const isTrue = ({ arguments: given }: DirectiveNode): boolean => {
    const value = given?.[0]?.value;
    if (value?.kind === Kind.BOOLEAN) return value.value;
    if (value?.kind !== Kind.VARIABLE) return false;
    const name = value.name.value;
    const byDefault = defaults.get(name);
    return name in question.variables
      ? question.variables[name] === true
      : byDefault?.kind === Kind.BOOLEAN && byDefault.value;
  };
  const isLeftOut = ({ directives }: SelectionNode): boolean =>
    (directives ?? []).some((directive) => isTrue(directive) === (directive.name.value === "skip"));
  return tidied(
    question,
    visit(question.document, {
      SelectionSet: {
        leave: (set) => {
          const selections = set.selections
            .filter((selection) => !isLeftOut(selection))
            .map((selection) => ({ ...selection, directives: [] }));
          return { ...set, selections: selections.length > 0 ? selections : [nothingAsked] };
        },
      },
    }) as DocumentNode,
  );
}

const nothingAsked: SelectionNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: "__typename" },
};

/** The same operation with a name of its own for each field that has an alias. */
export function namedApart(question: Question): Question {
  const names = new Map<string, string>();
  const nameFor = (alias: string): string => {
    if (!names.has(alias)) names.set(alias, `apart_${names.size}`);
    return names.get(alias)!;
  };
  return tidied(
    question,
    visit(question.document, {
      Field: (field) =>
        field.alias ? { ...field, alias: { ...field.alias, value: nameFor(field.alias.value) } } : undefined,
    }) as DocumentNode,
  );
}

/** The same operation without asking what kind its objects are, where it asks for something else too. */
export const withoutTypename = (question: Question): Question =>
  tidied(
    question,
    visit(question.document, {
      SelectionSet: (set) => {
        const selections = set.selections.filter(
          (selection) => selection.kind !== Kind.FIELD || selection.name.value !== "__typename",
        );
        return selections.length > 0 && selections.length < set.selections.length
          ? { ...set, selections }
          : undefined;
      },
    }) as DocumentNode,
  );

/** The same operation with the fragments at its root taken apart, so that what it does stands in one list. */
export function takenApart(question: Question): Question {
  const fragments = new Map<string, FragmentDefinitionNode>();
  visit(question.document, { FragmentDefinition: (one) => void fragments.set(one.name.value, one) });
  const flat = (selections: readonly SelectionNode[]): SelectionNode[] =>
    selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return [selection];
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const conditions = selection.directives ?? [];
      return flat(inner?.selectionSet.selections ?? []).map((one) => ({
        ...one,
        directives: [...(one.directives ?? []), ...conditions],
      }));
    });
  return tidied(
    question,
    visit(question.document, {
      OperationDefinition: ({ selectionSet, ...operation }) => ({
        ...operation,
        selectionSet: { ...selectionSet, selections: flat(selectionSet.selections) },
      }),
    }) as DocumentNode,
  );
}

/** Without what nothing uses any more. */
export function tidied(question: Question, document: DocumentNode): Question {
  let kept = document;
  for (;;) {
    const spread = new Set<string>();
    const used = new Set<string>();
    visit(kept, {
      FragmentSpread: ({ name }) => void spread.add(name.value),
      VariableDefinition: () => false,
      Variable: ({ name }) => void used.add(name.value),
    });
    const next = visit(kept, {
      FragmentDefinition: ({ name }) => (spread.has(name.value) ? false : null),
      VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? false : null),
    }) as DocumentNode;
    if (next === kept) {
      const variables = Object.fromEntries(
        Object.entries(question.variables).filter(([name]) => used.has(name)),
      );
      const query = print(kept);
      return { ...question, query, document: parse(query), variables };
    }
    kept = next;
  }
}
