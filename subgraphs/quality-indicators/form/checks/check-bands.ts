import { type OpeningIssue, openingIssue } from "../../campaign/opening-issue.js";
import { type FormQuestion, QuestionType } from "../form-question.entity.js";
import type { FormCheck } from "./form-check.js";

interface Band {
  readonly place: number;
  readonly code: string;
  readonly low: number | null;
  readonly high: number | null;
}

/** V22: bands are half-open, [low, high): in order, each begins where the one before ends, so that every number is in one. */
export const checkBands: FormCheck = ({ questions }) =>
  questions.flatMap((question, index) => {
    const bands = question.choices.flatMap(({ code, low = null, high = null }, place) =>
      low === null && high === null ? [] : { place, code, low, high },
    );
    const path = `form.questions[${index}].choices`;
    if (bands.length === 0) return [];
    return [
      ...ofOneChoice(question, path),
      ...bands.flatMap((band, rank) => issuesOf(bands, band, rank, path)),
    ];
  });

const ofOneChoice = ({ code, type }: FormQuestion, path: string): OpeningIssue[] =>
  type === QuestionType.CHOICE
    ? []
    : [
        openingIssue("BANDS_OF_SEVERAL_CHOICES", path, {
          fr: `La question ${code} a des tranches : un nombre n'est que dans une, elle n'accepte donc qu'un choix.`,
          en: `Question ${code} has bands: a number is in one of them only, so it takes one choice.`,
          observed: type,
          expected: QuestionType.CHOICE,
        }),
      ];

function issuesOf(
  bands: readonly Band[],
  { place, code, low, high }: Band,
  rank: number,
  path: string,
): OpeningIssue[] {
  const before = bands[rank - 1];
  const found: OpeningIssue[] = [];
  if (low !== null && high !== null && low >= high)
    found.push(
      openingIssue("BAND_OUT_OF_ORDER", `${path}[${place}].high`, {
        fr: `La tranche ${code} finit avant de commencer.`,
        en: `The band ${code} ends before it begins.`,
        observed: high,
        expected: `> ${low}`,
      }),
    );
  if (before !== undefined && (low === null || before.high === null || low !== before.high))
    found.push(afterBefore(before, { code, low }, `${path}[${place}].low`));
  return found;
}

/** Why a band does not follow the one before it. */
function afterBefore(before: Band, { code, low }: Pick<Band, "code" | "low">, path: string): OpeningIssue {
  const isGap = low !== null && before.high !== null && low > before.high;
  return openingIssue(isGap ? "BAND_GAP" : "BAND_OVERLAP", path, {
    fr: isGap
      ? `Entre ${before.code} et ${code}, des nombres ne sont dans aucune tranche.`
      : `Les tranches ${before.code} et ${code} se recouvrent, ou ne sont pas en ordre.`,
    en: isGap
      ? `Between ${before.code} and ${code}, numbers are in no band.`
      : `The bands ${before.code} and ${code} overlap, or are out of order.`,
    observed: low,
    expected: before.high,
  });
}
