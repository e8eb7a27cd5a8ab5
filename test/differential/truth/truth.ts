import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  responsePathAsArray,
} from "graphql";
import type { Federation } from "../federation/federation.js";
import type { Place } from "../federation/places.js";
import { Fault, levelsOf, type World } from "../world/world.js";
import { rootThing, type Thing } from "../world/thing.js";
import { mergedSchema, objectType } from "./merged-schema.js";
import { Origins } from "./origin.js";
import { type Path, type Problem } from "./problem.js";

/** An operation as every contestant is asked it. */
export interface Question {
  readonly query: string;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** What the answer must be. */
export interface Truth {
  /** As graphql-js answers over one merged schema. */
  readonly result: ExecutionResult;
  /** Everything that goes wrong, also where graphql-js did not look any more. */
  readonly problems: readonly Problem[];
  /** Where a subgraph may tell of an error at a field that nobody asked for: something else is computed from it. */
  readonly tolerated: readonly Path[];
  readonly isMutation: boolean;
  /** The fields that were answered, by their coordinates. */
  readonly visited: readonly string[];
}

interface Survey {
  readonly world: World;
  readonly origins: Origins;
  readonly problems: Problem[];
  readonly tolerated: Path[];
  readonly visited: string[];
}

/** Answers over one merged schema: once as graphql-js does, once to see everything that goes wrong. */
export class TruthTeller {
  private readonly strict: GraphQLSchema;
  private readonly surveyed: GraphQLSchema;

  constructor(private readonly federation: Federation) {
    this.strict = mergedSchema(federation, false, (type, field) => this.plainly(type, field) as never);
    this.surveyed = mergedSchema(federation, true, (type, field) => this.surveying(type, field) as never);
  }

  async tell({ document, variables, operationName }: Question, world: World): Promise<Truth> {
    const asked = { document, variableValues: variables, operationName };
    world.begin();
    const result = await execute({ ...asked, schema: this.strict, contextValue: world });
    world.begin();
    const survey: Survey = { world, origins: new Origins(), problems: [], tolerated: [], visited: [] };
    await execute({ ...asked, schema: this.surveyed, contextValue: survey });
    const isMutation = survey.visited.some((coordinate) => coordinate.startsWith("Mutation."));
    return { result, isMutation, ...survey };
  }

  private plainly(type: string, field: string): GraphQLFieldResolver<Thing | undefined, World> {
    const place = this.placeOf(type, field);
    return (source, args, world) => answered(world, place, source ?? rootThing(type), args);
  }

  private surveying(type: string, field: string): GraphQLFieldResolver<Thing | undefined, Survey> {
    const place = this.placeOf(type, field);
    const levels = levelsOf(objectType(this.federation.apiSchema, type).getFields()[field]!.type);
    return (source, args, survey, info) => {
      const { world, origins } = survey;
      const value = answered(world, place, source ?? rootThing(type), args);
      const origin = { path: responsePathAsArray(info.path), levels, holder: source ?? null };
      survey.visited.push(`${type}.${field}`);
      origins.note(value, origin);
      survey.tolerated.push(...this.neededPlaces(place, responsePathAsArray(info.path.prev)));
      const note = (one: unknown, at: readonly number[]): unknown => {
        if (Array.isArray(one)) return one.map((element, index) => note(element, [...at, index]));
        const isSilent = one === null && levels[at.length] === true;
        if (!(one instanceof Fault) && !isSilent) return one;
        const fault = one instanceof Fault ? one : new Fault("silent", "nothing where something must be");
        const { place: landing, chain } = origins.landing({ ...origin, at }, at.length);
        const alsoAt = fault.kind === "lost" ? [origins.placeOf(source ?? null)] : [];
        survey.problems.push({
          ...{ coordinate: `${type}.${field}`, kind: fault.kind, path: [...origin.path, ...at] },
          ...{ landing, alsoAt, chain },
        });
        return fault;
      };
      return note(value, []);
    };
  }

  /** Where the fields that a place is computed from would stand, and those that these are computed from. */
  private neededPlaces({ needs, type }: Place, holder: Path): Path[] {
    return (needs?.selections ?? []).flatMap((node) => {
      if (!("name" in node) || !node.name) return [];
      const needed = this.federation.entities.placeOf(type, node.name.value);
      return [[...holder, node.name.value], ...(needed ? this.neededPlaces(needed, holder) : [])];
    });
  }

  private placeOf(type: string, field: string): Place {
    const place = this.federation.entities.placeOf(type, field);
    if (!place) throw new Error(`${type}.${field} is answered by no subgraph`);
    return place;
  }
}

/** The value at a place, or the failure of the only subgraph that would answer it. */
function answered(
  world: World,
  place: Place,
  thing: Thing,
  args: Readonly<Record<string, unknown>>,
): unknown {
  const { weather, federation } = world;
  const [owner] = place.owners;
  const isDoor = federation.entities.isEntity(place.type) || ["Query", "Mutation"].includes(place.type);
  if (weather.failing && owner === weather.failing.subgraph && isDoor && !place.isKey)
    return new Fault("failed", `${owner} does not answer`);
  return world.answer(place, thing, args);
}
