import { stringify } from "csv-stringify/sync";
import type { SentPartner } from "../../subgraphs/offline.js";
import { readTerminalConfig } from "../config.js";
import type { HubClient } from "../sdk/client.js";
import { readRosterPage } from "../sdk/roster-operations.js";
import { openHub, saysWho } from "./access/access.js";
import { UsageError } from "./exit-code.js";
import { inLanguage } from "./language.js";
import { writeNewFile } from "./new-file.js";
import { rosterRows, rosterSheets } from "./roster/roster-template.js";
import type { TemplateOptions } from "./template.js";

/** Writes a roster as a file to fill: with an account, the roster as it stands. */
export async function rosterTemplate(options: Omit<TemplateOptions, "campaign">): Promise<void> {
  const config = readTerminalConfig();
  const language = options.lang ?? config.language;
  const { format, out } = options;
  if (format === "xlsx" && out === undefined)
    throw new UsageError({
      fr: "Un classeur va dans un fichier : ajoutez --out <fichier.xlsx>.",
      en: "A workbook goes into a file: add --out <file.xlsx>.",
    });
  const hub = (await saysWho(options, config)) ? await openHub(options, config) : null;
  const { partners, revision } = hub === null ? { partners: [], revision: null } : await wholeRoster(hub);
  const bytes =
    format === "csv"
      ? // The byte order mark makes spreadsheets read UTF-8; RFC 4180 ends lines with CRLF.
        Buffer.from(stringify(rosterRows(partners), { bom: true, record_delimiter: "\r\n" }))
      : (await import("../downloads/xlsx-template.js")).workbookOf(rosterSheets(partners, language));
  const say = (fr: string, en: string): void => console.error(inLanguage({ fr, en }, language));
  if (out === undefined) process.stdout.write(bytes);
  else {
    await writeNewFile(out, bytes);
    say(`Modèle écrit : ${out}`, `Template written: ${out}`);
  }
  if (revision !== null)
    say(
      `Registre de la révision ${revision} : renvoyez-le avec --base-revision ${revision}.`,
      `Roster of revision ${revision}: push it again with --base-revision ${revision}.`,
    );
}

const pageLength = 1_000;

async function wholeRoster(
  hub: HubClient,
): Promise<{ readonly partners: readonly SentPartner[]; readonly revision: number | null }> {
  const partners: SentPartner[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof pageAfter>> = await pageAfter(hub, after);
    if (page === null) return { partners, revision: null };
    partners.push(...page.partners.edges.map(({ node }) => node));
    const { hasNextPage, endCursor } = page.partners.pageInfo;
    if (!hasNextPage) return { partners, revision: page.revision };
    after = endCursor;
  }
}

const pageAfter = async (hub: HubClient, after: string | null) =>
  (await hub.ask(readRosterPage, { first: pageLength, after })).data.roster;
