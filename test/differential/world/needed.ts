import { type FieldNode, Kind, type SelectionSetNode, valueFromASTUntyped } from "graphql";
import type { Federation } from "../federation/federation.js";
import type { Place } from "../federation/places.js";
import { Made, type Thing } from "./thing.js";

/** Who says what stands at a place. */
interface Teller {
  readonly federation: Federation;
  answer(place: Place, thing: Thing, args: Readonly<Record<string, unknown>>): unknown;
}

/** What a field is computed from: what came with the reference, or else what the world says; an error counts as null. */
export const neededBy = (world: Teller, thing: Thing, needs: SelectionSetNode): unknown =>
  thing.given ? picked(thing.given, needs) : gathered(world, thing, needs);

function gathered(world: Teller, thing: Thing, { selections }: SelectionSetNode): unknown {
  const found: Record<string, unknown> = {};
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (selection.typeCondition?.name.value === thing.typename)
        Object.assign(found, gathered(world, thing, selection.selectionSet));
      continue;
    }
    if (selection.kind !== Kind.FIELD || selection.name.value === "__typename") continue;
    const name = selection.name.value;
    const place = world.federation.entities.placeOf(thing.typename, name);
    if (!place) throw new Error(`${thing.typename}.${name} is answered nowhere`);
    found[name] = within(world, world.answer(place, thing, argumentsOf(selection)), selection);
  }
  return found;
}

function within(world: Teller, value: unknown, selection: FieldNode): unknown {
  if (value === null || value instanceof Error) return null;
  if (Array.isArray(value)) return value.map((one) => within(world, one, selection));
  return value instanceof Made && selection.selectionSet
    ? gathered(world, value, selection.selectionSet)
    : value;
}

const argumentsOf = ({ arguments: given }: FieldNode): Record<string, unknown> =>
  Object.fromEntries((given ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

/** The named fields of a reference, and nothing else of it. */
function picked(given: unknown, needs: SelectionSetNode): unknown {
  if (given === null || typeof given !== "object") return given;
  if (Array.isArray(given)) return given.map((one) => picked(one, needs));
  const held = given as Readonly<Record<string, unknown>>;
  const found: Record<string, unknown> = {};
  for (const selection of needs.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (selection.typeCondition?.name.value === held.__typename)
        Object.assign(found, picked(held, selection.selectionSet));
      continue;
    }
    if (selection.kind !== Kind.FIELD || selection.name.value === "__typename") continue;
    const name = selection.name.value;
    found[name] =
      name in held
        ? selection.selectionSet
          ? picked(held[name], selection.selectionSet)
          : held[name]
        : "not given";
  }
  return found;
}
