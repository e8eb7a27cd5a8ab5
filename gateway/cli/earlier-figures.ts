import type { Answer } from "../../subgraphs/offline.js";
import type { HubClient } from "../sdk/client.js";
import { type EarlierFigures, readEarlierFigures } from "../sdk/operations.js";

/** What an office last said in an earlier campaign. */
export interface LastYear {
  readonly campaign: string;
  readonly answers: readonly Answer[];
}

/** Finds what an office said last: of the latest earlier campaign, the approved revision, else the latest. */
export type FindLastYear = (place: {
  readonly campaign: string;
  readonly establishment: string;
  readonly office: string | null;
}) => LastYear | null;

/** Asks the hub once for everything that the caller may see of earlier campaigns. */
export async function earlierFigures(hub: HubClient): Promise<FindLastYear> {
  const { data } = await hub.ask(readEarlierFigures, {});
  const sent = data.submissions.filter(({ state }) => state !== "WITHDRAWN");
  return ({ campaign, establishment, office }) => {
    const earlier = sent.filter(
      (submission) =>
        submission.establishment?.code === establishment &&
        (office === null || submission.office === office) &&
        // Codes of campaigns are years: their order is that of time.
        submission.campaign < campaign,
    );
    const [last] = earlier.sort((left, right) => (left.campaign < right.campaign ? 1 : -1));
    return last ? { campaign: last.campaign, answers: answersOf(last) } : null;
  };
}

const answersOf = ({ revisions, approvedRevision }: EarlierFigures): readonly Answer[] =>
  (revisions.find(({ revision }) => revision === approvedRevision) ?? revisions.at(-1))?.answers ?? [];
