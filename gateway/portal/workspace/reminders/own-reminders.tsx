import { addressOf } from "../../addresses.js";
import { dayIn } from "../../figures/numbers.js";
import type { Language } from "../../language.js";
import { readOrLost } from "../stewardship/parts/read-or-lost.js";
import type { WorkspaceAsked } from "../workspace-page.js";
import { portalOwnReminders, type PortalOwnRemindersQuery } from "./own-reminders.operation.js";
import { ownRemindersWords } from "./words.js";

/** A reminder as its office reads it. */
export type OwnReminder = PortalOwnRemindersQuery["reminders"][number];

/** The reminders that wait for the figures of one's own establishment; none when they cannot be read now. */
export async function ownReminders({ account, ask }: WorkspaceAsked): Promise<readonly OwnReminder[]> {
  if (account.establishment === null || !account.scopes.includes("figures:write")) return [];
  const read = await readOrLost(ask(portalOwnReminders, {}));
  return (read?.data.reminders ?? []).filter(({ isAnswered }) => !isAnswered);
}

/** What the collection reminds an office of, above the form that it speaks of. */
export const RemindersOfForm = ({ reminders, language }: ShownProps) => (
  <>
    {reminders.map(({ message, remindedAt }) => (
      <div class="notice caution" key={`${remindedAt}${message}`}>
        <p>
          <strong>{ownRemindersWords(language)("reminder", { day: dayIn(language, remindedAt) })}</strong>
        </p>
        <p class="own-words">{message}</p>
      </div>
    ))}
  </>
);

interface ShownProps {
  readonly reminders: readonly Pick<OwnReminder, "message" | "remindedAt" | "campaign">[];
  readonly language: Language;
}

/** What the collection reminds an establishment of, with the way to each form. */
export const RemindersAtHome = ({ reminders, language }: ShownProps) => {
  const say = ownRemindersWords(language);
  if (reminders.length === 0) return null;
  return (
    <section aria-labelledby="reminders-title">
      <h2 id="reminders-title">{say("title")}</h2>
      {reminders.map(({ campaign, message, remindedAt }) => (
        <div class="notice caution" key={`${campaign}${remindedAt}${message}`}>
          <p>
            <strong>{say("reminderOf", { day: dayIn(language, remindedAt), campaign })}</strong>
          </p>
          <p class="own-words">{message}</p>
          <p>
            <a href={addressOf(language, "figuresForm", { campaign })}>{say("form", { campaign })}</a>
          </p>
        </div>
      ))}
    </section>
  );
};
