import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { UsageError } from "./exit-code.js";
import type { OfficeResult } from "./push-figures.js";

/** What an establishment keeps of an accepted push: `verify-audit --receipt` checks a database against it. */
export interface Receipt {
  /** Chain, place in it and its head after the push: `<chain>/<sequence>/<head>`. */
  readonly receipt: string;
  readonly campaign: string;
  readonly establishment: string;
  readonly office: string;
  readonly revision: number | null;
  readonly submission: string;
  readonly contentHash: string | null;
  readonly receivedAt: string | null;
}

/** The receipt of an answer; null when nothing was written. */
export function receiptOf({ office, result }: OfficeResult): Receipt | null {
  const { receipt, submission, revision, contentHash } = result;
  if (receipt === null || submission === null) return null;
  return {
    receipt,
    campaign: office.campaign,
    establishment: office.establishment,
    office: submission.office,
    revision,
    submission: submission.id,
    contentHash,
    receivedAt: submission.submittedAt,
  };
}

const defaultName = ({ campaign, office, revision }: Receipt): string =>
  `recu-${campaign}-${office}-r${revision}.json`.replace(/[^\p{Letter}\p{Number}._-]+/gu, "-");

/** Where receipts go: a file for one office, a folder for several; the current folder by default. */
export function receiptPlace(asked: string | undefined, offices: number): (receipt: Receipt) => string {
  if (asked === undefined) return defaultName;
  const isFolder = offices > 1 || extname(asked) === "" || isExistingFolder(asked);
  return isFolder ? (receipt) => join(asked, defaultName(receipt)) : () => asked;
}

const isExistingFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** Writes a receipt and gives its path; another receipt of that name is never replaced. */
export function writeReceipt(receipt: Pick<Receipt, "receipt">, path: string): string {
  const text = `${JSON.stringify(receipt, null, 2)}\n`;
  try {
    const folder = join(path, "..");
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
    for (let copy = 1; ; copy += 1) {
      const name = copy === 1 ? path : path.replace(/(\.[^.\\/]*)?$/, `-${copy}$1`);
      if (!existsSync(name)) {
        writeFileSync(name, text, { flag: "wx" });
        return name;
      }
      if (readFileSync(name, "utf8") === text) return name;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError({
      fr: `${path} ne peut pas être écrit (${code}) ; l'envoi, lui, est reçu. Gardez ce reçu : ${receipt.receipt}`,
      en: `${path} cannot be written (${code}); the push itself is received. Keep this receipt: ${receipt.receipt}`,
    });
  }
}
