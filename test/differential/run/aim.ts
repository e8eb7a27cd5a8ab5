import { atLeast, type Coverage } from "../coverage/coverage.js";
import type { Federation } from "../federation/federation.js";
import type { Chance } from "../operation/chance.js";
import type { Way, Ways } from "../operation/way.js";
import type { OperationWishes } from "../operation/wishes.js";
import { fairWeather, type Weather } from "../world/weather.js";

/** An operation to draw, and the day to ask it on. */
export interface Aim {
  readonly wishes: OperationWishes;
  readonly weather: Weather;
}

/** Decides what the next operation is for: mostly, for what was met least so far. */
export function aimOf(
  federation: Federation,
  coverage: Coverage,
  ways: Ways,
  chance: Chance,
  seed: number,
): Aim {
  const drawn = chance.whole(0, 99);
  const rarestField = Math.min(...coverage.fields.values());
  const areFieldsRarer = rarestField < Math.min(...coverage.chains.values());
  const chainsPercent = areFieldsRarer ? 15 : rarestField < atLeast ? 65 : 80;
  const aimed =
    drawn < chainsPercent
      ? atChain(federation, coverage, ways, chance)
      : drawn < 80
        ? atField(coverage, ways, chance)
        : null;
  const target = aimed?.target ?? null;
  const weather = { ...drawWeather(federation, chance, seed, target !== null), target };
  const isSmall = target !== null || chance.happens(15);
  return {
    weather,
    wishes: {
      ...{ seed, way: aimed?.way ?? null, depth: chance.whole(2, isSmall ? 4 : 7) },
      fields: isSmall ? chance.whole(2, 9) : chance.whole(10, 40),
      weightOf: (coordinate) => 1 / (1 + (coverage.fields.get(coordinate) ?? 10)),
      avoided: avoidedUnder(federation, weather),
    },
  };
}

/** Every field that several subgraphs may answer says no truth while one of them is down. */
function avoidedUnder({ places, entities }: Federation, { failing }: Weather): Set<string> {
  if (!failing) return new Set();
  const shared = [...places.values()].filter(
    ({ owners, type, isKey }) =>
      owners.length > 1 &&
      !isKey &&
      owners.includes(failing.subgraph) &&
      (type === "Query" || entities.isEntity(type)),
  );
  return new Set(shared.map(({ coordinate }) => coordinate));
}

interface Aimed {
  readonly way: Way;
  readonly target: Weather["target"];
}

function atField({ fields }: Coverage, ways: Ways, chance: Chance): Aimed | null {
  const [type = "", field = ""] = rarest(fields, chance).split(".");
  const known = ways.to(type);
  if (known.length === 0) return null;
  const { kind, steps } = chance.pick(known);
  return { way: { kind, steps: [...steps, { type, field }] }, target: null };
}

function atChain(
  { entities }: Federation,
  { chains, witnesses }: Coverage,
  ways: Ways,
  chance: Chance,
): Aimed {
  const possible = new Map([...chains].filter(([chain]) => witnesses.has(chain)));
  const { steps, level } = chance.pick(witnesses.get(rarest(possible, chance))!);
  const { kind, steps: down } = chance.pick(ways.to(steps[0]!.type));
  const { type, field } = steps.at(-1)!;
  return {
    way: { kind, steps: [...down, ...steps] },
    target: {
      ...{
        coordinate: entities.placeOf(type, field)!.coordinate,
        level,
        what: chance.pick(["null", "error"]),
      },
      percent: chance.pick([50, 90]),
    },
  };
}

/** One of those met least. */
function rarest(counts: ReadonlyMap<string, number>, chance: Chance): string {
  const least = Math.min(...counts.values());
  return chance.pick([...counts].filter(([, times]) => times <= least + 1).map(([name]) => name));
}

function drawWeather(federation: Federation, chance: Chance, seed: number, isAimed: boolean): Weather {
  const fair = { ...fairWeather(seed), isLenient: chance.happens(40) };
  if (isAimed) return fair;
  if (chance.happens(20)) return { ...fair, nullPercent: chance.pick([0, 8]) };
  const { failable } = federation.entities;
  const failing =
    failable.length > 0 && chance.happens(15)
      ? { subgraph: chance.pick(failable), how: chance.pick(["rejects", "refuses"] as const) }
      : null;
  return {
    ...fair,
    ...{ nullPercent: chance.pick([2, 10]), wrongNullPercent: chance.pick([0, 1, 4]) },
    ...{ errorPercent: chance.pick([0, 1, 5]), missingPercent: chance.pick([0, 0, 15]) },
    ...{ lostPercent: chance.pick([0, 0, 15]), failing },
  };
}
