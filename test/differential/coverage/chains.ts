import { getNamedType, isObjectType } from "graphql";
import type { Federation } from "../federation/federation.js";
import type { Step, Ways } from "../operation/way.js";
import { chainText, longestChain, pattern } from "../truth/origin.js";
import { levelsOf } from "../world/world.js";

/** A way by which a null can travel up: the fields it passes, the highest first, and the level where it begins. */
export interface Witness {
  readonly steps: readonly Step[];
  readonly level: number;
}

interface Climb extends Witness {
  readonly patterns: readonly string[];
}

const witnessesKept = 12;

/** Every chain of nullability that the schema has, up to a length, each with some ways to make it happen. */
export function chainsOf(federation: Federation, ways: Ways): Map<string, Witness[]> {
  const chains = new Map<string, Witness[]>();
  const holders = holdersIn(federation, ways);
  const seen = new Map<string, number>();
  const waiting: { readonly type: string; readonly climb: Climb }[] = [];

  const keep = (patterns: readonly string[], { steps, level }: Witness): void => {
    const chain = chainText(patterns);
    const known = chains.get(chain) ?? [];
    if (known.length < witnessesKept && ways.to(steps[0]!.type).length > 0)
      chains.set(chain, [...known, { steps, level }]);
  };
  const rise = (step: Step, levels: readonly boolean[], from: number, below: Climb | null): void => {
    const begun = below ?? { steps: [], patterns: [], level: from };
    const climb = {
      level: begun.level,
      steps: [step, ...begun.steps],
      patterns: [...begun.patterns, pattern(levels, below ? null : from)],
    };
    const mayRest = levels.slice(0, from + 1).some((isBanged) => !isBanged);
    if (mayRest) return keep(climb.patterns, climb);
    if (step.type === "Query" || step.type === "Mutation") return keep([...climb.patterns, "data"], climb);
    if (climb.patterns.length === longestChain) return keep([...climb.patterns, "…"], climb);
    const state = `${step.type} ${chainText(climb.patterns)}`;
    const times = seen.get(state) ?? 0;
    seen.set(state, times + 1);
    if (times < 3) waiting.push({ type: step.type, climb });
  };

  for (const { coordinate, step, levels } of fieldsIn(federation)) {
    if (federation.entities.placeOf(step.type, step.field)?.isSteady ?? true) continue;
    if (coordinate.startsWith("Mutation.") && levels.length === 0) continue;
    levels.forEach((_, level) => rise(step, levels, level, null));
  }
  for (let next = waiting.shift(); next; next = waiting.shift())
    for (const { step, levels } of holders.get(next.type) ?? [])
      rise(step, levels, levels.length - 1, next.climb);
  return chains;
}

interface Field {
  readonly coordinate: string;
  readonly step: Step;
  readonly levels: readonly boolean[];
}

const fieldsIn = ({ apiSchema, coordinates }: Federation): Field[] =>
  coordinates.map((coordinate) => {
    const [type = "", field = ""] = coordinate.split(".");
    const held = apiSchema.getType(type);
    if (!isObjectType(held)) throw new Error(`${type} is no object`);
    return { coordinate, step: { type, field }, levels: levelsOf(held.getFields()[field]!.type) };
  });

/** The fields that may hold objects of a type. */
function holdersIn(federation: Federation, ways: Ways): Map<string, Field[]> {
  const holders = new Map<string, Field[]>();
  for (const field of fieldsIn(federation)) {
    const { type, field: name } = field.step;
    const held = federation.apiSchema.getType(type);
    if (!isObjectType(held)) continue;
    for (const object of ways.objectsOf(getNamedType(held.getFields()[name]!.type).name))
      holders.set(object, [...(holders.get(object) ?? []), field]);
  }
  return holders;
}
