import { type DirectiveNode, type DocumentNode, Kind, visit } from "graphql";

/** True for `@skip` and `@include`. */
export const isCondition = ({ name }: DirectiveNode): boolean =>
  name.value === "skip" || name.value === "include";

/** True unless `@skip` or `@include` leaves a selection out. https://spec.graphql.org/October2021/#sec-Type-System.Directives */
export const isIncluded = (
  directives: readonly DirectiveNode[] | undefined,
  flags: Readonly<Record<string, unknown>>,
): boolean =>
  (directives ?? []).every((directive) => {
    if (!isCondition(directive)) return true;
    const condition = directive.arguments?.find((argument) => argument.name.value === "if")?.value;
    const isTrue =
      condition?.kind === Kind.VARIABLE
        ? flags[condition.name.value] === true
        : condition?.kind === Kind.BOOLEAN && condition.value;
    return isTrue === (directive.name.value === "include");
  });

/** The variables that decide what is included, anywhere in a document, in the order of their first use. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      if (!isCondition(directive)) return;
      for (const { value } of directive.arguments ?? [])
        if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
