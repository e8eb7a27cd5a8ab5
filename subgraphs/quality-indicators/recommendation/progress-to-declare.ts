import { HubError, type ToldValue } from "../../shared/errors.js";
import { publicText, publicTexts } from "../../shared/public-text.js";
import type { DeclareProgressInput } from "./declare-progress.input.js";
import { ProgressStatus } from "./progress-status.js";
import type { RecommendationProgress } from "./recommendation-progress.entity.js";

/** What a declaration says, once read: who declares it and when comes from elsewhere. */
export type DeclaredProgress = Pick<
  RecommendationProgress,
  "recommendation" | "status" | "actor" | "evidence" | "reason" | "indicatorCodes"
> & { readonly date: string };

/** What the hub knows when a declaration arrives. */
export interface DeclarationDay {
  readonly today: string;
  readonly isDocumentOut: boolean;
}

const mostCharacters = { actor: 200, text: 2_000 };
const mostIndicators = 50;
// What nobody started needs no proof; any other word about what was done does.
const needsEvidence = new Set([ProgressStatus.IN_PROGRESS, ProgressStatus.DONE, ProgressStatus.ABANDONED]);

const refuse = (argument: string, observed: ToldValue, expected: ToldValue): never => {
  throw new HubError("INVALID_ARGUMENT", { argument, observed, expected }, argument);
};
const nothing: ToldValue = { fr: "« »", en: "“”" };
const someText: ToldValue = { fr: "un texte", en: "a text" };

/** Reads a declaration; refuses one without its proof, of a day that cannot be, or whose texts nobody should publish. */
export function readDeclaration(input: DeclareProgressInput, day: DeclarationDay): DeclaredProgress {
  const { recommendation, status, date } = input;
  const { actor = null, evidence = null, reason = null } = input;
  refuseImpossibleDay(date, day);
  const isUnknown = status === ProgressStatus.UNKNOWN;
  if (needsEvidence.has(status) && evidence === null) refuse("evidence", nothing, someText);
  if (isUnknown && reason === null) refuse("reason", nothing, someText);
  if (!isUnknown && reason !== null) refuse("reason", someText, nothing);
  const indicatorCodes = [...new Set(input.linkedIndicators ?? [])];
  if (indicatorCodes.length > mostIndicators)
    refuse("linkedIndicators", String(indicatorCodes.length), `≤ ${mostIndicators}`);
  const text = mostCharacters.text;
  return {
    recommendation,
    status,
    actor:
      actor === null ? null : publicText(actor, { argument: "actor", mostCharacters: mostCharacters.actor }),
    evidence:
      evidence === null ? null : publicTexts(evidence, { argument: "evidence", mostCharacters: text }),
    reason: reason === null ? null : publicTexts(reason, { argument: "reason", mostCharacters: text }),
    indicatorCodes,
    date,
  };
}

function refuseImpossibleDay(date: string, { today, isDocumentOut }: DeclarationDay): void {
  if (date > today) refuse("date", date, { fr: `au plus tard ${today}`, en: `${today} at the latest` });
  if (!isDocumentOut)
    refuse("date", date, {
      fr: "un jour où le document de la recommandation est paru",
      en: "a day on which the document of the recommendation is out",
    });
}
