import type { ExpectedOffice } from "../../campaign-window/expected-office.js";
import { numberGiven } from "../../computation/units-of.js";
import type { DisclosurePolicy } from "../../disclosure/disclosure-policy.js";
import type { ProtectedTable, Term } from "../../disclosure/protected-table.js";
import { isSensitive, partsOfWholes } from "./counted-persons.js";
import type { Line } from "./few-offices.js";
import type { FigurePlace } from "./figure-place.js";
import { TableBuilder } from "./table-builder.js";
import { numberName } from "./told-of-measure.js";
import type { ToldRows } from "./told-row.js";

/** A row's number of persons, and what is lost when it is hidden; null when it has been seen. */
export interface PersonsLine {
  readonly line: Line;
  readonly rows: ToldRows;
  readonly cost: number | null;
  readonly place: FigurePlace;
}

/** The table of a publication, and what its figures are. */
export interface PersonsTable {
  readonly table: ProtectedTable;
  /** The figure of each line, in their order. */
  readonly figures: readonly number[];
  /** What each figure is. */
  readonly places: readonly FigurePlace[];
}

/**
 * The numbers of persons of a publication and of those before it, and who knows what of them: what rows show, down to
 * what each establishment counted. A number that is part of another one leaves a third, of persons too.
 */
export function personsTable(
  lines: readonly PersonsLine[],
  now: ToldRows,
  frame: readonly ExpectedOffice[],
  policy: DisclosurePolicy,
): PersonsTable {
  const builder = new TableBuilder(policy);
  const figures = lines.map(({ line, cost, place }) =>
    builder.enter({
      terms: termsOf(line, builder),
      isShown: true,
      cost,
      isSensitive: isSensitive(line.told.question),
      place,
    }),
  );
  const establishments = new Map(frame.map(({ office, establishment }) => [office, establishment]));
  const read = new Set(lines.map(({ line }) => line.told.question));
  for (const rows of new Set([now, ...lines.map((line) => line.rows)])) {
    const own = lines.filter((line) => line.rows === rows);
    enterEstablishments(builder, rows, read, establishments);
    for (const { part, whole } of partsOfWholes)
      if (read.has(part) && read.has(whole))
        enterComplements(builder, rows, { part, whole }, own, establishments);
  }
  return { table: builder.table(), figures, places: builder.places };
}

function termsOf({ told, offices }: Line, builder: TableBuilder): Term[] {
  const terms: Term[] = [];
  for (const [office, parts] of told.parts)
    if (offices === null || offices.has(office))
      for (const { unknown, times, number } of parts)
        terms.push({ unknown: builder.unknownOf(office, unknown, number ?? 0), times });
  return terms;
}

const ofEstablishment = (area: string, counts: string): FigurePlace => ({
  level: "ESTABLISHMENT",
  area,
  indicator: null,
  category: null,
  counts,
});

type Establishments = ReadonlyMap<string, string>;

function hide(
  builder: TableBuilder,
  terms: readonly Term[],
  isSensitiveOne: boolean,
  place: FigurePlace,
): void {
  builder.enter({ terms, isShown: false, cost: null, isSensitive: isSensitiveOne, place });
}

function enterEstablishments(
  builder: TableBuilder,
  { of: { answers, names } }: ToldRows,
  questions: ReadonlySet<string>,
  establishments: Establishments,
): void {
  for (const question of questions) {
    const counted = new Map<string, Term[]>();
    for (const unit of answers.units.OFFICES) {
      const number = numberGiven(unit, question);
      if (number === null) continue;
      const name = numberName(question, "SUM", names.giverOf(unit, question), number);
      addTo(counted, establishments.get(unit.office) ?? unit.office, {
        unknown: builder.unknownOf(unit.office, name, number),
        times: 1,
      });
    }
    for (const [establishment, terms] of counted)
      hide(builder, terms, isSensitive(question), ofEstablishment(establishment, question));
  }
}

/** What is left of a whole beside its part: for each establishment, and for what each row of the part counts. */
function enterComplements(
  builder: TableBuilder,
  { of: { answers, names } }: ToldRows,
  { part, whole }: { readonly part: string; readonly whole: string },
  lines: readonly PersonsLine[],
  establishments: Establishments,
): void {
  const left = new Map<string, Term>();
  const ofEstablishments = new Map<string, Term[]>();
  for (const unit of answers.units.OFFICES) {
    const [of, all] = [numberGiven(unit, part), numberGiven(unit, whole)];
    // Some offices work with persons outside their pool: what is left is then no count.
    if (of === null || all === null || all < of) continue;
    const [ofName, allName] = [
      [part, of],
      [whole, all],
    ].map(([question, number]) =>
      numberName(String(question), "SUM", names.giverOf(unit, String(question)), Number(number)),
    );
    const term = { unknown: builder.unknownOf(unit.office, `${allName} − ${ofName}`, all - of), times: 1 };
    builder.enterKnown([
      { unknown: builder.unknownOf(unit.office, allName!, all), times: 1 },
      { unknown: builder.unknownOf(unit.office, ofName!, of), times: -1 },
      { unknown: term.unknown, times: -1 },
    ]);
    left.set(unit.office, term);
    addTo(ofEstablishments, establishments.get(unit.office) ?? unit.office, term);
  }
  for (const [establishment, terms] of ofEstablishments)
    hide(builder, terms, false, ofEstablishment(establishment, `${whole} − ${part}`));
  for (const { line, place } of lines) {
    if (line.told.question !== part) continue;
    const offices = [...line.told.parts.keys()].filter((office) => line.offices?.has(office) ?? true);
    const terms = offices.flatMap((office) => left.get(office) ?? []);
    if (terms.length === offices.length)
      hide(builder, terms, false, { ...place, counts: `${whole} − ${part}` });
  }
}

function addTo(groups: Map<string, Term[]>, key: string, term: Term): void {
  const known = groups.get(key);
  if (known) known.push(term);
  else groups.set(key, [term]);
}
