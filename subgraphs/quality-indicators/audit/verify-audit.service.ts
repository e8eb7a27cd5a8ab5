import type { JWK } from "jose";
import type { DatabaseAddress } from "../../shared/database-address.js";
import { findingOf, type FindingReport } from "./finding.js";
import { commentsInOrder, findEntriesWithoutComment } from "./kept-comments.repository.js";
import { findEntriesWithoutReminder, remindersInOrder } from "./kept-reminders.repository.js";
import { type ReceiptPlace, readReceipt, receiptOf } from "./receipt.js";
import { findSeals, findUnknownHeads } from "./seal.repository.js";
import {
  atOneInstant,
  entriesInOrder,
  findEntriesWithoutRevision,
  findEntriesWithoutVintage,
  findKeysWithoutEntry,
  findReceiptHeads,
  findUnequalPublications,
  readChainEnds,
  revisionsInOrder,
  type Snapshot,
  submissionsInOrder,
} from "./verification.repository.js";
import { ChainVerifier } from "./verify-chains.js";
import { verifyComment } from "./verify-comments.js";
import { verifyReminder } from "./verify-reminders.js";
import { compareSeals, reportMissingDays, type SignedSeal, verifySignature } from "./verify-seals.js";
import { verifyRevision, verifySubmission } from "./verify-submissions.js";

/** What a verification is made against. */
export interface AuditWitness {
  /** Receipts that establishments kept. */
  readonly receipts: readonly string[];
  /** Seals of days that somebody kept. */
  readonly seals: readonly SignedSeal[];
  /** The public keys that the hub signs, or signed, with. */
  readonly keys: readonly JWK[];
}

/** How much was verified; what is wrong was reported meanwhile. */
export interface AuditVerification {
  readonly chains: number;
  readonly entries: number;
  readonly submissions: number;
  readonly revisions: number;
  readonly comments: number;
  readonly reminders: number;
  readonly seals: number;
  readonly receipts: number;
  readonly findings: number;
}

const batch = 2_000;

/**
 * Verifies the audit of a database at one instant, in memory that does not grow with it: chains, what they say of
 * submissions, of comments on figures and of reminders, seals, and what witnesses kept. Each fault is reported when found. Writes nothing.
 */
export async function verifyAudit(
  address: DatabaseAddress,
  witness: AuditWitness,
  onFinding: FindingReport,
): Promise<AuditVerification> {
  let findings = 0;
  const report: FindingReport = (finding) => {
    findings += 1;
    onFinding(finding);
  };
  return atOneInstant(address, async (snapshot) => {
    const chains = await verifyChains(snapshot, report);
    const submissions = await verifySubmissions(snapshot, report);
    const said = await verifySaid(snapshot, report);
    const seals = await verifySeals(snapshot, witness, report);
    await verifyReceipts(snapshot, witness.receipts, report);
    return { ...chains, ...submissions, ...said, seals, receipts: witness.receipts.length, findings };
  });
}

async function verifyChains(snapshot: Snapshot, report: FindingReport) {
  const verifier = new ChainVerifier(report);
  for await (const entry of entriesInOrder(snapshot, batch)) verifier.add(entry);
  verifier.end(await readChainEnds(snapshot));
  return { chains: verifier.chains, entries: verifier.entries };
}

async function verifySubmissions(snapshot: Snapshot, report: FindingReport) {
  let [submissions, revisions] = [0, 0];
  for await (const revision of revisionsInOrder(snapshot, batch)) {
    verifyRevision(revision, report);
    revisions += 1;
  }
  for await (const submission of submissionsInOrder(snapshot, batch)) {
    verifySubmission(submission, report);
    submissions += 1;
  }
  for (const entry of await findEntriesWithoutRevision(snapshot))
    report(findingOf("REVISION_MISSING", entry, { submission: entry.submission, revision: entry.revision }));
  for (const entry of await findEntriesWithoutVintage(snapshot))
    report(findingOf("VINTAGE_MISSING", entry, { vintage: entry.vintage }));
  for (const entry of await findUnequalPublications(snapshot))
    report(findingOf("PUBLICATION_DIFFERS", entry, { vintage: entry.vintage, submission: entry.submission }));
  for (const kept of await findKeysWithoutEntry(snapshot))
    report(findingOf("KEY_RECEIPT_UNKNOWN", kept, { receipt: kept.receipt, key: kept.key }));
  return { submissions, revisions };
}

/** What establishments said of figures, and what offices were reminded of. */
async function verifySaid(snapshot: Snapshot, report: FindingReport) {
  let [comments, reminders] = [0, 0];
  for await (const comment of commentsInOrder(snapshot, batch)) {
    verifyComment(comment, report);
    comments += 1;
  }
  for (const entry of await findEntriesWithoutComment(snapshot))
    report(findingOf("COMMENT_MISSING", entry, { comment: entry.comment }));
  for await (const reminder of remindersInOrder(snapshot, batch)) {
    verifyReminder(reminder, report);
    reminders += 1;
  }
  for (const entry of await findEntriesWithoutReminder(snapshot))
    report(findingOf("REMINDER_MISSING", entry, { campaign: entry.campaign }));
  return { comments, reminders };
}

async function verifySeals(
  snapshot: Snapshot,
  witness: AuditWitness,
  report: FindingReport,
): Promise<number> {
  const kept = await findSeals(snapshot);
  const byDay = new Map(kept.map((seal) => [seal.day, seal]));
  reportMissingDays([...byDay.keys()], report);
  for (const given of witness.seals) compareSeals(given, byDay, report);
  for (const { day, heads, sealedAt, signature } of [...kept, ...witness.seals])
    await verifySignature({ day, heads, sealedAt, signature }, witness.keys, report);
  for (const { day, chain } of await findUnknownHeads(snapshot, [...kept, ...witness.seals]))
    report(findingOf("SEALED_HEAD_UNKNOWN", { chain, sequence: null }, { day }));
  return kept.length;
}

async function verifyReceipts(
  snapshot: Snapshot,
  receipts: readonly string[],
  report: FindingReport,
): Promise<void> {
  const places: ReceiptPlace[] = [];
  for (const receipt of receipts) {
    const place = readReceipt(receipt);
    if (place) places.push(place);
    else report(findingOf("RECEIPT_UNREADABLE", { chain: null, sequence: null }, { receipt }));
  }
  const found = await findReceiptHeads(snapshot, places);
  places.forEach((place, index) => {
    const head = found[index]?.head ?? null;
    const values = { receipt: receiptOf(place) };
    if (head === null) report(findingOf("RECEIPT_UNKNOWN", place, values));
    else if (!head.equals(place.head)) report(findingOf("RECEIPT_DIFFERS", place, values));
  });
}
