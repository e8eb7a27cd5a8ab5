import Table from "cli-table3";
import type { LastYear } from "./earlier-figures.js";
import { inLanguage, type TerminalLanguage } from "./language.js";
import { problemTable } from "./problem-table.js";
import type { ProblemTally } from "./problem-tally.js";
import type { OfficeResult, PushOptions } from "./push-figures.js";
import type { Words } from "../figures-file/problem.js";
import { changesSince } from "./year-on-year.js";

/** What became of the push of one office, for the summary of a file of several. */
export type Outcome = "ACCEPTED" | "ACCEPTED_WITH_WARNINGS" | "REJECTED" | "CONFLICT" | "UNCHANGED";

const outcomes: Record<Outcome, Words> = {
  ACCEPTED: { fr: "accepté", en: "accepted" },
  ACCEPTED_WITH_WARNINGS: { fr: "accepté, points à revoir", en: "accepted, points to review" },
  REJECTED: { fr: "rejeté", en: "rejected" },
  CONFLICT: { fr: "en conflit", en: "in conflict" },
  UNCHANGED: { fr: "inchangé", en: "unchanged" },
};
const isRefusal = (outcome: Outcome): boolean => outcome === "REJECTED" || outcome === "CONFLICT";

// What the hub holds already as it is sent: a push before this one, or the same figures under another key.
const settled: ReadonlySet<string> = new Set(["SUBMITTED", "APPROVED", "PUBLISHED"]);

/** What became of one push; figures that the hub already had are unchanged, not in conflict. */
export function outcomeOf({ result, isReplay }: OfficeResult, mode: PushOptions["mode"]): Outcome {
  const { status, difference, submission } = result;
  if (status === "CONFLICT") {
    const isHeld = mode === "DRAFT" || settled.has(submission?.state ?? "");
    return difference.length === 0 && isHeld ? "UNCHANGED" : "CONFLICT";
  }
  return isReplay ? "UNCHANGED" : status;
}

interface Line {
  readonly establishment: string;
  readonly office: string;
  readonly outcome: Outcome;
  readonly revision: number | null;
  readonly points: number;
  readonly receiptPath: string | null;
  readonly changes: number | null;
}

// A file of thousands of offices is told by its counts and by what was refused.
const mostLines = 200;

const heads = {
  fr: ["établissement", "bureau", "résultat", "révision", "points", "écarts", "reçu"],
  en: ["establishment", "office", "outcome", "revision", "points", "changes", "receipt"],
} as const;

/** What became of each office of a file, in the order of the file. */
export class PushSummary {
  private readonly lines: Line[] = [];

  get isEmpty(): boolean {
    return this.lines.length === 0;
  }

  get isAnyRefused(): boolean {
    return this.lines.some(({ outcome }) => isRefusal(outcome));
  }

  add(
    answered: OfficeResult,
    mode: PushOptions["mode"],
    receiptPath: string | null,
    before: LastYear | null,
  ): void {
    const { office, result } = answered;
    this.lines.push({
      establishment: office.establishment,
      office: result.submission?.office ?? office.office ?? "–",
      outcome: outcomeOf(answered, mode),
      revision: result.revision,
      points: result.issues.length,
      receiptPath,
      changes: before === null ? null : changesSince(office.answers, before).length,
    });
  }

  /** The summary as a person reads it: refused offices first to mend, then what each office was answered. */
  text(tally: ProblemTally, language: TerminalLanguage): string {
    const say = (words: Words): string => inLanguage(words, language);
    const shown =
      this.lines.length <= mostLines
        ? this.lines
        : this.lines.filter(({ outcome }) => isRefusal(outcome)).slice(0, mostLines);
    const table = new Table({ head: [...heads[language]], style: { head: [], border: [] } });
    for (const { establishment, office, outcome, revision, points, receiptPath, changes } of shown)
      table.push([
        establishment,
        office,
        say(outcomes[outcome]),
        String(revision ?? "–"),
        String(points),
        String(changes ?? "–"),
        receiptPath ?? "–",
      ]);
    const counts = (Object.keys(outcomes) as Outcome[])
      .map((outcome) => [outcome, this.lines.filter((line) => line.outcome === outcome).length] as const)
      .filter(([, count]) => count > 0)
      .map(([outcome, count]) => `${count} ${say(outcomes[outcome])}`);
    return [
      ...(tally.total > 0 ? [problemTable(tally, language)] : []),
      ...(shown.length > 0 ? [table.toString()] : []),
      say({
        fr: `${this.lines.length} bureau(x) : ${counts.join(" · ")}.`,
        en: `${this.lines.length} office(s): ${counts.join(" · ")}.`,
      }),
      say({
        fr: "Chaque bureau est un envoi à part : ce qui est refusé à l'un n'empêche pas les autres, et rien n'est appliqué à moitié. Relancer la même commande ne compte rien deux fois.",
        en: "Each office is a push of its own: what one is refused does not hold back the others, and nothing is applied in part. Running the same command again counts nothing twice.",
      }),
    ].join("\n");
  }
}
