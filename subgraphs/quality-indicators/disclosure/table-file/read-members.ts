import type { DisclosurePolicy } from "../disclosure-policy.js";
import type { GivenHierarchies } from "./given-table.js";
import type { Mistakes } from "./table-mistake.js";

/** True for a JSON object. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** How a value is shown in a message: short. */
export const told = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "—";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

/** A code: a text, or a number, as years are often written. */
export const codeOf = (value: unknown): string | null =>
  typeof value === "number" && Number.isFinite(value)
    ? String(value)
    : typeof value === "string" && value.trim() !== ""
      ? value
      : null;

/** Refuses members that nothing reads: a misspelt one would be taken for absent. */
export function refuseOthers(
  value: Record<string, unknown>,
  known: readonly string[],
  place: string,
  mistakes: Mistakes,
): void {
  for (const name of Object.keys(value))
    if (!known.includes(name))
      mistakes.add(
        "UNKNOWN_MEMBER",
        place === "" ? name : `${place}.${name}`,
        `ce nom n'est pas connu ; attendu : ${known.join(", ")}.`,
        `this name is not known; expected: ${known.join(", ")}.`,
      );
}

/** The hierarchies of `{ NAME: { PARENT: [CHILD, …] } }`. */
export function hierarchiesIn(value: unknown, mistakes: Mistakes): GivenHierarchies {
  const hierarchies = new Map<string, Map<string, string[]>>();
  if (!isObject(value) || Object.keys(value).length === 0) {
    const form = '{ "NAME": { "PARENT": ["CHILD", …] } }';
    mistakes.add(
      "BAD_DIMENSIONS",
      "dimensions",
      `attendu : ${form}, avec au moins une dimension ; reçu : ${told(value)}.`,
      `expected: ${form}, with at least one dimension; got: ${told(value)}.`,
    );
    return hierarchies;
  }
  for (const [name, parents] of Object.entries(value)) {
    const childrenOf = new Map<string, string[]>();
    hierarchies.set(name, childrenOf);
    if (!isObject(parents)) {
      mistakes.add(
        "BAD_HIERARCHY",
        `dimensions.${name}`,
        `attendu : { "PARENT": ["ENFANT", …] } ({} sans total) ; reçu : ${told(parents)}.`,
        `expected: { "PARENT": ["CHILD", …] } ({} without total); got: ${told(parents)}.`,
      );
      continue;
    }
    for (const [parent, children] of Object.entries(parents)) {
      const codes = Array.isArray(children) ? children.map(codeOf) : [];
      const isList = codes.length > 0 && codes.every((code) => code !== null);
      if (isList && new Set(codes).size === codes.length) childrenOf.set(parent, codes as string[]);
      else
        mistakes.add(
          "BAD_CHILDREN",
          `dimensions.${name}.${parent}`,
          `attendu : une liste d'au moins un code, chacun une fois ; reçu : ${told(children)}.`,
          `expected: a list of at least one code, each of them once; got: ${told(children)}.`,
        );
    }
  }
  return hierarchies;
}

const wholeFrom1 = {
  fr: "un nombre entier d'au moins 1",
  en: "a whole number of at least 1",
  isSo: (value: unknown) => Number.isInteger(value) && Number(value) >= 1,
};
const rules: Record<keyof DisclosurePolicy, { fr: string; en: string; isSo: (value: unknown) => boolean }> = {
  threshold: wholeFrom1,
  sensitiveThreshold: wholeFrom1,
  smallestGroup: wholeFrom1,
  width: {
    fr: "un nombre supérieur à 0",
    en: "a number above 0",
    isSo: (value) => typeof value === "number" && value > 0,
  },
  dominancePercent: {
    fr: "un pourcentage de 0 à 100",
    en: "a percentage from 0 to 100",
    isSo: (value) => typeof value === "number" && value >= 0 && value <= 100,
  },
  totalsExempt: { fr: "true ou false", en: "true or false", isSo: (value) => typeof value === "boolean" },
};

/** The numbers of a policy that a file says. */
export function policyIn(value: unknown, mistakes: Mistakes): Partial<DisclosurePolicy> {
  if (value === undefined) return {};
  if (!isObject(value)) {
    mistakes.add(
      "BAD_POLICY",
      "policy",
      `attendu : un objet ; reçu : ${told(value)}.`,
      `expected: an object; got: ${told(value)}.`,
    );
    return {};
  }
  refuseOthers(value, Object.keys(rules), "policy", mistakes);
  for (const [name, { fr, en, isSo }] of Object.entries(rules))
    if (name in value && !isSo(value[name]))
      mistakes.add(
        "BAD_POLICY",
        `policy.${name}`,
        `attendu : ${fr} ; reçu : ${told(value[name])}.`,
        `expected: ${en}; got: ${told(value[name])}.`,
      );
  return value as Partial<DisclosurePolicy>;
}
