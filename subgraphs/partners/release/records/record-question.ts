import { HubError, type ToldValue } from "../../../shared/errors.js";
import { type RecordConditionInput, type RecordOrderInput, SortDirection } from "./record-question.input.js";

/** A condition on one variable: its value is among the codes, or among none of them. */
export interface RecordCondition {
  readonly column: string;
  readonly kind: "in" | "notIn";
  readonly codes: readonly string[];
}

export type RecordFilter = readonly RecordCondition[];

/** A variable to sort by, and which way. */
export interface RecordOrder {
  readonly column: string;
  readonly direction: SortDirection;
}
export type RecordSort = readonly RecordOrder[];

/** Reads the conditions of a question, whatever the release; throws INVALID_ARGUMENT at the first that says nothing. */
export function readFilter(given: readonly RecordConditionInput[]): RecordFilter {
  refuseDoubled(given, (index) => `filter[${index}].column`);
  return given.map(({ column, ...stated }, index) => {
    const kinds = (["in", "notIn"] as const).filter((kind) => (stated[kind] ?? null) !== null);
    const [kind] = kinds;
    if (!kind || kinds.length > 1)
      throw invalid(`filter[${index}]`, kinds.join(", ") || "{}", {
        fr: "« in » ou « notIn », l'un des deux",
        en: "“in” or “notIn”, one of the two",
      });
    const codes = stated[kind] ?? [];
    if (codes.length === 0)
      throw invalid(`filter[${index}].${kind}`, "[]", { fr: "au moins un code", en: "at least one code" });
    return { column, kind, codes };
  });
}

/** Reads what a question is sorted by; throws INVALID_ARGUMENT for a variable that comes twice. */
export function readSort(given: readonly RecordOrderInput[]): RecordSort {
  refuseDoubled(given, (index) => `sort[${index}].column`);
  return given.map(({ column, direction }) => ({ column, direction: direction ?? SortDirection.ASC }));
}

/** Reads what a count is grouped by; throws INVALID_ARGUMENT for no variable, and for one that comes twice. */
export function readGroupBy(given: readonly string[]): readonly string[] {
  if (given.length === 0)
    throw invalid("groupBy", "[]", { fr: "au moins une variable", en: "at least one variable" });
  refuseDoubled(
    given.map((column) => ({ column })),
    (index) => `groupBy[${index}]`,
  );
  return given;
}

function refuseDoubled(given: readonly { column: string }[], placeOf: (index: number) => string): void {
  const seen = new Set<string>();
  given.forEach(({ column }, index) => {
    if (seen.has(column))
      throw invalid(placeOf(index), told(column), {
        fr: "chaque variable une seule fois",
        en: "each variable once only",
      });
    seen.add(column);
  });
}

/** What a caller wrote, short enough for a message. */
export const told = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** A refusal of one argument, at its place. */
export const invalid = (place: string, observed: ToldValue, expected: ToldValue): HubError =>
  new HubError("INVALID_ARGUMENT", { argument: place, observed, expected }, place);
