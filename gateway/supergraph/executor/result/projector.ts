import type { GraphQLError } from "graphql";
import { type GraphQLOutputType, isLeafType, isListType, isNonNullType } from "graphql";
import { isTree, ownValue, type Path, type Tree } from "../tree.js";
import { errorsAsked } from "./asked-places.js";
import { KnownErrors, type Untold } from "./known-errors.js";
import { isLeafValue } from "./leaf-values.js";
import type { FieldShape, ObjectShape, Selection } from "./selection.js";

// What a place came to besides a value: a null that nothing explains yet, a null that an error explains, a null that
// may not stand where it is.
const told = Symbol("told");
const refused = Symbol("refused");

/** What comes of a place. */
type Completed = unknown;

/**
 * Makes the answer from the tree, as https://spec.graphql.org/October2021/#CompleteValue() makes it from resolved
 * values: a null in a non-null place takes its parent with it, up to the first that may be null. Subgraphs tell of most
 * of them; of a place that no error explains one is added. Errors stay when a parent takes their place away, as they do
 * in one schema; after the first refused place of an object or list its other places are not looked at any more.
 */
export function project(
  root: Selection,
  data: Tree,
  { errors, ...untold }: { readonly errors: readonly GraphQLError[] } & Untold,
): { data: Tree | null; errors: readonly GraphQLError[] } {
  const projection = new Projection(new KnownErrors(errorsAsked(errors, root, data), untold));
  const shape = root.shapeOf(root.declared.name);
  const completed = shape ? projection.object(shape, data) : null;
  return { data: isTree(completed) ? completed : null, errors: projection.known.all };
}

class Projection {
  private readonly path: (string | number)[] = [];

  constructor(readonly known: KnownErrors) {}

  object(shape: ObjectShape, tree: Tree): Completed {
    const answer = Object.create(null) as Tree;
    for (const field of shape.fields) {
      this.path.push(field.responseName);
      const value = this.field(field, shape, tree);
      this.path.pop();
      if (value === refused) return told;
      answer[field.responseName] = value === told ? null : value;
    }
    return answer;
  }

  private field(field: FieldShape, shape: ObjectShape, tree: Tree): Completed {
    if (field.type !== null) return this.value(field.type, field, shape.typeName, ownValue(tree, field.key));
    // What introspection answered lies in the tree as it is.
    if (field.name !== "__typename") return ownValue(tree, field.key) ?? null;
    if (shape.isConcrete) return shape.typeName;
    return this.unknownKind(shape.typeName);
  }

  private value(type: GraphQLOutputType, field: FieldShape, parent: string, value: unknown): Completed {
    if (isNonNullType(type)) {
      const completed = this.value(type.ofType, field, parent, value);
      if (completed === null) {
        if (!this.known.covers(this.path))
          this.known.add(`Cannot return null for non-nullable field ${parent}.${field.name}.`, this.path);
        return refused;
      }
      return completed === told ? refused : completed;
    }
    if (value === null || value === undefined) return null;
    if (isListType(type)) return this.list(type.ofType, field, parent, value);
    if (isLeafType(type))
      return isLeafValue(type, value)
        ? value
        : this.tell(`Invalid value found for field ${parent}.${field.name}: expected ${type.name}.`);
    return this.composite(field, parent, value);
  }

  private list(type: GraphQLOutputType, field: FieldShape, parent: string, value: unknown): Completed {
    if (!Array.isArray(value))
      return this.tell(`Expected a list for field ${parent}.${field.name} and got none.`);
    const items: unknown[] = new Array(value.length);
    for (let index = 0; index < value.length; index += 1) {
      this.path.push(index);
      const item = this.value(type, field, parent, value[index]);
      this.path.pop();
      if (item === refused) return told;
      items[index] = item === told ? null : item;
    }
    return items;
  }

  private composite(field: FieldShape, parent: string, value: unknown): Completed {
    const { selection } = field;
    if (!selection || !isTree(value))
      return this.tell(`Expected an object for field ${parent}.${field.name} and got none.`);
    const typename = value["__typename"];
    const shape = selection.shapeOf(typeof typename === "string" ? typename : selection.declared.name);
    if (!shape) return this.tell(`Invalid __typename found for field ${parent}.${field.name}.`);
    if (!shape.isConcrete && selection.dependsOnKind) return this.unknownKind(shape.typeName, this.path);
    return this.object(shape, value);
  }

  private tell(message: string): Completed {
    this.known.add(message, this.path);
    return told;
  }

  /** An object known only by its interface, where what is asked depends on its type: its subgraph told why, or it is told here. */
  private unknownKind(typeName: string, place: Path = this.path.slice(0, -1)): Completed {
    if (!this.known.covers(place))
      this.tell(`"${typeName}" is an interface: the type of an object of it is not known.`);
    return place === this.path ? told : refused;
  }
}
