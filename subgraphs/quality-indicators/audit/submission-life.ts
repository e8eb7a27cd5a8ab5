/** Something that happened to a submission, as the audit keeps it. */
export interface LifeEvent {
  readonly event: string;
  readonly revision: number;
  readonly actor: string;
  readonly atMicroseconds: string;
}

/** Where a submission stands. */
export interface Standing {
  readonly state: string | null;
  readonly currentRevision: number | null;
  readonly approvedRevision: number | null;
  readonly approvedBy: string | null;
  readonly approvedAtMicroseconds: string | null;
  readonly publishedRevision: number | null;
}

const unborn: Standing = {
  state: null,
  currentRevision: null,
  approvedRevision: null,
  approvedBy: null,
  approvedAtMicroseconds: null,
  publishedRevision: null,
};
const noApproval = { approvedRevision: null, approvedBy: null, approvedAtMicroseconds: null };

const approvalBy = ({ revision, actor, atMicroseconds }: LifeEvent): Partial<Standing> => ({
  approvedRevision: revision,
  approvedBy: actor,
  approvedAtMicroseconds: atMicroseconds,
});

/** The approval that stands once a later one was taken back: that of what is published, unless it was withdrawn since. */
function approvalBefore(life: readonly LifeEvent[], published: number | null): Partial<Standing> {
  const ofPublished = life.find(({ event, revision }) => event === "APPROVED" && revision === published);
  const isWithdrawn = life.some(
    ({ event, revision }) => event === "WITHDRAWN" && published !== null && revision >= published,
  );
  return ofPublished && !isWithdrawn ? approvalBy(ofPublished) : noApproval;
}

/** Where a submission stands after what happened to it, the first event first. */
export const standingAfter = (life: readonly LifeEvent[]): Standing =>
  life.reduce<Standing>(
    (before, happened, index) => ({ ...before, ...change(before, happened, life.slice(0, index)) }),
    unborn,
  );

function change(before: Standing, happened: LifeEvent, past: readonly LifeEvent[]): Partial<Standing> {
  switch (happened.event) {
    case "CREATED":
    case "REVISED":
    case "CORRECTED":
      return { state: "DRAFT", currentRevision: happened.revision };
    case "VALIDATED":
      return { state: "SUBMITTED" };
    case "RETURNED":
      return { state: "RETURNED" };
    case "APPROVED":
      return { state: "APPROVED", ...approvalBy(happened) };
    case "UNAPPROVED":
      return { state: "RETURNED", ...approvalBefore(past, before.publishedRevision) };
    case "PUBLISHED":
      return {
        publishedRevision: happened.revision,
        ...(before.state === "APPROVED" ? { state: "PUBLISHED" } : {}),
      };
    case "WITHDRAWN":
      return { state: "WITHDRAWN", ...noApproval };
    default:
      return {};
  }
}
