import type { Path } from "./problem.js";

/** The field that holds a thing of an answer. */
interface Origin {
  /** Of the field. */
  readonly path: Path;
  /** The places in its lists. */
  readonly at: readonly number[];
  /** Whether each level may not be null, the field itself first. */
  readonly levels: readonly boolean[];
  readonly holder: object | null;
}

/** Remembers which field holds each thing, to follow a null upwards. */
export class Origins {
  private readonly known = new WeakMap<object, Origin>();

  /** Notes every thing in the value of a field. */
  note(value: unknown, origin: Omit<Origin, "at">, at: readonly number[] = []): void {
    if (Array.isArray(value)) value.forEach((one, index) => this.note(one, origin, [...at, index]));
    else if (value !== null && typeof value === "object") this.known.set(value, { ...origin, at });
  }

  /** Where the entity that holds a field stands in the answer. */
  placeOf(thing: object | null): Path {
    const origin = thing ? this.known.get(thing) : undefined;
    return origin ? [...origin.path, ...origin.at] : [];
  }

  /** Follows a null from a level of a field to the place where it may rest. */
  landing(from: Origin, level: number): { readonly place: Path; readonly chain: string } {
    const steps: string[] = [];
    let at: Origin = from;
    let rung = level;
    for (;;) {
      const first = rung;
      while (rung >= 0 && at.levels[rung]) rung -= 1;
      steps.push(pattern(at.levels, steps.length === 0 ? first : null));
      if (rung >= 0) return { place: [...at.path, ...at.at.slice(0, rung)], chain: chainText(steps) };
      const holder = at.holder ? this.known.get(at.holder) : undefined;
      if (!holder) return { place: [], chain: chainText([...steps, "data"]) };
      at = holder;
      rung = at.levels.length - 1;
    }
  }
}

/** How far a chain is told; what goes higher counts as one. */
export const longestChain = 4;

export const chainText = (steps: readonly string[]): string =>
  steps.length > longestChain ? [...steps.slice(0, longestChain), "…"].join(" < ") : steps.join(" < ");

/** `[*!]` is an error at an element of a list that may be null, whose elements may not. */
export function pattern(levels: readonly boolean[], erring: number | null): string {
  const inner = levels.length - 1;
  const bang = (level: number): string => (levels[level] ? "!" : "");
  const star = (level: number): string => (erring === level ? "*" : "");
  let text = `${erring === inner ? "*" : "x"}${bang(inner)}`;
  for (let level = inner - 1; level >= 0; level -= 1) text = `[${text}]${star(level)}${bang(level)}`;
  return text;
}
