import { wordsOf } from "../../../parts/text.js";
import type { SentForm, WorkspaceAsked } from "../../workspace-page.js";
import { toldIn } from "../parts/access-decision.js";
import { errorsIn, hasErrors } from "../parts/checks.js";
import { portalStewardCompleteness } from "../parts/completeness.operation.js";
import type { Act } from "../parts/steward-page.js";
import type { FieldErrors } from "../parts/tried.js";
import { partsWords } from "../parts/words.js";
import { portalRemindOffices } from "./remind-offices.operation.js";
import { type NamedOffice, reminderOutcome, reminderPreview } from "./reminder-form.js";
import { reminderWords } from "./reminder-words.js";

const mostCharacters = 2_000;

// Browsers send two characters for the end of a line.
const messageOf = (sent: SentForm): string => sent.one("message").replaceAll("\r\n", "\n").trim();

function mistakesIn({ language }: WorkspaceAsked, sent: SentForm): FieldErrors {
  const { length } = messageOf(sent);
  return {
    ...errorsIn(language, sent, { message: "text" }),
    ...(length > mostCharacters ? { message: reminderWords(language)("tooLong", { count: length }) } : {}),
    ...(sent.all("offices").length === 0 ? { offices: partsWords(language)("blankError") } : {}),
  };
}

/** The offices that a form names; one that has sent meanwhile keeps its code. */
async function officesOf(asked: WorkspaceAsked, sent: SentForm): Promise<readonly NamedOffice[]> {
  const campaign = asked.params["campaign"] ?? "";
  const { data } = await asked.ask(portalStewardCompleteness, { campaign });
  const missing = data.completeness.universes.flatMap(({ total }) => total.missing);
  const nameOf = new Map(missing.map(({ office, name }) => [office, wordsOf(name, asked.language)]));
  return sent.all("offices").map((office) => ({ office, name: nameOf.get(office) ?? office }));
}

/** Shows who will see a reminder; nothing is recorded yet. */
export const previewReminder: Act = async (asked, sent) => {
  const errors = mistakesIn(asked, sent);
  if (hasErrors(errors)) return { errors };
  return {
    next: reminderPreview(asked, { offices: await officesOf(asked, sent), message: messageOf(sent) }),
  };
};

/** Records the reminder, and tells what became of it for each office. */
export const recordReminder: Act = async (asked, sent) => {
  const errors = mistakesIn(asked, sent);
  if (hasErrors(errors)) return { errors };
  const offices = await officesOf(asked, sent);
  const input = {
    campaign: asked.params["campaign"] ?? "",
    offices: offices.map(({ office }) => office),
    message: messageOf(sent),
  };
  const { data } = await asked.ask(portalRemindOffices, { input, lang: toldIn(asked) });
  return { next: reminderOutcome(asked, data.remindOffices, offices) };
};
