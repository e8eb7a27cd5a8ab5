import { hashOf } from "../../shared/canonical-json.js";
import { AuditEvent } from "./audit-event.js";
import { findingOf, type FindingReport } from "./finding.js";
import type { KeptComment, ToldOfComment } from "./kept-comments.repository.js";
import { hashedInstant } from "./verification.repository.js";

const eventOf: Readonly<Record<string, AuditEvent>> = {
  ANSWERED: AuditEvent.FIGURE_COMMENT_ANSWERED,
  WITHDRAWN: AuditEvent.FIGURE_COMMENT_WITHDRAWN,
};

/** Checks a comment on a figure, and what it came to, against the entries that tell of them. */
export function verifyComment(kept: KeptComment, report: FindingReport): void {
  const { chain, id, written, writtenBy, outcome, told } = kept;
  const tell = (code: "COMMENT_CHANGED" | "COMMENT_OUTCOME_CHANGED", { sequence }: ToldOfComment): void =>
    report(findingOf(code, { chain, sequence }, { comment: id }));
  const only = (event: AuditEvent): ToldOfComment | null => {
    const [entry = null, ...more] = told.filter((one) => one.event === event);
    if (entry !== null && more.length === 0) return entry;
    const values = { comment: id, expected: event, found: entry === null ? 0 : more.length + 1 };
    report(findingOf("COMMENT_UNRECORDED", { chain, sequence: entry?.sequence ?? null }, values));
    return null;
  };

  const open = hashOf({ ...written, state: "OPEN", answer: null, decidedAt: null });
  const creation = only(AuditEvent.FIGURE_COMMENTED);
  if (creation && !(creation.after === open && isBy(creation, writtenBy, written.writtenAt)))
    tell("COMMENT_CHANGED", creation);
  if (outcome === null) return;
  const { state, answer, decidedBy, decidedAt: decided } = outcome;
  const event = eventOf[state];
  const decision = event ? only(event) : null;
  const decidedAt = hashedInstant(decided);
  const after = hashOf({ ...written, state, answer, decidedAt });
  // What it came to covers the comment itself: told once, of the comment.
  const isComment = creation?.after === open;
  if (decision && isComment && !(decision.after === after && isBy(decision, decidedBy, decidedAt)))
    tell("COMMENT_OUTCOME_CHANGED", decision);
}

const isBy = ({ actor, at }: ToldOfComment, who: string, when: string): boolean =>
  actor === who && hashedInstant(at) === when;
