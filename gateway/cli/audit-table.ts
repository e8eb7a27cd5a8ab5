import Table from "cli-table3";
import { auditTable, type DeducedInterval, type TableFile } from "../../subgraphs/offline.js";
import { readTerminalConfig } from "../config.js";
import { exitCodes } from "./exit-code.js";
import { inLanguage, type TerminalLanguage } from "./language.js";
import { printable } from "./problem-table.js";
import { withProgress } from "./progress-bar.js";
import type { Words } from "../figures-file/problem.js";
import { openTableFile } from "./table-file.js";

/** What `carrefour audit-table` is told. */
export interface AuditTableOptions {
  readonly hierarchy?: string;
  readonly json?: true;
  readonly lang?: TerminalLanguage;
}

/** Prints what can be deduced of each suppressed cell of a table, and the verdict; ends with 1 when it is unsafe. */
export async function auditTableFile(path: string, options: AuditTableOptions): Promise<void> {
  const language = options.lang ?? readTerminalConfig().language;
  const file = await openTableFile(path, options.hierarchy);
  const hidden = file.table.figures.filter(({ isShown }) => !isShown).length;
  const audited = await withProgress("{bar} {value}/{total}", hidden, (onProgress) =>
    auditTable(file.table, onProgress),
  );
  const isSafe = file.exposed.length === 0 && audited.every(({ isSafe }) => isSafe);
  const told = (words: Words): string => inLanguage(words, language);
  // What is published says nothing in the list of what is suppressed.
  if (file.exposed.length > 0 && options.json) console.error(told(exposedWords(file)));
  if (options.json) console.log(JSON.stringify(jsonOf(file, audited, isSafe), null, 2));
  else {
    if (audited.length > 0) console.log(tableOf(file, audited, language));
    if (file.exposed.length > 0) console.log(told(exposedWords(file)));
    console.log(told(verdict(audited, isSafe)));
  }
  if (!isSafe) process.exitCode = exitCodes.refused;
}

const jsonOf = ({ at }: TableFile, audited: readonly DeducedInterval[], safe: boolean) => ({
  safe,
  cells: audited.map(({ figure, lower, upper, isSafe }) => ({ at: at(figure), lower, upper, safe: isSafe })),
});

const heads = {
  fr: ["de", "à", "sûre"],
  en: ["from", "to", "safe"],
} as const;

function tableOf({ at }: TableFile, audited: readonly DeducedInterval[], language: TerminalLanguage): string {
  const names = audited[0] === undefined ? [] : Object.keys(at(audited[0].figure));
  const table = new Table({
    head: [...names.map(printable), ...heads[language]],
    style: { head: [], border: [] },
  });
  for (const { figure, lower, upper, isSafe, insider } of audited) {
    const safe = { fr: isSafe ? "oui" : "NON", en: isSafe ? "yes" : "NO" };
    const who = insider === null ? "" : ` (${printable(insider)})`;
    table.push([
      ...Object.values(at(figure)).map(printable),
      lower,
      upper ?? "∞",
      `${inLanguage(safe, language)}${who}`,
    ]);
  }
  return table.toString();
}

const mostNamed = 5;

function exposedWords({ exposed, at }: TableFile): Words {
  const named = exposed
    .slice(0, mostNamed)
    .map((figure) =>
      printable(
        Object.entries(at(figure))
          .map(([name, code]) => `${name}=${code}`)
          .join(" · "),
      ),
    )
    .join(" ; ");
  const more = exposed.length > mostNamed ? " ; …" : "";
  return {
    fr: `${exposed.length} cellule(s) publiée(s) que la politique veut masquées : ${named}${more}.`,
    en: `${exposed.length} published cell(s) that the policy wants suppressed: ${named}${more}.`,
  };
}

function verdict(audited: readonly DeducedInterval[], isSafe: boolean): Words {
  const unsafe = audited.filter(({ isSafe }) => !isSafe).length;
  if (isSafe)
    return {
      fr: `Sûre : ${audited.length} cellule(s) masquée(s).`,
      en: `Safe: ${audited.length} suppressed cell(s).`,
    };
  if (unsafe === 0) return { fr: "Non sûre.", en: "Unsafe." };
  return {
    fr: `Non sûre : ${unsafe} cellule(s) masquée(s) sur ${audited.length} peuvent être devinées de trop près.`,
    en: `Unsafe: ${unsafe} of ${audited.length} suppressed cell(s) can be guessed too closely.`,
  };
}
