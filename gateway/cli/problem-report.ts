import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { extname, resolve } from "node:path";
import { UsageError } from "./exit-code.js";
import { inLanguage, type TerminalLanguage } from "./language.js";
import { beforeInterruption } from "./interruption.js";
import type { Problem } from "../figures-file/problem.js";
import { reportFormats, type ToldProblem } from "./report-format.js";

/** Refuses a report that has no known ending, or that would replace the file it is about. */
export function refuseReport(report: string, file: string): void {
  if (!(extname(report).toLowerCase() in reportFormats))
    throw new UsageError({
      fr: `--report ${report} : terminaison inconnue ; attendu : ${Object.keys(reportFormats).join(" | ")}`,
      en: `--report ${report}: unknown ending; expected: ${Object.keys(reportFormats).join(" | ")}`,
    });
  if (resolve(report) === resolve(file))
    throw new UsageError({
      fr: "Le rapport remplacerait le fichier vérifié. Donnez un autre nom.",
      en: "The report would replace the checked file. Give another name.",
    });
}

// Problems are written in batches of this many: memory stays flat however many there are.
const batchLength = 500;

/**
 * A report on problems, in the format of its file name, written as they come. The file takes its name when it is
 * complete: who finds it there has all of it.
 */
export class ReportFile {
  private readonly partial: string;
  private readonly file: number;
  private readonly stayCalm: () => void;
  private batch: ToldProblem[] = [];
  private total = 0;

  constructor(
    private readonly path: string,
    private readonly language: TerminalLanguage,
  ) {
    this.partial = `${path}.${process.pid}.partial`;
    this.file = this.orRefuse(() => openSync(this.partial, "wx"));
    this.stayCalm = beforeInterruption(() => this.abandon());
    this.write(this.format.begin(language));
  }

  private get format() {
    return reportFormats[extname(this.path).toLowerCase()] ?? reportFormats[".json"]!;
  }

  add({ messages, ...problem }: Problem): void {
    this.batch.push({ ...problem, message: inLanguage(messages, this.language) });
    if (this.batch.length === batchLength) this.writeBatch();
  }

  /** Completes the report and gives it its name. */
  finish(): void {
    this.writeBatch();
    this.write(this.format.end(this.total, this.language));
    closeSync(this.file);
    this.orRefuse(() => renameSync(this.partial, this.path));
    this.stayCalm();
  }

  /** Takes an incomplete report away. */
  abandon(): void {
    rmSync(this.partial, { force: true });
    this.stayCalm();
  }

  private writeBatch(): void {
    if (this.batch.length > 0) this.write(this.format.rows(this.batch, this.total === 0));
    this.total += this.batch.length;
    this.batch = [];
  }

  private write(text: string): void {
    const bytes = Buffer.from(text);
    this.orRefuse(() => {
      for (let done = 0; done < bytes.length;) done += writeSync(this.file, bytes, done);
    });
  }

  private orRefuse<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      rmSync(this.partial, { force: true });
      const { code } = error as NodeJS.ErrnoException;
      throw new UsageError({
        fr: `${this.path} ne peut pas être écrit (${code}).`,
        en: `${this.path} cannot be written (${code}).`,
      });
    }
  }
}
