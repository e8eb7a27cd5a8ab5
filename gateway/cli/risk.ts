import { type MeasuredRisk, measureRisk } from "../../subgraphs/offline.js";
import { readTerminalConfig } from "../config.js";
import { exitCodes } from "./exit-code.js";
import { inLanguage, type TerminalLanguage } from "./language.js";
import { printable } from "./problem-table.js";
import { withProgress } from "./progress-bar.js";
import type { Problem, Words } from "../figures-file/problem.js";
import { riskColumnsOf } from "./risk-columns.js";
import { readRiskFile } from "./risk-file.js";
import { riskTable } from "./risk-table.js";

/** What `carrefour risk` is told. */
export interface RiskOptions {
  readonly keys: string;
  readonly sensitive?: string;
  readonly weights?: string;
  readonly json?: true;
  readonly lang?: TerminalLanguage;
}

/** Prints the risk of a file; ends with 1 when a row of it cannot be used, each told with its place. */
export async function risk(file: string, options: RiskOptions): Promise<void> {
  const language = options.lang ?? readTerminalConfig().language;
  const columns = riskColumnsOf(options);
  const problems = new FirstProblems();
  const counted = await withProgress("{bar} {percentage} %", 1, (onProgress) =>
    readRiskFile(file, columns, problems.tell, onProgress),
  );
  if (counted === null) {
    console.error(problems.told(language));
    process.exitCode = exitCodes.refused;
    return;
  }
  const measured = measureRisk(counted, { emptyMatches: true });
  console.log(options.json ? JSON.stringify(asJson(measured)) : riskTable(measured, columns, language));
}

/** What programs read. */
function asJson({ k, classSizes, diversity, averageRisk, maximumRisk }: MeasuredRisk) {
  const hasSensitive = diversity.length > 0;
  return {
    k,
    classSizes: [...classSizes],
    l: hasSensitive ? Math.min(...diversity.map(({ l }) => l)) : null,
    t: hasSensitive ? Math.max(...diversity.map(({ t }) => t)) : null,
    averageRisk,
    maximumRisk,
  };
}

const mostTold = 20;

/** The first problems of a file, and how many there are. */
class FirstProblems {
  private readonly first: Problem[] = [];
  private total = 0;

  readonly tell = (problem: Problem): void => {
    if (this.first.length < mostTold) this.first.push(problem);
    this.total += 1;
  };

  told(language: TerminalLanguage): string {
    const more = this.total - this.first.length;
    const rest: Words = { fr: `… et ${more} autres.`, en: `… and ${more} more.` };
    return [
      ...this.first.map((problem) => line(problem, language)),
      ...(more > 0 ? [inLanguage(rest, language)] : []),
    ].join("\n");
  }
}

/** A problem in one line: its row, its column, its words, what was found. */
function line({ row, column, messages, observed, expected }: Problem, language: TerminalLanguage): string {
  const place = [
    ...(row === null ? [] : [inLanguage({ fr: `ligne ${row}`, en: `row ${row}` }, language)]),
    ...(column === null
      ? []
      : [inLanguage({ fr: `colonne ${printable(column)}`, en: `column ${printable(column)}` }, language)]),
  ];
  const found = {
    fr: ` (reçu : « ${printable(observed)} » ; attendu : ${expected})`,
    en: ` (observed: “${printable(observed)}”; expected: ${expected})`,
  };
  const where =
    place.length === 0 ? "" : `${place.join(", ")}${inLanguage({ fr: " : ", en: ": " }, language)}`;
  return `${where}${inLanguage(messages, language)}${observed === null || expected === null ? "" : inLanguage(found, language)}`;
}
