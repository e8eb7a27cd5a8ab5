import Table from "cli-table3";
import { readTerminalConfig } from "../config.js";
import { listSubmissions, type ListedSubmission } from "../sdk/operations.js";
import { type Access, openHub } from "./access/access.js";
import { inLanguage, type TerminalLanguage } from "./language.js";
import type { Words } from "../figures-file/problem.js";
import { torontoTime } from "./toronto-time.js";

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

const states: Readonly<Record<string, Words>> = {
  DRAFT: { fr: "brouillon", en: "draft" },
  SUBMITTED: { fr: "soumis", en: "submitted" },
  RETURNED: { fr: "retourné, à corriger", en: "returned, to correct" },
  APPROVED: { fr: "approuvé", en: "approved" },
  PUBLISHED: { fr: "publié", en: "published" },
  WITHDRAWN: { fr: "retiré", en: "withdrawn" },
};

// What gave a submission back to its office: the office must read why.
const givenBack: Readonly<Record<string, readonly string[]>> = {
  RETURNED: ["RETURNED", "UNAPPROVED"],
  WITHDRAWN: ["WITHDRAWN"],
};

/** Why a submission was returned or withdrawn, in the steward's words; null of any other. */
export const reasonOf = ({ state, audit }: Pick<ListedSubmission, "state" | "audit">): string | null =>
  [...audit].reverse().find(({ event }) => givenBack[state]?.includes(event))?.reason ?? null;

/** The submissions as a table, then why those that came back did; instants are told in the time of Toronto. */
export function submissionTable(
  submissions: readonly ListedSubmission[],
  language: TerminalLanguage,
): string {
  if (submissions.length === 0) return inLanguage({ fr: "Aucun envoi.", en: "No submission." }, language);
  const table = new Table({ head: [...heads[language]], style: { head: [], border: [] } });
  const instant = torontoTime(language);
  const reasons: string[] = [];
  for (const submission of submissions) {
    const { campaign, establishment, office, state, submittedAt, ...revisions } = submission;
    const word = states[state];
    const told = word ? inLanguage(word, language) : state;
    const reason = reasonOf(submission);
    if (reason !== null)
      reasons.push(`${office} · ${campaign} · ${told} : ${reason.replace(/\p{C}+/gu, " ")}`);
    table.push([
      campaign,
      establishment?.code ?? "–",
      office,
      word ? `${state} (${told})` : state,
      String(revisions.revision),
      String(revisions.approvedRevision ?? "–"),
      String(revisions.publishedRevision ?? "–"),
      submittedAt === null ? "–" : instant(submittedAt),
    ]);
  }
  return [table.toString(), ...reasons].join("\n");
}
