import type { DictionaryColumn } from "./dictionary/dictionary-column.js";
import { keyColumns } from "./dictionary/key-columns.js";
import { sensitiveColumns } from "./dictionary/sensitive-columns.js";

export type { ColumnPart, DictionaryCode, DictionaryColumn } from "./dictionary/dictionary-column.js";

/** Every variable that a release of partners may have, in the order of its columns. */
export const partnerDictionary: readonly DictionaryColumn[] = [...keyColumns, ...sensitiveColumns];

/** The variables of a release that asks for none by name. */
export const standardVariables: readonly string[] = [
  "regionGroup",
  "ageBand",
  "gender",
  "standing",
  "experienceDomain",
];

/** The dictionary of a release with the given variables. */
export const dictionaryOf = (variables: readonly string[]): DictionaryColumn[] =>
  partnerDictionary.filter(({ column }) => variables.includes(column));
