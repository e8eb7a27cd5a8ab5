import { HubError } from "../../subgraphs/index.js";
import type { VariableLimits } from "./limits/variables.js";
import { isReserved } from "./reserved-names.js";

/**
 * Holds the variables of a request against their limits, without calling itself: 5,000 levels are as safe to look at
 * as five. Gives the refusal, or null; it stops at the first value too many.
 */
export function refusalOfVariables(variables: unknown, limits: VariableLimits): HubError | null {
  if (variables === undefined || variables === null) return null;
  if (typeof variables !== "object" || Array.isArray(variables))
    return new HubError("BAD_REQUEST", {
      reason: { fr: "« variables » n'est pas un objet", en: "“variables” is not an object" },
    });
  let left = limits.values;
  const waiting: unknown[] = [variables];
  const depths: number[] = [0];
  while (waiting.length > 0) {
    const value = waiting.pop();
    const depth = depths.pop() ?? 0;
    if (typeof value === "string") {
      if (isLongerThan(value, limits.textBytes)) return tooLarge("textBytes", limits);
      continue;
    }
    if (typeof value !== "object" || value === null) continue;
    if (depth > limits.depth) return tooLarge("depth", limits);
    if (Array.isArray(value) && value.length > limits.listLength) return tooLarge("listLength", limits);
    const names = Array.isArray(value) ? null : Object.keys(value);
    left -= names?.length ?? (value as unknown[]).length;
    if (left < 0) return tooLarge("values", limits);
    const reserved = names?.find(isReserved);
    if (reserved) return new HubError("RESERVED_NAME", { name: reserved });
    for (const held of Object.values(value)) {
      waiting.push(held);
      depths.push(depth + 1);
    }
  }
  return null;
}

// A character takes three bytes at most, so most texts need no counting.
const isLongerThan = (text: string, bytes: number): boolean =>
  text.length > bytes || (text.length * 3 > bytes && Buffer.byteLength(text) > bytes);

const words = {
  values: { fr: "valeurs en tout", en: "values in all" },
  listLength: { fr: "éléments par liste", en: "elements a list" },
  depth: { fr: "niveaux", en: "levels" },
  textBytes: { fr: "octets par texte", en: "bytes a text" },
} as const satisfies Record<keyof VariableLimits, { fr: string; en: string }>;

const tooLarge = (what: keyof VariableLimits, limits: VariableLimits): HubError =>
  new HubError("VARIABLES_TOO_LARGE", { most: String(limits[what]), what: words[what] }, "variables");
