import type { Language } from "../../../language.js";
import { wordsOf } from "../../../parts/text.js";
import type { Outcome } from "../../workspace-page.js";
import type { FiguresCase, Revision } from "../case/figures-case.js";
import { whenIn } from "../case/when.js";
import { receiptWords } from "./words.js";

/** What proves that a revision was received; `carrefour verify-audit --receipt` checks the file of it. */
export interface Receipt {
  readonly receipt: string;
  readonly campaign: string;
  readonly establishment: string;
  readonly office: string;
  readonly revision: number;
  readonly submission: string;
  readonly contentHash: string;
  readonly receivedAt: string;
}

/** The receipt of what was submitted last, else of the last draft, with the revision that it is of. */
export function receiptOf({
  campaign,
  establishment,
  submission,
}: FiguresCase): { readonly receipt: Receipt; readonly revision: Revision } | null {
  if (submission === null) return null;
  const { revisions, audit } = submission;
  const revision = revisions.filter(({ mode }) => mode === "SUBMIT").at(-1) ?? revisions.at(-1);
  if (!revision) return null;
  // A push of its own writes one entry or two; its receipt is that of the last of them.
  const entry = audit
    .filter(
      (event) =>
        event.revision === revision.revision &&
        ["CREATED", "REVISED", "CORRECTED", "VALIDATED"].includes(event.event),
    )
    .at(-1);
  if (!entry) return null;
  return {
    revision,
    receipt: {
      receipt: entry.receipt,
      campaign,
      establishment: establishment.code,
      office: submission.office,
      revision: revision.revision,
      submission: submission.id,
      contentHash: revision.contentHash,
      receivedAt: revision.submittedAt,
    },
  };
}

/** The receipt as a file. */
export function receiptFile(
  figures: FiguresCase,
  { receipt, revision }: { readonly receipt: Receipt; readonly revision: Revision },
  format: "txt" | "json",
  language: Language,
): Outcome {
  const name = `carrefour-${language === "fr" ? "recu" : "receipt"}-${receipt.campaign}-${receipt.office}-r${receipt.revision}`;
  if (format === "json") {
    const bytes = Buffer.from(`${JSON.stringify(receipt, null, 2)}\n`);
    return { kind: "file", name: `${name}.json`, type: "application/json; charset=utf-8", bytes };
  }
  const say = receiptWords(language);
  const colon = language === "fr" ? " : " : ": ";
  const lines = [
    say("textTitle"),
    "",
    `${say("receipt")}${colon}${receipt.receipt}`,
    `${say("hash")}${colon}${receipt.contentHash}`,
    `${say("when")} ${whenIn(language, receipt.receivedAt)}`,
    `${say("who")} ${revision.submittedBy}`,
    `${say("establishment")}${colon}${wordsOf(figures.establishment.name, language)} (${receipt.establishment})`,
    `${say("office")}${colon}${receipt.office}`,
    `${say("revision")}${colon}${receipt.revision}`,
    `${say("notice")}${colon}${revision.noticeVersion ?? say("noNotice")}`,
  ];
  const bytes = Buffer.from(`${lines.join("\n")}\n`);
  return { kind: "file", name: `${name}.txt`, type: "text/plain; charset=utf-8", bytes };
}
