import { hashOf } from "../../shared/canonical-json.js";
import { dayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { hubChain, recordEvents } from "../audit/audit-entry.repository.js";
import { AuditEvent } from "../audit/audit-event.js";
import { knownIndicator } from "../indicator/known-indicator.service.js";
import { documentsOutOn } from "../source/read-sources.service.js";
import { isDemonstration } from "../submission/demonstration.repository.js";
import type { DeclareProgressInput } from "./declare-progress.input.js";
import type { ProgressDeclaration } from "./progress-declaration.entity.js";
import { ProgressStatus } from "./progress-status.js";
import { readDeclaration } from "./progress-to-declare.js";
import type { RecommendationProgress } from "./recommendation-progress.entity.js";
import { insertProgress, lastProgress, waitToDeclare } from "./recommendation-progress.repository.js";
import type { Recommendation } from "./recommendation.entity.js";
import { recommendationByCode } from "./recommendation.loader.js";

/**
 * Declares where a recommendation stands: one more row, which nothing rewrites, and an entry in the hub's audit. Who
 * declared it stands in the audit only.
 */
export async function declareProgress(
  context: SubgraphContext,
  input: DeclareProgressInput,
): Promise<ProgressDeclaration> {
  const { principal, clock } = context;
  const recommendation = await knownRecommendation(context, input.recommendation);
  const documents = await documentsOutOn(context, input.date);
  const declared = readDeclaration(input, {
    today: dayInToronto(clock()),
    isDocumentOut: documents.has(recommendation.document),
  });
  await Promise.all(declared.indicatorCodes.map((code) => knownIndicator(context, code, "linkedIndicators")));
  return asCaller(context, async (manager) => {
    const actor = principal.subject;
    if (actor === null) throw new HubError("NOT_ALLOWED");
    await waitToDeclare(manager, recommendation.code);
    const before = await lastProgress(manager, recommendation.code);
    if (declared.status === ProgressStatus.UNKNOWN) refuseStillUnknown(before);
    const at = clock();
    const progress: RecommendationProgress = {
      ...declared,
      number: (before?.number ?? 0) + 1,
      declaredAt: at,
      isSynthetic: principal.isDevelopment || (await isDemonstration(manager)),
    };
    await insertProgress(manager, progress);
    const [receipt = ""] = await recordEvents(manager, [
      {
        chain: hubChain,
        event: AuditEvent.PROGRESS_DECLARED,
        submission: null,
        revision: null,
        subject: recommendation.code,
        actor,
        at,
        reason: progress.reason?.fr ?? null,
        vintage: null,
        beforeHash: before === null ? null : hashOf({ ...before }),
        afterHash: hashOf({ ...progress }),
      },
    ]);
    return { recommendation, progress, receipt };
  });
}

async function knownRecommendation(context: SubgraphContext, code: string): Promise<Recommendation> {
  const recommendation = await recommendationByCode(context).load(code);
  if (recommendation !== null) return recommendation;
  throw new HubError(
    "UNKNOWN_CODE",
    { code, what: { fr: "d'une recommandation", en: "of a recommendation" } },
    "recommendation",
  );
}

function refuseStillUnknown(before: RecommendationProgress | null): void {
  if (before !== null && before.status !== ProgressStatus.UNKNOWN) return;
  throw new HubError(
    "INVALID_ARGUMENT",
    {
      argument: "status",
      observed: ProgressStatus.UNKNOWN,
      expected: {
        fr: "un autre état, car celui-ci est déjà le sien",
        en: "another state, for this is already the one it has",
      },
    },
    "status",
  );
}
