import { LostPart } from "../../../parts/lost-part.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { portalStewardQueue } from "../parts/queue.operation.js";
import { readOrLost } from "../parts/read-or-lost.js";
import type { Tried } from "../parts/tried.js";
import type { Group } from "../parts/opened-campaigns.js";
import { Delays } from "./delays.js";
import { expectedOffices } from "./expected-offices.js";
import { DuplicatedTexts, type DuplicatedPair, readDuplicates } from "./duplicated-texts.js";
import { portalStewardLockExceptions } from "./lock-exceptions.operation.js";
import type { GrantedDelay, QueuedSubmission } from "./collected.js";
import { SubmissionsQueue } from "./submissions-queue.js";

/** What only those who collect may read of a campaign; null where it cannot be read now. */
export interface CollectionRead {
  readonly submissions: readonly QueuedSubmission[] | null;
  readonly delays: readonly GrantedDelay[] | null;
  readonly duplicates: readonly DuplicatedPair[] | null;
  readonly isPartial: boolean;
}

/** Reads the queue, the delays granted and the texts that look alike. */
export async function readCollection(asked: WorkspaceAsked, campaign: string): Promise<CollectionRead> {
  const [queue, delays, duplicates] = await Promise.all([
    readOrLost(asked.ask(portalStewardQueue, { campaign })),
    readOrLost(asked.ask(portalStewardLockExceptions, { campaign })),
    readOrLost(readDuplicates(asked, campaign)),
  ]);
  return {
    submissions: queue?.data.submissions ?? null,
    delays: delays && (delays.data.form?.window?.lockExceptions ?? []),
    duplicates,
    isPartial: queue === null || delays === null || duplicates === null || queue.lost.length > 0,
  };
}

interface CollectionProps {
  readonly asked: WorkspaceAsked;
  readonly tried: Tried | null;
  readonly campaign: string;
  readonly collection: CollectionRead;
  readonly missing: Group["missing"];
}

/** What those who collect do in a campaign. */
export const Collection = ({ asked, tried, campaign, collection, missing }: CollectionProps) => {
  const { submissions, delays, duplicates } = collection;
  const offices = expectedOffices(asked, submissions ?? [], missing);
  const lost = <LostPart language={asked.language} />;
  return (
    <>
      {submissions ? <SubmissionsQueue asked={asked} campaign={campaign} submissions={submissions} /> : lost}
      {delays ? <Delays asked={asked} tried={tried} delays={delays} offices={offices} /> : lost}
      {duplicates ? (
        <DuplicatedTexts language={asked.language} pairs={duplicates} submissions={submissions ?? []} />
      ) : (
        lost
      )}
    </>
  );
};
