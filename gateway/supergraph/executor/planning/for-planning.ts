import { type ConstDirectiveNode, type DocumentNode, Kind, visit } from "graphql";

/**
 * The supergraph as its planner is given it: where a subgraph has a key that it resolves an entity by, the keys that it
 * declares only to name the entity are left out. The planner (2.14) takes either for the way back into a subgraph after
 * a `@requires`, and so asks for an entity by a key that nobody resolves.
 */
export const forPlanning = (supergraph: DocumentNode): DocumentNode =>
  visit(supergraph, {
    ObjectTypeDefinition: (type) => ({ ...type, directives: withoutIdleKeys(type.directives ?? []) }),
    InterfaceTypeDefinition: (type) => ({ ...type, directives: withoutIdleKeys(type.directives ?? []) }),
  });

function withoutIdleKeys(directives: readonly ConstDirectiveNode[]): ConstDirectiveNode[] {
  const joins = directives.filter(({ name }) => name.value === "join__type");
  const resolving = new Set(joins.filter(isResolvable).map(graphOf));
  return directives.filter(
    (directive) =>
      directive.name.value !== "join__type" || isResolvable(directive) || !resolving.has(graphOf(directive)),
  );
}

const argumentOf = ({ arguments: given = [] }: ConstDirectiveNode, name: string) =>
  given.find((argument) => argument.name.value === name)?.value;

const graphOf = (join: ConstDirectiveNode): string | null => {
  const graph = argumentOf(join, "graph");
  return graph?.kind === Kind.ENUM ? graph.value : null;
};

function isResolvable(join: ConstDirectiveNode): boolean {
  const resolvable = argumentOf(join, "resolvable");
  return (
    argumentOf(join, "key") !== undefined &&
    !(resolvable?.kind === Kind.BOOLEAN && resolvable.value === false)
  );
}
