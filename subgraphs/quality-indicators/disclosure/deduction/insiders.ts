import type { ProtectedTable } from "../protected-table.js";
import type { Component, LeftOpen } from "./left-open.js";
import type { Knowledge } from "../solver/cheapest-move.js";
import type { Witness } from "./witness.js";

/** Who knows more of which component. */
export class Insiders {
  private readonly byComponent = new Map<Component, Map<number, Map<number, readonly [number, number]>>>();
  private readonly byUnknown = new Map<Component, Map<number, number[]>>();

  constructor({ insiders, unknowns }: ProtectedTable, leftOpen: LeftOpen) {
    insiders.forEach(({ name, knows }, insider) => {
      for (const { unknown, lower, upper } of knows) {
        const { value } = unknowns[unknown]!;
        const [least, most] = [lower - value, upper === null ? Infinity : upper - value];
        if (least > 0 || most < 0) throw new RangeError(`${name} knows what is not so of unknown ${unknown}`);
        const place = leftOpen.placeOf(unknown);
        if (!place) continue;
        const { problem } = place.component;
        // What everybody can compute is nothing that this reader knows more.
        if (least <= problem.lower[place.rank]! && most >= problem.upper[place.rank]!) continue;
        this.add(place.component, insider, place.rank, least, most);
      }
    });
  }

  private add(component: Component, insider: number, unknown: number, least: number, most: number): void {
    const insiders = entry(this.byComponent, component, () => new Map());
    const knowledge = entry(insiders, insider, () => new Map());
    const before = knowledge.get(unknown) ?? [-Infinity, Infinity];
    knowledge.set(unknown, [Math.max(least, before[0]), Math.min(most, before[1])]);
    entry(
      entry(this.byUnknown, component, () => new Map()),
      unknown,
      () => [],
    ).push(insider);
  }

  /** Everybody who knows more of a component. */
  of = (component: Component): Iterable<number> => this.byComponent.get(component)?.keys() ?? [];

  /** What an insider knows more of a component; null when it is nothing. */
  knowledgeOf = (insider: number | null, component: Component): Knowledge | null =>
    insider === null ? null : (this.byComponent.get(component)?.get(insider) ?? null);

  /** Those who know that a witness is not so. */
  doubting(component: Component, { unknowns, deviations }: Witness): Set<number> {
    const doubting = new Set<number>();
    const byUnknown = this.byUnknown.get(component);
    const insiders = this.byComponent.get(component);
    if (!byUnknown || !insiders) return doubting;
    for (const [index, unknown] of unknowns.entries())
      for (const insider of byUnknown.get(unknown) ?? []) {
        const [least, most] = insiders.get(insider)!.get(unknown)!;
        const deviation = deviations[index]!;
        if (deviation < least - hair || deviation > most + hair) doubting.add(insider);
      }
    return doubting;
  }
}

const hair = 1e-9;

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
