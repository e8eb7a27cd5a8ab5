import { contentHashOf } from "../submission/content-hash.js";
import { findingOf, type FindingReport } from "./finding.js";
import { type Standing, standingAfter } from "./submission-life.js";
import { hashedInstant, type KeptRevision, type KeptSubmission } from "./verification.repository.js";

/** Checks a revision against its hash, and against the one entry of its creation. */
export function verifyRevision(kept: KeptRevision, report: FindingReport): void {
  const { establishmentCode: chain, submission, revision, contentHash, told } = kept;
  const values = { submission, revision };
  const sequence = told[0]?.sequence ?? null;
  if (contentHashOf(kept, { ...kept, submittedAt: hashedInstant(kept.submittedAt) }) !== contentHash)
    report(findingOf("REVISION_CHANGED", { chain, sequence }, values));
  if (told.length !== 1)
    report(findingOf("REVISION_UNRECORDED", { chain, sequence }, { ...values, found: told.length }));
  else if (told[0]?.hash !== contentHash) report(findingOf("REVISION_DIFFERS", { chain, sequence }, values));
}

const fields = [
  "state",
  "currentRevision",
  "approvedRevision",
  "approvedBy",
  "approvedAtMicroseconds",
  "publishedRevision",
] as const satisfies readonly (keyof Standing)[];

/** Checks where a submission stands against what the audit says happened to it. */
export function verifySubmission(kept: KeptSubmission, report: FindingReport): void {
  const expected = standingAfter(kept.life);
  for (const field of fields)
    if (kept[field] !== expected[field])
      report(
        findingOf(
          "STATE_DIFFERS",
          { chain: kept.establishment, sequence: null },
          { submission: kept.id, field, found: kept[field] ?? "–", expected: expected[field] ?? "–" },
        ),
      );
}
