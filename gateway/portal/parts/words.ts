import type { Language } from "../language.js";
import { catalogue } from "../words/catalogue.js";
import { figureWords, type Pair } from "./figure-words.js";
import { networkWords } from "./network-words.js";

const tables = { ...figureWords, ...networkWords };
type Tables = typeof tables;

/** An enumeration of the API whose values have words. */
export type EnumName = keyof Tables;
export type ValueOf<Name extends EnumName> = keyof Tables[Name] & string;

const pairs: readonly (readonly [string, Pair])[] = Object.entries(tables).flatMap(([name, values]) =>
  Object.entries<Pair>(values).map(([value, pair]) => [`${name}.${value}`, pair] as const),
);
const wordsIn = (rank: 0 | 1): Record<string, string> =>
  Object.fromEntries(pairs.map(([key, pair]) => [key, pair[rank]]));

/** The words of every value, by « Enumeration.VALUE ». */
export const enumWords = catalogue<string>({ fr: wordsIn(0), en: wordsIn(1) });

/** The words of a value of an enumeration of the API: `wordFor("fr", "Basis", "OFFICES")`. */
export const wordFor = <Name extends EnumName>(
  language: Language,
  name: Name,
  value: ValueOf<NoInfer<Name>>,
): string => enumWords(language)(`${name}.${value}`, { count: 2 });

/** Whether a code, such as that of an area, is a value of an enumeration. */
export const isWordOf = <Name extends EnumName>(name: Name, code: string): code is ValueOf<Name> =>
  code in tables[name];

/** The noun of a unit, that agrees with the number before it. */
export const unitNoun = (language: Language, unit: ValueOf<"Unit">, count: number): string =>
  enumWords(language)(`Unit.${unit}`, { count });

/** What the parts that show figures say around them. */
export const figureSays = catalogue({
  fr: {
    from: "de",
    to: "à",
    above: "plus de",
    below: "moins de",
    median: "médiane :",
    asPrinted: "Dans le document :",
    synthetic: "Synthétique",
    notShown: "Non montrée",
    facts: "D'où vient ce chiffre",
    factsOf: "D'où vient ce chiffre : {name}",
    period: "Période",
    periodDays: "{label} (du {from} au {to})",
    basis: "De qui ou de quoi parle le chiffre",
    count: "Calcul",
    countOf: "{numerator} sur {denominator}",
    countInferred: "{numerator} sur {denominator} (déduit par le calcul, non imprimé)",
    origin: "Origine",
    source: "Source",
    computedHere: "Calculé par Carrefour",
    outside: "Liste extérieure aux documents, à confirmer",
    vintage: "Édition des données",
    licence: "Licence",
    licenceUnstated: "non précisée par le document",
    licenceComputed: "celle de ce que Carrefour calcule",
    note: "Remarque",
    kinds: "Ce qui diffère : {kinds}.",
    side: "Ce que dit le passage",
    where: "Où",
    sides: "Les passages qui se contredisent ({id})",
  },
  en: {
    from: "from",
    to: "to",
    above: "more than",
    below: "less than",
    median: "median:",
    asPrinted: "In the document:",
    synthetic: "Synthetic",
    notShown: "Not shown",
    facts: "Where this figure comes from",
    factsOf: "Where this figure comes from: {name}",
    period: "Period",
    periodDays: "{label} ({from} to {to})",
    basis: "Whom or what the figure speaks of",
    count: "Computation",
    countOf: "{numerator} of {denominator}",
    countInferred: "{numerator} of {denominator} (deduced by arithmetic, not printed)",
    origin: "Origin",
    source: "Source",
    computedHere: "Computed by Carrefour",
    outside: "A list outside the documents, to be confirmed",
    vintage: "Vintage of the data",
    licence: "Licence",
    licenceUnstated: "not stated by the document",
    licenceComputed: "that of what Carrefour computes",
    note: "Note",
    kinds: "What differs: {kinds}.",
    side: "What the passage says",
    where: "Where",
    sides: "The passages that contradict each other ({id})",
  },
});
