import { stringify } from "csv-stringify/sync";
import Table from "cli-table3";
import { readTerminalConfig } from "../config.js";
import { type Completeness, type CompletenessGroup, readCompleteness } from "../sdk/operations.js";
import { type Access, openHub } from "./access/access.js";
import { inLanguage, type TerminalLanguage } from "./language.js";

/** What `carrefour completeness` is told. */
export interface CompletenessOptions extends Access {
  readonly campaign: string;
  readonly json?: true;
  readonly csv?: true;
  readonly lang?: TerminalLanguage;
}

/** Prints who has sent figures for a campaign. */
export async function completeness(options: CompletenessOptions): Promise<void> {
  const config = readTerminalConfig();
  const hub = await openHub(options, config);
  const { data } = await hub.ask(readCompleteness, { campaign: options.campaign });
  const language = options.lang ?? config.language;
  if (options.json) console.log(JSON.stringify(data.completeness, null, 2));
  else if (options.csv) process.stdout.write(completenessCsv(data.completeness));
  else console.log(completenessTables(data.completeness, language));
}

interface Line extends Pick<CompletenessGroup, "code" | "expected" | "received" | "onTime" | "late"> {
  readonly universe: number;
  readonly level: "TOTAL" | "HEALTH_REGION" | "PEER_GROUP";
  readonly name: string | null;
  readonly approved: number;
  readonly completeness: number | null;
  readonly punctuality: number | null;
  readonly missing: string;
}

/** Every group of both lists, one a line. */
function linesOf({ universes }: Completeness): Line[] {
  return universes.flatMap(({ universe, total, regions, peerGroups }) => {
    const line = (level: Line["level"], group: CompletenessGroup): Line => ({
      universe,
      level,
      code: group.code,
      name: group.name?.fr ?? null,
      expected: group.expected,
      received: group.received,
      // What is published was approved.
      approved: group.approved + group.published,
      onTime: group.onTime,
      late: group.late,
      completeness: group.completeness.percentage,
      punctuality: group.punctuality.percentage,
      missing: group.missing.map(({ office }) => office).join(" "),
    });
    return [
      ...regions.map((group) => line("HEALTH_REGION", group)),
      ...peerGroups.map((group) => line("PEER_GROUP", group)),
      line("TOTAL", total),
    ];
  });
}

/** Every group as CSV, one a line. */
export const completenessCsv = (found: Completeness): string =>
  stringify(
    linesOf(found).map((line) => ({ campaign: found.campaign, ...line })),
    { header: true, bom: true, record_delimiter: "\r\n", escape_formulas: true },
  );

const levels = {
  HEALTH_REGION: { fr: "région", en: "region" },
  PEER_GROUP: { fr: "type", en: "type" },
  TOTAL: { fr: "ensemble", en: "all" },
} as const;
const heads = {
  fr: ["par", "code", "attendus", "reçus", "approuvés", "à temps", "en retard", "complétude", "manquent"],
  en: ["by", "code", "expected", "received", "approved", "on time", "late", "completeness", "missing"],
} as const;

/** One table for each list of offices: regions, types, then all together. */
export function completenessTables(found: Completeness, language: TerminalLanguage): string {
  const lines = linesOf(found);
  const percentage = new Intl.NumberFormat(`${language}-CA`, { maximumFractionDigits: 1 });
  return found.universes
    .map(({ universe }) => {
      const table = new Table({
        head: [...heads[language]],
        colWidths: [null, null, null, null, null, null, null, null, 40],
        wordWrap: true,
        wrapOnWordBoundary: true,
        style: { head: [], border: [] },
      });
      for (const line of lines.filter((candidate) => candidate.universe === universe))
        table.push([
          inLanguage(levels[line.level], language),
          line.code ?? "–",
          String(line.expected),
          String(line.received),
          String(line.approved),
          String(line.onTime),
          String(line.late),
          line.completeness === null ? "–" : `${percentage.format(line.completeness)} %`,
          line.missing,
        ]);
      const title = {
        fr: `Campagne ${found.campaign}, liste de ${universe} bureaux`,
        en: `Campaign ${found.campaign}, list of ${universe} offices`,
      };
      return `${inLanguage(title, language)}\n${table.toString()}`;
    })
    .join("\n\n");
}
