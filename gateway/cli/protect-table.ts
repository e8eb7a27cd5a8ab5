import Table from "cli-table3";
import { type FileProtection, protectTableFile, type TableFile } from "../../subgraphs/offline.js";
import { readTerminalConfig } from "../config.js";
import { exitCodes } from "./exit-code.js";
import { inLanguage, type TerminalLanguage } from "./language.js";
import { withProgress } from "./progress-bar.js";
import type { Words } from "../figures-file/problem.js";
import { openTableFile } from "./table-file.js";
import { nameOfCell, unprotectedCells } from "./unprotected-cells.js";

/** What `carrefour protect-table` is told. */
export interface ProtectTableOptions {
  readonly hierarchy?: string;
  readonly json?: true;
  readonly lang?: TerminalLanguage;
}

/** Prints what to hide of a table; ends with 1 when a cell cannot be protected. */
export async function protectTableOf(path: string, options: ProtectTableOptions): Promise<void> {
  const language = options.lang ?? readTerminalConfig().language;
  const file = await openTableFile(path, options.hierarchy);
  const found = await withProgress("{bar} {percentage} %", 1, (onProgress) =>
    protectTableFile(file, onProgress),
  );
  const { unprotected } = found.protection;
  if (unprotected.length > 0) {
    for (const words of unprotectedCells(file, unprotected)) console.error(inLanguage(words, language));
    process.exitCode = exitCodes.refused;
    return;
  }
  console.log(options.json ? asJson(file, found) : tableOf(file, found, language));
}

const asJson = ({ at }: TableFile, { protection }: FileProtection): string =>
  JSON.stringify(
    {
      suppressed: protection.hidden.map(({ figure, reason }) => ({ at: at(figure), reason })),
      cost: costOf(protection.cost),
    },
    null,
    2,
  );

/** Without the digits that binary fractions invent. */
const costOf = (cost: number): number => Number(cost.toPrecision(12));

const heads = {
  fr: ["cellule", "valeur", "raison", "coût"],
  en: ["cell", "value", "reason", "cost"],
} as const;

function tableOf(file: TableFile, { table, protection }: FileProtection, language: TerminalLanguage): string {
  const { hidden, cost } = protection;
  const total = table.figures.length;
  const number = new Intl.NumberFormat(`${language}-CA`);
  const shown = number.format(total - hidden.length);
  if (hidden.length === 0)
    return inLanguage(
      {
        fr: `Rien à masquer : les ${shown} cellules peuvent être montrées.`,
        en: `Nothing to hide: all ${shown} cells can be shown.`,
      },
      language,
    );
  const printed = new Table({ head: [...heads[language]], style: { head: [], border: [] } });
  for (const { figure, reason } of hidden) {
    const { terms, cost: own } = table.figures[figure]!;
    const value = terms.reduce((sum, { unknown, times }) => sum + times * table.unknowns[unknown]!.value, 0);
    printed.push([
      nameOfCell(file, figure),
      number.format(value),
      reason,
      reason === "PRIMARY" ? "–" : number.format(own ?? 0),
    ]);
  }
  const complementary = hidden.filter(({ reason }) => reason === "COMPLEMENTARY").length;
  // In French, none is singular too.
  const fr = {
    cells: hidden.length === 1 ? "cellule" : "cellules",
    complementary: complementary < 2 ? "complémentaire" : "complémentaires",
    shown: total - hidden.length < 2 ? "montrée" : "montrées",
  };
  const summary: Words = {
    fr: `${hidden.length} ${fr.cells} à masquer, dont ${complementary} ${fr.complementary}, au coût de ${number.format(costOf(cost))} ; ${shown} ${fr.shown} sur ${number.format(total)}.`,
    en: `${hidden.length} ${hidden.length === 1 ? "cell" : "cells"} to hide, ${complementary} of them complementary, at a cost of ${number.format(costOf(cost))}; ${shown} shown of ${number.format(total)}.`,
  };
  return `${printed.toString()}\n${inLanguage(summary, language)}`;
}
