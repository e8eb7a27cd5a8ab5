import { getNamedType, type GraphQLField, type GraphQLObjectType, isObjectType } from "graphql";
import { exampleArguments } from "./example-arguments.js";
import type { Way } from "./ways.js";

type Field = GraphQLField<unknown, unknown>;

/** How far a selection goes. */
export interface Reach {
  /** True for a field that the selection may hold. */
  readonly holds: (coordinate: string) => boolean;
  /** How many levels of fields it goes down. */
  readonly depth: number;
  /** How many more below a field that everybody reads: there is no border past it. */
  readonly publicDepth: number;
  readonly isPublic: (coordinate: string) => boolean;
}

/** What one document asks, written in one way throughout: values in variables, fragments beside. */
export class AskedDocument {
  readonly variables: Record<string, unknown> = {};
  private readonly declared: string[] = [];
  private readonly fragments: string[] = [];
  private named = 0;

  constructor(private readonly way: Way) {}

  /** A field of a type with the selection of what it answers. */
  field(type: GraphQLObjectType, field: Field, rest: string, values?: Record<string, unknown>): string {
    const { selection, fragments } = this.way.write(
      {
        type: type.name,
        name: field.name,
        values: this.values(field, values ?? exampleArguments(type.name, field)),
        rest,
      },
      () => `Fragment${(this.named += 1)}`,
    );
    this.fragments.push(fragments);
    return selection;
  }

  /** The selection of what a field answers: none for a scalar, all that is within reach of an object. */
  rest(field: Field, reach: Reach, above: readonly string[] = []): string {
    const type = getNamedType(field.type);
    if (!isObjectType(type)) return "";
    const within = Object.values(type.getFields()).flatMap((inner) => {
      const coordinate = `${type.name}.${inner.name}`;
      const depth = reach.isPublic(coordinate)
        ? Math.min(reach.publicDepth, reach.depth - 1)
        : reach.depth - 1;
      const answered = getNamedType(inner.type);
      if (!reach.holds(coordinate)) return [];
      if (isObjectType(answered) && (depth < 1 || above.includes(answered.name))) return [];
      const publicDepth = reach.isPublic(coordinate) ? depth - 1 : reach.publicDepth;
      return [
        this.field(type, inner, this.rest(inner, { ...reach, depth, publicDepth }, [...above, type.name])),
      ];
    });
    return ` { __typename ${within.join(" ")} }`;
  }

  /** The whole document. */
  document(operation: "query" | "mutation", selection: string, declared: readonly string[] = []): string {
    const variables = [...this.declared, ...declared];
    const head = variables.length === 0 ? "" : `(${variables.join(", ")})`;
    return `${operation} Matrix${head} { ${selection} }${this.fragments.join("")}`;
  }

  private values(field: Field, given: Record<string, unknown>): string {
    const written = Object.entries(given).map(([name, value]) => {
      const variable = `v${this.declared.length}`;
      const argument = field.args.find((candidate) => candidate.name === name);
      if (!argument) throw new Error(`${field.name}: no argument ${name}`);
      this.declared.push(`$${variable}: ${String(argument.type)}`);
      this.variables[variable] = value;
      return `${name}: $${variable}`;
    });
    return written.length === 0 ? "" : `(${written.join(", ")})`;
  }
}
