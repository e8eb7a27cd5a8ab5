import { setFlagsFromString } from "node:v8";
import { judgeOffline } from "../../subgraphs/offline.js";
import { sourceOfFile } from "../figures-file/figure-source.js";
import { placeIssues } from "../figures-file/place-issues.js";
import type { Tell } from "../figures-file/problem.js";
import { FigureReader, type OfficeFigures } from "../figures-file/read-figures.js";
import { openFigureFile } from "../figures-file/read-file.js";
import type { Reference } from "../figures-file/reference.js";
import { largestSinglePart } from "../figures-file/row-store.js";
import { RowOrder } from "../figures-file/row-order.js";
import { cannotBeRead, watched } from "./watched-source.js";

/** A file with what can be said of it before the hub sees it. */
export interface CheckedFile {
  readonly format: string | null;
  readonly offices: number;
  readonly answers: number;
  /** True when the hub would take every push of the file, as far as one can tell from here. */
  readonly isAcceptable: boolean;
  /** What each office says, one after the other. */
  readonly figures: () => Generator<OfficeFigures>;
  readonly close: () => void;
}

/** How the figures are meant to be sent. */
export interface Sending {
  readonly mode: "DRY_RUN" | "DRAFT" | "SUBMIT";
  readonly reason: string | null;
  readonly noticeVersion: string | null;
}

/** Finds what the rules ask of the campaigns that a file names. */
export type FindReference = (campaigns: readonly string[]) => Promise<Reference>;

/** Told how much of the work is done, from 0 to 1. */
export type OnProgress = (share: number) => void;

/**
 * Reads a file and applies the hub's own rules to it, here; problems are told in row order as they are found. The file
 * is taken as a whole or not at all.
 */
export async function checkFile(
  path: string,
  sending: Sending,
  findReference: FindReference,
  tell: Tell,
  onProgress: OnProgress = () => undefined,
): Promise<CheckedFile> {
  let isAcceptable = true;
  const inOrder = new RowOrder(tell);
  // What cannot be read of a file keeps all of it from being sent.
  const unreadable: Tell = (problem) => {
    isAcceptable = false;
    inOrder.tell(problem);
  };
  const source = await sourceOfFile(path).catch(cannotBeRead(path));
  if (source.size > largestSinglePart) keepHeapTight();
  const file = await openFigureFile(
    watched(source, path, (share) => onProgress((shareOfReading * share) / 2)),
    unreadable,
  );
  const reference = await findReference(file.campaigns);
  const reader = new FigureReader(reference);
  let [offices, answers] = [0, 0];
  for (let part = 0; part < file.parts; part += 1) {
    for (const figures of file.officesOf(part, reader, unreadable)) {
      offices += 1;
      answers += figures.answers.length;
      if (!judge(figures, sending, reference, inOrder.tell)) isAcceptable = false;
    }
    onProgress(shareOfReading + ((part + 1) / file.parts) * (1 - shareOfReading));
    // Lets Ctrl-C in between two parts.
    await new Promise(setImmediate);
  }
  inOrder.end();
  return {
    format: file.format,
    offices,
    answers,
    isAcceptable,
    *figures() {
      for (let part = 0; part < file.parts; part += 1) yield* file.officesOf(part, reader, () => undefined);
    },
    close: file.close,
  };
}

// By itself the heap grows to several times of what lives in it before anything is collected: a long file would look
// as if it were kept in memory.
const keepHeapTight = (): void => setFlagsFromString("--heap-growing-percent=20");

/** Tells what the rules say of one office; true when the hub would take its push. */
function judge(figures: OfficeFigures, sending: Sending, reference: Reference, tell: Tell): boolean {
  const { answers, form, campaign, establishment, office, unreadRows } = figures;
  const { status, issues } = judgeOffline(answers, form, {
    ...sending,
    establishment,
    office,
    peerGroup: reference.establishments.get(establishment)?.peerGroup ?? null,
    period: reference.campaigns.get(campaign)?.period ?? null,
  });
  // A cell that could not be read leaves its answer without value: the rules would tell it a second time.
  for (const problem of placeIssues(issues, figures))
    if (problem.row === null || !unreadRows.has(problem.row)) tell(problem);
  return status !== "REJECTED";
}

// Reading a file twice, for its encoding and for its rows, takes about half of the time.
const shareOfReading = 0.5;
