import {
  getNamedType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { Federation } from "../federation/federation.js";
import type { Place } from "../federation/places.js";
import { hashOf, textOf } from "./hash.js";
import { keyLeaf, leafOf } from "./leaf.js";
import { neededBy } from "./needed.js";
import { Made, type Thing } from "./thing.js";
import type { Weather } from "./weather.js";

/** An error that the world puts where a value would be. */
export class Fault extends Error {
  constructor(
    readonly kind: "field" | "lost" | "failed" | "silent",
    words: string,
  ) {
    super(words);
  }
}

type Arguments = Readonly<Record<string, unknown>>;

const entitiesOfAKind = 7;

/** Everything that can be asked of a federation on one day: a pure function of what is asked, and the order of mutations. */
export class World {
  private written = 0;

  constructor(
    readonly federation: Federation,
    readonly weather: Weather,
  ) {}

  /** Forgets what was written; before each run. */
  begin(): void {
    this.written = 0;
  }

  /** The value at a place: things, leaves, lists of them, nulls, and faults where errors stand. */
  answer(place: Place, thing: Thing, args: Arguments): unknown {
    const loss = this.lossAt(place, thing);
    if (loss === "missing") return null;
    if (loss === "lost") return new Fault("lost", `${place.coordinate} is lost`);
    const base = `${this.weather.seed}|${thing.identity}.${place.coordinate}|${this.askedWith(place, args)}`;
    const needs = place.needs ? `|${textOf(neededBy(this, thing, place.needs))}` : "";
    const order = place.type === "Mutation" ? `|${(this.written += 1)}` : "";
    return this.made(place, thing, place.declared, `${base}${needs}${order}`, []);
  }

  /** What becomes of an entity in a subgraph that is asked for it by its key. */
  lossOf(subgraph: string, type: string, thing: Thing): "missing" | "lost" | null {
    const { missingPercent, lostPercent, seed } = this.weather;
    if (missingPercent + lostPercent === 0) return null;
    if (!this.federation.entities.losable.has(`${subgraph}:${type}`)) return null;
    const drawn = hashOf(`${seed}|loss|${subgraph}|${thing.identity}`) % 100;
    if (drawn < missingPercent) return "missing";
    return drawn < missingPercent + lostPercent ? "lost" : null;
  }

  private lossAt(place: Place, thing: Thing): "missing" | "lost" | null {
    const [owner] = place.owners;
    if (place.isKey || place.owners.length !== 1 || owner === undefined) return null;
    return this.lossOf(owner, place.type, thing);
  }

  /** The arguments that callers know of: a contract may keep some to itself. */
  private askedWith({ type, field }: Place, args: Arguments): string {
    const known = this.federation.apiSchema.getType(type);
    if (!known || !("getFields" in known)) return textOf(args);
    const declared = known.getFields()[field];
    if (!declared || !("args" in declared)) return textOf(args);
    return textOf(Object.fromEntries(declared.args.map(({ name }) => [name, args[name]])));
  }

  private made(
    place: Place,
    thing: Thing,
    type: GraphQLOutputType,
    base: string,
    at: readonly number[],
  ): unknown {
    const hash = hashOf(`${base}|${at.join(".")}`);
    const mayBeNull = !isNonNullType(type);
    const fate = this.fate(place, hash, mayBeNull, at.length);
    if (fate === "null") return null;
    if (fate === "error") return new Fault("field", `no ${place.coordinate}`);
    const bare = isNonNullType(type) ? type.ofType : type;
    if (!isListType(bare)) return this.single(place, thing, bare as GraphQLNamedType, base, at, hash);
    const length = [0, 1, 1, 2, 2, 3][(hash >>> 6) % 6]!;
    return Array.from({ length }, (_, index) => this.made(place, thing, bare.ofType, base, [...at, index]));
  }

  private fate(
    { coordinate, isSteady }: Place,
    hash: number,
    mayBeNull: boolean,
    level: number,
  ): "value" | "null" | "error" {
    if (isSteady) return "value";
    const { target, errorPercent, nullPercent, wrongNullPercent } = this.weather;
    const drawn = hashOf(`${hash}|fate`) % 1_000;
    if (target?.coordinate === coordinate && target.level === level)
      return drawn < target.percent * 10 ? target.what : "value";
    if (drawn < errorPercent * 10) return "error";
    return drawn < (errorPercent + (mayBeNull ? nullPercent : wrongNullPercent)) * 10 ? "null" : "value";
  }

  private single(
    place: Place,
    thing: Thing,
    type: GraphQLNamedType,
    base: string,
    at: readonly number[],
    hash: number,
  ): unknown {
    const known = this.federation.apiSchema.getType(type.name) ?? type;
    if (isLeafType(type))
      return place.isKey
        ? isEnumType(known)
          ? leafOf(known, hashOf(`${place.coordinate}|${thing.number}`))
          : keyLeaf(type, place.field, thing.number)
        : leafOf(known, hashOf(`${hash}|leaf`));
    return this.thingOf(type, `${base}|${at.join(".")}`, thing.number, this.schemaOf(place));
  }

  private schemaOf({ owners }: Place): GraphQLSchema {
    return this.federation.subgraphs.find(({ name }) => name === owners[0])!.schema;
  }

  private thingOf(type: GraphQLNamedType, base: string, number: number, schema: GraphQLSchema): Thing {
    const { identityOf, isEntity } = this.federation.entities;
    const drawn = hashOf(`${base}|thing`);
    const inSchema = schema.getType(type.name);
    const possible =
      isAbstractType(inSchema) && identityOf(type.name) === type.name && !this.isFamily(type.name)
        ? schema.getPossibleTypes(inSchema).filter(({ name }) => this.federation.apiSchema.getType(name))
        : null;
    const chosen = possible ? possible[drawn % possible.length]! : type;
    if (!isEntity(chosen.name) && !this.isFamily(chosen.name))
      return new Made(chosen.name, `${hashOf(`${base}|one`)}${drawn}`, number);
    const numbers = this.numbersOf(chosen.name);
    return this.entity(chosen.name, numbers[hashOf(`${base}|which`) % numbers.length]!);
  }

  /** The entity of that number, under the kind that it really is. */
  entity(type: string, number: number): Made {
    const family = this.federation.entities.identityOf(type);
    const kinds = this.kindsOf(family);
    const kind = kinds.length > 0 ? kinds[number % kinds.length]! : type;
    return new Made(kind, `${family}:${number}`, number);
  }

  private numbersOf(type: string): number[] {
    const all = Array.from({ length: entitiesOfAKind }, (_, number) => number);
    const kinds = this.kindsOf(this.federation.entities.identityOf(type));
    const place = kinds.indexOf(type);
    return place < 0 ? all : all.filter((number) => number % kinds.length === place);
  }

  private isFamily(name: string): boolean {
    return isAbstractType(this.federation.apiSchema.getType(name)) && this.federation.entities.isEntity(name);
  }

  /** The kinds of an entity interface, in the order of their names. */
  private kindsOf(family: string): string[] {
    const type = this.federation.apiSchema.getType(family);
    if (!isAbstractType(type)) return [];
    return this.federation.apiSchema
      .getPossibleTypes(type)
      .filter(isObjectType)
      .map(({ name }) => name)
      .sort();
  }
}

/** How many lists a type wraps, and whether each level, the field itself first, may not be null. */
export function levelsOf(type: GraphQLOutputType): boolean[] {
  const levels: boolean[] = [];
  for (let rest: GraphQLOutputType = type; ;) {
    levels.push(isNonNullType(rest));
    const bare = isNonNullType(rest) ? rest.ofType : rest;
    if (!isListType(bare)) return levels;
    rest = bare.ofType;
  }
}

/** True when a field holds objects. */
export const holdsObjects = (type: GraphQLOutputType): boolean => !isLeafType(getNamedType(type));
