import { addressOf } from "../../../addresses.js";
import { languages } from "../../../language.js";
import { wordsOf } from "../../../parts/text.js";
import type { ShownPage } from "../../../page/page.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { ActForm } from "../parts/act-form.js";
import { crumbsUnderDesk } from "../parts/crumbs.js";
import { TextArea, Ticks } from "../parts/fields.js";
import { endIn } from "../parts/moments.js";
import type { Group, KnownCampaign } from "../parts/opened-campaigns.js";
import type { Tried } from "../parts/tried.js";
import type { PortalRemindOfficesMutation } from "./remind-offices.operation.js";
import { reminderWords } from "./reminder-words.js";

interface FormProps {
  readonly asked: WorkspaceAsked;
  readonly tried: Tried | null;
  readonly campaign: KnownCampaign;
  readonly missing: Group["missing"];
  readonly closesAt: string;
}

/** The form of a reminder that the hub records and shows to offices, in both languages to begin with. */
export const ReminderForm = ({ asked, tried, campaign, missing, closesAt }: FormProps) => {
  const { language } = asked;
  const say = reminderWords(language);
  const initial = languages
    .map((written) =>
      reminderWords(written)("initial", {
        campaign: wordsOf(campaign.title, written),
        day: endIn(written, closesAt),
      }),
    )
    .join("\n\n");
  return (
    <>
      <h3>{say("title")}</h3>
      <p>{say("lead")}</p>
      <ActForm
        asked={asked}
        id="reminder"
        tried={tried}
        buttons={[{ act: "preview-reminder", label: say("review") }]}
      >
        <Ticks
          name="offices"
          label={say("offices")}
          options={missing.map(({ office, name }) => ({ value: office, label: wordsOf(name, language) }))}
          initial={missing.map(({ office }) => office)}
        />
        <TextArea
          name="message"
          label={say("message")}
          hint={say("messageHint")}
          initial={initial}
          rows={8}
          isRequired
        />
      </ActForm>
    </>
  );
};

/** An office by its name. */
export interface NamedOffice {
  readonly office: string;
  readonly name: string;
}

interface ReminderMeant {
  readonly offices: readonly NamedOffice[];
  readonly message: string;
}

const backTo = ({ language, params }: WorkspaceAsked): string =>
  `${addressOf(language, "stewardCampaign", { campaign: params["campaign"] ?? "" })}#relances`;

/** Who will see a reminder and what they will read, before it is recorded. */
export function reminderPreview(asked: WorkspaceAsked, { offices, message }: ReminderMeant): ShownPage {
  const { language } = asked;
  const say = reminderWords(language);
  const count = offices.length;
  return {
    title: say("previewTitle"),
    crumbs: crumbsUnderDesk(language),
    body: (
      <>
        <p>{say("notRecordedYet", { count })}</p>
        <ul>
          {offices.map(({ office, name }) => (
            <li key={office}>{name}</li>
          ))}
        </ul>
        <p>{say("theyRead")}</p>
        <blockquote class="own-words">{message}</blockquote>
        <p class="notice caution">{say("noEmail")}</p>
        <ActForm
          asked={asked}
          id="reminder"
          tried={null}
          values={[
            ["message", message],
            ...offices.map(({ office }): readonly [string, string] => ["offices", office]),
          ]}
          buttons={[{ act: "record-reminder", label: say("record", { count }) }]}
        />
        <p>
          <a href={backTo(asked)}>{say("notNow")}</a>
        </p>
      </>
    ),
  };
}

/** What became of a reminder, office by office; to send the page again records nothing twice. */
export function reminderOutcome(
  asked: WorkspaceAsked,
  { recorded, outcomes }: PortalRemindOfficesMutation["remindOffices"],
  offices: readonly NamedOffice[],
): ShownPage {
  const { language } = asked;
  const say = reminderWords(language);
  const nameOf = new Map(offices.map(({ office, name }) => [office, name]));
  return {
    title: say("doneTitle"),
    crumbs: crumbsUnderDesk(language),
    body: (
      <>
        <p class={`notice ${recorded > 0 ? "success" : "caution"}`} role="status">
          {say("recorded", { count: recorded })}
        </p>
        <dl>
          {outcomes.map(({ office, message }) => (
            <div key={office}>
              <dt>{nameOf.get(office) ?? office}</dt>
              <dd>{message}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={backTo(asked)}>{say("back")}</a>
        </p>
      </>
    ),
  };
}
