import { disclosurePolicy, type DisclosurePolicy } from "../../disclosure/disclosure-policy.js";
import { protectTable } from "../../disclosure/protect-table.js";
import type { CampaignAnswers } from "../../computation/campaign-answers.js";
import { type CandidateRow, keyOfRow } from "../candidate-row.js";
import type { ObservationToPublish } from "../observation-to-publish.js";
import { suppressed } from "../outcome.js";
import type { PublicationInput } from "../publication-input.js";
import { FewOffices } from "./few-offices.js";
import { placeOfRow } from "./figure-place.js";
import { personsTable } from "./persons-table.js";
import { isDominated, primaryReason } from "./primary-reason.js";
import { personsTold, rankOfTelling, type ToldEarlier, toldEarlier } from "./told-earlier.js";
import { tellsNothing, toldNothing, type ToldRow, ToldRows } from "./told-row.js";

/** A row, what it tells, and why it is withheld; null while it is not. */
interface Judged {
  readonly candidate: CandidateRow;
  readonly key: string;
  readonly told: ToldRow;
  withheld: string | null;
}

/**
 * Protects all rows of a publication jointly, with all that earlier vintages of the campaign showed. What was withheld
 * so that another figure could not be computed stays so; what was shown is the first to be shown again.
 */
export async function protectRows(
  candidates: readonly CandidateRow[],
  input: PublicationInput,
  answers: CampaignAnswers,
  policy: DisclosurePolicy = disclosurePolicy,
): Promise<ObservationToPublish[]> {
  const rows = new ToldRows(input, answers);
  const earlier = input.earlier.map((vintage) => toldEarlier(vintage, input, answers));
  const stays = new Set(earlier.at(-1)?.withheld ?? []);
  const judged = candidates.map((candidate): Judged => {
    const key = keyOfRow(candidate.row);
    if (tellsNothing(candidate)) return { candidate, key, told: toldNothing, withheld: null };
    const told = rows.rowOf(candidate.measure, candidate.row.category, candidate.offices);
    const withheld = primaryReason(candidate, told, rows, policy);
    return { candidate, key, told, withheld: withheld ?? (stays.has(key) ? "PROTECTED" : null) };
  });
  withholdFewOffices(judged, earlier, policy);
  await withholdSmallCounts(judged, rows, earlier, input, policy);
  return judged.map(({ candidate: { row }, withheld }) =>
    withheld === null ? row : { ...row, ...suppressed(withheld) },
  );
}

/** Facts about organisations: what was shown before first, then the widest areas. */
function withholdFewOffices(
  judged: readonly Judged[],
  earlier: readonly ToldEarlier[],
  policy: DisclosurePolicy,
): void {
  const out = earlier.flatMap(({ shown }) => shown.flatMap(({ told }) => told.ofOffices));
  const seen = new Set(earlier.flatMap(({ shown }) => shown.map(({ key }) => key)));
  const rankOf = ({ key, candidate }: Judged): number => rankOfTelling(candidate.row.level, seen.has(key));
  const dominated = judged
    .filter(({ withheld }) => withheld === "PROTECTED")
    .flatMap(({ told }) => told.ofOffices)
    .filter((line) => isDominated(line, policy));
  const open = judged.filter(({ withheld }) => withheld === null);
  const offices = new FewOffices(
    [...out, ...dominated, ...open.flatMap(({ told }) => told.ofOffices)],
    policy.smallestGroup,
  );
  dominated.forEach(offices.forbid);
  for (const line of out) offices.tellAnyhow(line);
  for (const row of [...open].sort((left, right) => rankOf(left) - rankOf(right)))
    if (!offices.tellAll(row.told.ofOffices)) row.withheld = "DIFFERENCE_TOO_SMALL";
}

// What is lost with a row: the wider its area, the more readers it has.
const costs = { PROVINCE: 1_000, PEER_GROUP: 100, REGION_GROUP: 90, HEALTH_REGION: 50, ESTABLISHMENT: 10 };

/** Numbers of persons: none too small, shown or computable, also by an office that knows its own. */
async function withholdSmallCounts(
  judged: readonly Judged[],
  rows: ToldRows,
  earlier: readonly ToldEarlier[],
  input: PublicationInput,
  policy: DisclosurePolicy,
): Promise<void> {
  const out = earlier.flatMap(personsTold);
  const own = judged
    .filter(({ withheld }) => withheld === null)
    .flatMap((row) =>
      row.told.ofPersons.map((line) => ({
        row,
        line,
        rows,
        cost: costs[row.candidate.row.level],
        place: placeOfRow(row.candidate.row),
      })),
    );
  const { table, figures } = personsTable([...out, ...own], rows, input.frame, policy);
  const { hidden } = await protectTable(table);
  const isHidden = new Set(hidden.map(({ figure }) => figure));
  for (const [index, { row }] of own.entries())
    if (isHidden.has(figures[out.length + index] ?? -1)) row.withheld = "PROTECTED";
}
