import { Fragment } from "preact";
import type { Language } from "../language.js";
import { wordFor } from "../parts/words.js";
import { acronymOf, type EstablishmentType } from "./establishment-types.js";

/** The type of an establishment in words, its acronym first: « CISSS (Centre intégré…) ». */
export const typeInWords = (language: Language, type: EstablishmentType): string => {
  const acronym = acronymOf(type);
  const name = wordFor(language, "EstablishmentType", type);
  return acronym === null ? name : `${acronym} (${name})`;
};

/** The type of an establishment, shortened where an acronym is known. */
export const TypeName = ({
  type,
  language,
}: {
  readonly type: EstablishmentType;
  readonly language: Language;
}) => {
  const acronym = acronymOf(type);
  const name = wordFor(language, "EstablishmentType", type);
  return acronym === null ? <Fragment>{name}</Fragment> : <abbr title={name}>{acronym}</abbr>;
};
