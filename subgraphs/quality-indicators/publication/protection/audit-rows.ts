import { auditTable } from "../../disclosure/audit-table.js";
import { disclosurePolicy, type DisclosurePolicy } from "../../disclosure/disclosure-policy.js";
import type { DeducedInterval, ProtectedTable } from "../../disclosure/protected-table.js";
import type { CampaignAnswers } from "../../computation/campaign-answers.js";
import { type CandidateRow, keyOfRow } from "../candidate-row.js";
import type { ObservationToPublish } from "../observation-to-publish.js";
import type { PublicationInput } from "../publication-input.js";
import { FewOffices } from "./few-offices.js";
import { placeOfRow, type UnsafeFigure } from "./figure-place.js";
import { personsTable, type PersonsLine, type PersonsTable } from "./persons-table.js";
import { mostLookedAt } from "./row-space.js";
import { personsTold, rankOfTelling, type ToldEarlier, toldEarlier } from "./told-earlier.js";
import { tellsNothing, type ToldRow, ToldRows } from "./told-row.js";

/** What readers can compute from a publication and all that was shown before it. */
export interface AuditedRows {
  /** What the publication would tell; nothing is published while there is any. */
  readonly unsafe: readonly UnsafeFigure[];
  /** What the vintages that are out tell by themselves, whatever is withheld now. */
  readonly alreadyTold: readonly UnsafeFigure[];
  /** How many hidden numbers of persons were judged, and for how many offices that know their own. */
  readonly judged: number;
  readonly insiders: number;
  /** The narrowest interval that a reader can compute of one of them, over the width that it must have; or null. */
  readonly narrowest: number | null;
}

/** Audits the rows as they would be published; what made them safe has no part in it. */
export async function auditRows(
  published: readonly ObservationToPublish[],
  candidates: readonly CandidateRow[],
  input: PublicationInput,
  answers: CampaignAnswers,
  policy: DisclosurePolicy = disclosurePolicy,
): Promise<AuditedRows> {
  const rows = new ToldRows(input, answers);
  const earlier = input.earlier.map((vintage) => toldEarlier(vintage, input, answers));
  const byKey = new Map(candidates.map((candidate) => [keyOfRow(candidate.row), candidate]));
  const shown = published.flatMap((row) => {
    const candidate = byKey.get(keyOfRow(row));
    if (!candidate || row.status === "SUPPRESSED" || tellsNothing(candidate)) return [];
    return { row, told: rows.rowOf(candidate.measure, row.category, candidate.offices) };
  });
  const own = shown.flatMap(({ row, told }) =>
    told.ofPersons.map((line): PersonsLine => ({ line, rows, cost: null, place: placeOfRow(row) })),
  );
  const out = earlier.flatMap(personsTold);
  const before = await unsafeCounts(personsTable(out, rows, input.frame, policy));
  const after = await unsafeCounts(personsTable([...out, ...own], rows, input.frame, policy));
  const known = new Set(before.unsafe.map(placeText));
  const offices = auditOffices(shown, earlier, policy);
  return {
    unsafe: [...offices.unsafe, ...after.unsafe.filter((figure) => !known.has(placeText(figure)))],
    alreadyTold: [...offices.alreadyTold, ...before.unsafe],
    judged: after.intervals.length,
    insiders: after.table.insiders.length,
    narrowest: narrowestOf(after.intervals, after.table),
  };
}

const placeText = ({ level, area, counts, indicator, category }: UnsafeFigure): string =>
  JSON.stringify([level, area, counts, indicator, category]);

async function unsafeCounts({ table, places }: PersonsTable) {
  const intervals = (await auditTable(table)).filter(({ figure }) => table.figures[figure]?.width !== null);
  // A small count in plain sight needs no computing.
  const inSight = table.figures.flatMap(({ isShown, width }, figure) =>
    isShown && width !== null ? [{ figure, insider: null }] : [],
  );
  const unsafe = [...inSight, ...intervals.filter(({ isSafe }) => !isSafe)].flatMap(
    ({ figure, insider }): UnsafeFigure[] => {
      const place = places[figure];
      return place ? [{ ...place, rule: "SMALL_COUNT", insider }] : [];
    },
  );
  return { table, intervals, unsafe };
}

function narrowestOf(intervals: readonly DeducedInterval[], { figures }: ProtectedTable): number | null {
  const ratios = intervals.flatMap(({ figure, lower, upper }) => {
    const width = figures[figure]?.width ?? null;
    return width === null || upper === null ? [] : [(upper - lower) / width];
  });
  return ratios.length === 0 ? null : Math.min(...ratios);
}

interface Shown {
  readonly row: ObservationToPublish;
  readonly told: ToldRow;
}

function auditOffices(
  shown: readonly Shown[],
  earlier: readonly ToldEarlier[],
  { smallestGroup }: DisclosurePolicy,
): Pick<AuditedRows, "unsafe" | "alreadyTold"> {
  const out = earlier.flatMap((vintage) => vintage.shown);
  const lines = [...out, ...shown].flatMap(({ told }) => told.ofOffices);
  // Rows that were allowed just in time must not count as told for a lack of it.
  const offices = new FewOffices(lines, smallestGroup, 10 * mostLookedAt);
  const tell = ({ isOpen, ofOffices }: ToldRow): boolean =>
    ofOffices.filter((line) => offices.tellAnyhow(line)).length > 0 || isOpen;
  const finding = (row: Parameters<typeof placeOfRow>[0]): UnsafeFigure => ({
    ...placeOfRow(row),
    rule: "FEW_OFFICES",
    insider: null,
  });
  const alreadyTold = out.filter(({ told }) => tell(told)).map(({ row }) => finding(row));
  const known = new Set(alreadyTold.map(placeText));
  // In the order in which they were allowed: what takes too long to follow is the same then.
  const seen = new Set(out.map(({ key }) => key));
  const rankOf = ({ row }: Shown): number => rankOfTelling(row.level, seen.has(keyOfRow(row)));
  const unsafe = [...shown]
    .sort((left, right) => rankOf(left) - rankOf(right))
    .filter(({ told }) => tell(told))
    .map(({ row }) => finding(row))
    .filter((figure) => !known.has(placeText(figure)));
  return { unsafe, alreadyTold };
}
