import Table from "cli-table3";
import { readTerminalConfig } from "../config.js";
import { listSubmissions, type ListedSubmission } from "../sdk/operations.js";
import { type Access, openHub } from "./hub-address.js";
import { inLanguage, type TerminalLanguage } from "./language.js";

/** What `carrefour status` is told. */
export interface StatusOptions extends Access {
  readonly campaign?: string;
  readonly lang?: TerminalLanguage;
}

/** Prints the submissions of the caller. */
export async function status(options: StatusOptions): Promise<void> {
  const config = readTerminalConfig();
  const language = options.lang ?? config.language;
  const hub = await openHub(options, config);
  const { data } = await hub.ask(listSubmissions, { campaign: options.campaign ?? null });
  console.log(submissionTable(data.submissions, language));
}

const heads = {
  fr: [
    "campagne",
    "établissement",
    "bureau",
    "état",
    "révision",
    "approuvée",
    "publiée",
    "le (heure de Toronto)",
  ],
  en: [
    "campaign",
    "establishment",
    "office",
    "state",
    "revision",
    "approved",
    "published",
    "on (Toronto time)",
  ],
} as const;

/** The submissions as a table; instants are told in the time of Toronto. */
export function submissionTable(
  submissions: readonly ListedSubmission[],
  language: TerminalLanguage,
): string {
  if (submissions.length === 0) return inLanguage({ fr: "Aucun envoi.", en: "No submission." }, language);
  const table = new Table({ head: [...heads[language]], style: { head: [], border: [] } });
  const instant = new Intl.DateTimeFormat(`${language}-CA`, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "America/Toronto",
  });
  for (const { campaign, establishment, office, state, submittedAt, ...revisions } of submissions) {
    table.push([
      campaign,
      establishment?.code ?? "–",
      office,
      state,
      String(revisions.revision),
      String(revisions.approvedRevision ?? "–"),
      String(revisions.publishedRevision ?? "–"),
      submittedAt === null ? "–" : instant.format(new Date(submittedAt)),
    ]);
  }
  return table.toString();
}
