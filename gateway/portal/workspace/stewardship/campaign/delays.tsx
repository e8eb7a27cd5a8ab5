import type { ShownPage } from "../../../page/page.js";
import { addressOf } from "../../../addresses.js";
import { wordsOf } from "../../../parts/text.js";
import type { SentForm, WorkspaceAsked } from "../../workspace-page.js";
import { ActForm } from "../parts/act-form.js";
import { crumbsUnderDesk } from "../parts/crumbs.js";
import { SelectField, TextArea, TextField } from "../parts/fields.js";
import { endIn } from "../parts/moments.js";
import type { Tried } from "../parts/tried.js";
import type { GrantedDelay } from "./collected.js";
import { dayIn } from "../../../figures/numbers.js";
import { campaignWords } from "./words.js";

/** An office that a campaign expects, by its name. */
export interface ExpectedOffice {
  readonly office: string;
  readonly name: string;
}

interface DelaysProps {
  readonly asked: WorkspaceAsked;
  readonly tried: Tried | null;
  readonly delays: readonly GrantedDelay[];
  readonly offices: readonly ExpectedOffice[];
}

/** The delays granted after the lock, and the form that grants one. */
export const Delays = ({ asked, tried, delays, offices }: DelaysProps) => {
  const { language } = asked;
  const say = campaignWords(language);
  return (
    <section id="delais" aria-labelledby="delais-title">
      <h2 id="delais-title">{say("delays")}</h2>
      <p>{say("delaysLead")}</p>
      {delays.length > 0 && (
        <ul>
          {delays.map(({ office, until, reason, grantedAt, establishment }) => (
            <li key={`${office}${grantedAt}`}>
              {say("delayOf", {
                office: establishment ? wordsOf(establishment.name, language) : office,
                day: endIn(language, until),
              })}{" "}
              {reason}
            </li>
          ))}
        </ul>
      )}
      {offices.length > 0 && (
        <ActForm
          asked={asked}
          id="delay"
          tried={tried}
          buttons={[{ act: "preview-delay", label: say("previewDelay") }]}
        >
          <SelectField
            name="office"
            label={say("office")}
            isRequired
            options={[
              { value: "", label: say("chooseOffice") },
              ...offices.map(({ office, name }) => ({ value: office, label: name })),
            ]}
          />
          <TextField name="until" type="date" label={say("until")} hint={say("untilHint")} isRequired />
          <TextArea name="reason" label={say("reason")} hint={say("reasonHint")} isRequired />
        </ActForm>
      )}
    </section>
  );
};

/** What a delay will say, before it is granted. */
export function delayPreview(
  asked: WorkspaceAsked,
  sent: SentForm,
  title: string,
  officeName: string,
): ShownPage {
  const { language, params } = asked;
  const say = campaignWords(language);
  const campaign = params["campaign"] ?? "";
  const here = addressOf(language, "stewardCampaign", { campaign });
  return {
    title: say("delayPreview"),
    crumbs: crumbsUnderDesk(language, { label: title, href: here }),
    body: (
      <>
        <p>{say("notGrantedYet")}</p>
        <blockquote class="own-words">
          {say("delayWords", {
            office: officeName,
            campaign: title,
            day: dayIn(language, sent.one("until")),
          })}{" "}
          {sent.one("reason")}
        </blockquote>
        <ActForm
          asked={asked}
          id="delay"
          tried={null}
          values={["office", "until", "reason"].map((name) => [name, sent.one(name)] as const)}
          buttons={[{ act: "grant-delay", label: say("grantDelay", { office: officeName }) }]}
        />
        <p>
          <a href={`${here}#delais`}>{say("notNow")}</a>
        </p>
      </>
    ),
  };
}
