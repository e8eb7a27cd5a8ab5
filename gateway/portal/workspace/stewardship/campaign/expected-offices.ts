import { wordsOf } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import type { QueuedSubmission } from "./collected.js";
import type { Group } from "../parts/opened-campaigns.js";
import type { ExpectedOffice } from "./delays.js";

/** The offices of a campaign by their names: those that have sent something, and those that are missing. */
export function expectedOffices(
  { language }: WorkspaceAsked,
  submissions: readonly QueuedSubmission[],
  missing: Group["missing"],
): ExpectedOffice[] {
  const named = new Map([
    ...missing.map(({ office, name }) => [office, wordsOf(name, language)] as const),
    ...submissions.map(
      ({ office, establishment }) =>
        [office, establishment ? wordsOf(establishment.name, language) : office] as const,
    ),
  ]);
  return [...named]
    .map(([office, name]) => ({ office, name }))
    .sort((one, other) => one.name.localeCompare(other.name, "fr"));
}
