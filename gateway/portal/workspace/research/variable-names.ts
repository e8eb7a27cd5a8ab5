import type { Language } from "../../language.js";
import { typographic } from "../../words/typography.js";

/** A variable of the records as the schema documents it. */
export interface DocumentedField {
  readonly name: string;
  readonly description: string | null;
}

export interface NamedVariable {
  readonly name: string;
  readonly label: string;
}

/** The variables that a release may have, named by the schema's own words: « français · English ». */
export const variablesOf = (
  fields: readonly DocumentedField[] | null | undefined,
  language: Language,
): readonly NamedVariable[] =>
  (fields ?? [])
    .filter(({ name }) => name !== "rowId")
    .map(({ name, description }) => {
      const [fr = name, en = fr] = (description ?? name).split(" · ");
      return { name, label: typographic((language === "fr" ? fr : en).replace(/\.$/, ""), language) };
    });
