import { HubError } from "./errors.js";

// The gateway lets in half of it; coercion goes down by calling itself, and ends with the stack some thousands below.
const deepestVariables = 32;

/** The refusal of variables nested too deep for coercion, found without calling itself; null for any other. */
export function refusalOfDepth(variables: Readonly<Record<string, unknown>>): HubError | null {
  let level: object[] = [variables];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestVariables)
      return new HubError(
        "VARIABLES_TOO_LARGE",
        { most: String(deepestVariables), what: { fr: "niveaux", en: "levels" } },
        "variables",
      );
    level = level.flatMap((holder) => Object.values(holder).filter(isHolder));
  }
  return null;
}

const isHolder = (value: unknown): value is object => typeof value === "object" && value !== null;
