import { addressOf } from "../../../addresses.js";
import { type Language, languages, localeOf } from "../../../language.js";
import { wordsOf } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { dayIn } from "../../../figures/numbers.js";
import { endIn } from "../parts/moments.js";
import type { Group, KnownCampaign } from "../parts/opened-campaigns.js";
import { may } from "../parts/steward-page.js";
import type { Tried } from "../parts/tried.js";
import { ReminderForm } from "./reminder-form.js";
import { campaignWords } from "./words.js";

type Missing = Group["missing"][number];

interface RemindersProps {
  readonly asked: WorkspaceAsked;
  readonly tried: Tried | null;
  readonly campaign: KnownCampaign;
  readonly missing: readonly Missing[];
  readonly closesAt: string;
}

/** Who has not sent, each with a text to send in both languages, and a reminder to show them: the hub sends nothing. */
export const Reminders = ({ asked, tried, campaign, missing, closesAt }: RemindersProps) => {
  const { language } = asked;
  const say = campaignWords(language);
  return (
    <section id="relances" aria-labelledby="relances-title">
      <h2 id="relances-title">{say("reminders", { count: missing.length })}</h2>
      {missing.length === 0 ? (
        <p>{say("nobodyMissing")}</p>
      ) : (
        <>
          <p>{say("remindersLead")}</p>
          {missing.map((office) => (
            <details key={office.office}>
              <summary>
                {wordsOf(office.name, language)} (
                {say(
                  office.state === null ? "nothingCame" : office.state === "DRAFT" ? "drafted" : "takenBack",
                )}
                {office.lastRemindedAt &&
                  `, ${say("reminded", { count: office.reminderCount, day: dayIn(language, office.lastRemindedAt) })}`}
                )
              </summary>
              <div class="side-by-side">
                {languages.map((written) => (
                  <Reminder key={written} {...{ asked, campaign, office, closesAt, written }} />
                ))}
              </div>
            </details>
          ))}
          {may(asked, "steward:collect") && (
            <ReminderForm {...{ asked, tried, campaign, missing, closesAt }} />
          )}
        </>
      )}
    </section>
  );
};

interface ReminderProps extends Omit<RemindersProps, "missing" | "tried"> {
  readonly office: Missing;
  readonly written: Language;
}

const Reminder = ({ asked, campaign, office, closesAt, written }: ReminderProps) => {
  const id = `relance-${office.office}-${written}`;
  return (
    <div>
      <label for={id}>
        {campaignWords(asked.language)("textIn", {
          written: campaignWords(asked.language)(written),
          office: wordsOf(office.name, asked.language),
        })}
      </label>
      <textarea id={id} class="to-copy" rows={10} readOnly lang={localeOf(written)}>
        {campaignWords(written)(office.state === "DRAFT" ? "reminderOfDraft" : "reminder", {
          office: wordsOf(office.name, written),
          campaign: wordsOf(campaign.title, written),
          day: endIn(written, closesAt),
          address: `${asked.publicUrl}${addressOf(written, "figuresForm", { campaign: campaign.code })}`,
        })}
      </textarea>
    </div>
  );
};
