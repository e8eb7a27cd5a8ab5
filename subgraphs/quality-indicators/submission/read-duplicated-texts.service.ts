import type { SubgraphContext } from "../../shared/context.js";
import { type DuplicatedPair, duplicatedPairs, textsOf } from "./duplicated-text.js";
import { SubmissionState } from "./submission-state.js";
import { revisionsBySubmission } from "./submission.loader.js";
import { findSubmissions } from "./submission.repository.js";

const unfinished: ReadonlySet<SubmissionState> = new Set([SubmissionState.DRAFT, SubmissionState.WITHDRAWN]);

/** V20 over a campaign: the pairs of current submissions that say nearly the same. */
export async function readDuplicatedTexts(
  context: SubgraphContext,
  campaign: string,
): Promise<DuplicatedPair[]> {
  const sent = (await findSubmissions(context, campaign)).filter(({ state }) => !unfinished.has(state));
  const texts = await Promise.all(
    sent.map(async ({ id, revision }) => {
      const revisions = await revisionsBySubmission(context).load(id);
      const current = revisions.find((candidate) => candidate.revision === revision);
      return textsOf(id, current?.responses.flat() ?? []);
    }),
  );
  return duplicatedPairs(texts.flat());
}
