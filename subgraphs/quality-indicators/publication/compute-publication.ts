import { campaignAnswers } from "../computation/campaign-answers.js";
import type { CandidateRow } from "./candidate-row.js";
import { establishmentRows } from "./establishment-rows.js";
import { groupRows, publishedGroups } from "./group-rows.js";
import type { ObservationToPublish } from "./observation-to-publish.js";
import { answeringEstablishments } from "./places-of.js";
import { suppressed } from "./outcome.js";
import { type AuditedRows, auditRows } from "./protection/audit-rows.js";
import { placeOfRow } from "./protection/figure-place.js";
import { protectRows } from "./protection/protect-rows.js";
import { measuredFigures, provinceRows } from "./province-rows.js";
import type { PublicationInput } from "./publication-input.js";
import { isPublishable } from "./publishable.js";

/** The rows of a publication, protected jointly, and what an audit found of them. */
export interface ProtectedPublication extends AuditedRows {
  readonly rows: readonly ObservationToPublish[];
}

/**
 * The rows of a whole publication of a campaign, protected jointly. Pure: same input, same rows. An indicator whose
 * questions may not be published, or have no level, is not in it; what is not observed carries no number at all.
 */
export function computePublication(given: PublicationInput): Promise<ObservationToPublish[]> {
  const input = inOrder(given);
  const answers = answersOf(input);
  return protectRows(candidateRows(input, answers), input, answers);
}

// What the audit cannot follow in time it takes for told: withholding it can need another turn, never many.
const mostAudits = 5;

/**
 * The rows of a publication with their audit. A row that the audit still finds to tell too much is withheld as well and
 * the rest audited again; what is left in `unsafe` no withholding mends.
 */
export async function protectedPublication(given: PublicationInput): Promise<ProtectedPublication> {
  const input = inOrder(given);
  const answers = answersOf(input);
  const candidates = candidateRows(input, answers);
  let rows = await protectRows(candidates, input, answers);
  for (let audits = 1; ; audits += 1) {
    const audited = await auditRows(rows, candidates, input, answers);
    const telling = new Set(
      audited.unsafe.map((figure) => JSON.stringify(placeOfRow(figure, figure.counts))),
    );
    const isTelling = (row: ObservationToPublish): boolean =>
      row.status !== "SUPPRESSED" && telling.has(JSON.stringify(placeOfRow(row)));
    if (audits === mostAudits || !rows.some(isTelling)) return { rows, ...audited };
    rows = rows.map((row) => (isTelling(row) ? { ...row, ...suppressed("PROTECTED") } : row));
  }
}

// What is withheld of two figures that tell the same must not depend on who answered first.
const inOrder = (input: PublicationInput): PublicationInput => ({
  ...input,
  submissions: [...input.submissions].sort((left, right) => (left.office < right.office ? -1 : 1)),
});

/** The answers of a publication, ready to be measured. */
export const answersOf = (input: PublicationInput) =>
  campaignAnswers({
    frame: input.frame,
    offices: input.submissions,
    base: input.campaign.base,
    closesAt: input.closesAt,
    choicesOf: (code) =>
      input.questions.find((question) => question.code === code)?.choices.map((choice) => choice.code) ?? [],
    registers: input.registers,
  });

/** The rows of a publication as they would be if nothing protected them. */
export function candidateRows(input: PublicationInput, answers = answersOf(input)): CandidateRow[] {
  const measured = input.indicators
    .filter((indicator) => isPublishable(indicator, input))
    .map((indicator) => ({ indicator, measures: measuredFigures(indicator, answers) }));
  const groups = publishedGroups(input, answers);
  const establishments = answeringEstablishments(input);
  return [
    ...measured.flatMap(({ indicator, measures }) =>
      measures.flatMap((figures) => provinceRows(indicator, figures, input)),
    ),
    ...measured.flatMap(({ indicator, measures }) =>
      measures.flatMap((figures) => groupRows(indicator, figures, groups, input)),
    ),
    ...measured
      .filter(({ indicator }) => indicator.levels.includes("ESTABLISHMENT"))
      .flatMap(({ indicator, measures }) =>
        establishmentRows(indicator, measures, establishments, answers, input),
      ),
  ];
}
