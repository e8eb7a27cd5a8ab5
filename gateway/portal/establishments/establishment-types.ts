import { enumWords, type ValueOf } from "../parts/words.js";

export type EstablishmentType = ValueOf<"EstablishmentType">;

const prefix = "EstablishmentType.";

/** The types of establishments, in the order of the schema. */
export const establishmentTypes: readonly EstablishmentType[] = Object.keys(enumWords.texts.fr)
  .filter((key) => key.startsWith(prefix))
  .map((key) => key.slice(prefix.length) as EstablishmentType);

/** The type that a word of an address names. */
export const typeNamed = (word: string | undefined): EstablishmentType | null =>
  establishmentTypes.find((type) => type === word) ?? null;

/** The acronym by which some types are known better than by their name. */
export const acronymOf = (type: EstablishmentType): string | null =>
  type === "INSTITUT" || type.includes("_") ? null : type;
