import {
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import { applied, fieldSet, fieldsOf, wordsOf } from "./applied.js";
import type { Subgraph } from "./subgraph.js";

/** A field of an object, and which subgraphs answer it. */
export interface Place {
  readonly coordinate: string;
  readonly type: string;
  readonly field: string;
  /** The subgraphs that answer it by themselves; one of an entity that is answered by one only is lost with it. */
  readonly owners: readonly string[];
  readonly declared: GraphQLOutputType;
  /** Tells two entities apart: always there, and never an error. */
  readonly isKey: boolean;
  /** What another field is computed from. */
  readonly isNeeded: boolean;
  /** Never null against its type, nor an error. */
  readonly isSteady: boolean;
  /** What it is computed from (@requires). */
  readonly needs: SelectionSetNode | null;
}

/** Where each field of the subgraphs' objects is answered, by its coordinate. */
export function placesOf(subgraphs: readonly Subgraph[]): Map<string, Place> {
  const keys = namedBy(subgraphs, ["key"]);
  const needed = namedBy(subgraphs, ["requires"]);
  const moved = movedFields(subgraphs);
  const found = new Map<string, { owners: string[]; types: GraphQLOutputType[]; needs: Place["needs"] }>();
  for (const { name, schema } of subgraphs)
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith("_")) continue;
      for (const field of Object.values(type.getFields())) {
        const coordinate = `${type.name}.${field.name}`;
        if (applied(field, "external").length > 0 || moved.has(`${name}:${coordinate}`)) continue;
        const kept = found.get(coordinate) ?? { owners: [], types: [], needs: null };
        kept.owners.push(name);
        kept.types.push(field.type);
        kept.needs ??= fieldSet(applied(field, "requires")[0]);
        found.set(coordinate, kept);
      }
    }
  const places = new Map<string, Place>();
  for (const [coordinate, { owners, types, needs }] of found) {
    const [type = "", field = ""] = coordinate.split(".");
    const [declared] = types;
    const isKey = keys.has(coordinate);
    const isNeeded = needed.has(coordinate);
    const isAmbiguous = types.some((other) => String(other) !== String(declared));
    const isSteady = isKey || isAmbiguous || (isNeeded && isNonNullType(declared));
    places.set(coordinate, {
      ...{ coordinate, type, field, owners, needs },
      ...{ declared: declared!, isKey, isNeeded, isSteady },
    });
  }
  return places;
}

/** The fields that another subgraph took over (@override). */
function movedFields(subgraphs: readonly Subgraph[]): Set<string> {
  const moved = new Set<string>();
  for (const { schema } of subgraphs)
    for (const type of Object.values(schema.getTypeMap()))
      if (isObjectType(type))
        for (const field of Object.values(type.getFields()))
          for (const override of applied(field, "override"))
            moved.add(`${wordsOf(override, "from")}:${type.name}.${field.name}`);
  return moved;
}

/** Every coordinate that a set of fields names, nested ones included. */
function namedBy(subgraphs: readonly Subgraph[], directives: readonly string[]): Set<string> {
  const named = new Set<string>();
  for (const { schema } of subgraphs) {
    const walk = (typeName: string, set: SelectionSetNode): void => {
      const type = schema.getType(typeName);
      if (!isObjectType(type) && !isInterfaceType(type)) return;
      for (const node of fieldsOf(set)) {
        const field = type.getFields()[node.name.value];
        if (!field) continue;
        const holders = isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
        for (const holder of [type, ...holders]) named.add(`${holder.name}.${field.name}`);
        if (node.selectionSet) walk(getNamedType(field.type).name, node.selectionSet);
      }
    };
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const directive of directives) {
        for (const one of applied(type, directive)) walk(type.name, fieldSet(one)!);
        for (const field of Object.values(type.getFields()))
          for (const one of applied(field, directive)) walk(type.name, fieldSet(one)!);
      }
    }
  }
  return named;
}
