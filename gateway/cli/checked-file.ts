import { judgeOffline } from "../../subgraphs/index.js";
import { UsageError } from "./exit-code.js";
import { placeIssues } from "./reading/place-issues.js";
import type { Problem } from "./reading/problem.js";
import type { OfficeFigures } from "./reading/read-figures.js";
import { type ReadFile, readFigureFile } from "./reading/read-file.js";
import { readReference } from "./reading/reference.js";

/** A file with everything that can be said of it before the hub sees it. */
export interface CheckedFile extends Pick<ReadFile, "format"> {
  readonly offices: readonly OfficeFigures[];
  readonly problems: readonly Problem[];
  /** True when the hub would take every push of the file, as far as one can tell from here. */
  readonly isAcceptable: boolean;
}

/** How the figures are meant to be sent. */
export interface Sending {
  readonly mode: "DRY_RUN" | "DRAFT" | "SUBMIT";
  readonly reason: string | null;
  readonly noticeVersion: string | null;
}

/** Reads a file and applies the hub's own rules to it, here; it is taken as a whole or not at all. */
export async function checkFile(path: string, sending: Sending): Promise<CheckedFile> {
  const reference = readReference();
  const read = await readFigureFile(path, reference).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError({
      fr: `${path} ne peut pas être lu (${error.code ?? error.message}).`,
      en: `${path} cannot be read (${error.code ?? error.message}).`,
    });
  });
  const unreadRows = new Set(read.problems.map(({ row }) => row));
  const verdicts = read.offices.map((office) => {
    const { establishment } = office;
    const { status, issues } = judgeOffline(office.answers, office.form, {
      ...sending,
      establishment,
      office: office.office,
      peerGroup: reference.establishments.get(establishment)?.peerGroup ?? null,
      period: reference.campaigns.get(office.campaign)?.period ?? null,
    });
    // A cell that could not be read leaves its answer without value: the rules would tell it a second time.
    const problems = placeIssues(issues, office).filter(({ row }) => row === null || !unreadRows.has(row));
    return { isAcceptable: status !== "REJECTED", problems };
  });
  return {
    ...read,
    problems: inRowOrder([...read.problems, ...verdicts.flatMap(({ problems }) => problems)]),
    isAcceptable: read.problems.length === 0 && verdicts.every((verdict) => verdict.isAcceptable),
  };
}

// What is in no row comes last.
const inRowOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((left, right) => (left.row ?? Infinity) - (right.row ?? Infinity) || 0);
