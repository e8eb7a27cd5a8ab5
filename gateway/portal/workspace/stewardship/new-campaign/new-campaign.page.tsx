import type { Language } from "../../../language.js";
import type { ShownPage } from "../../../page/page.js";
import { wordsOf } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { ActForm } from "../parts/act-form.js";
import { crumbsUnderDesk } from "../parts/crumbs.js";
import { SelectField, TextArea, TextField } from "../parts/fields.js";
import { type KnownCampaign, knownCampaigns } from "../parts/opened-campaigns.js";
import { stewardPage } from "../parts/steward-page.js";
import type { Tried } from "../parts/tried.js";
import { checkOpening, openNow } from "./new-campaign.acts.js";
import { newCampaignWords } from "./words.js";

/** Opens a campaign: first it is written down, then shown whole as the hub has tried it, then opened. */
export const newCampaignPage = stewardPage({
  name: "stewardNewCampaign",
  scopes: ["steward:collect"],
  shown: openingForm,
  acts: {
    check: checkOpening,
    open: openNow,
    // Back from the confirmation to the form, with everything that was written in it.
    change: async (asked, sent) => ({
      next: await openingForm(asked, { form: "opening", sent, errors: {}, refusal: null }),
    }),
  },
});

async function openingForm(asked: WorkspaceAsked, tried: Tried | null): Promise<ShownPage> {
  const { language } = asked;
  const say = newCampaignWords(language);
  const campaigns = await knownCampaigns(asked);
  return {
    title: say("title"),
    crumbs: crumbsUnderDesk(language),
    body: (
      <>
        <p>{say("lead")}</p>
        <ActForm asked={asked} id="opening" tried={tried} buttons={[{ act: "check", label: say("check") }]}>
          <Identity language={language} />
          <Dates language={language} />
          <Questions language={language} campaigns={campaigns} />
        </ActForm>
      </>
    ),
  };
}

interface InLanguage {
  readonly language: Language;
}

const Identity = ({ language }: InLanguage) => {
  const say = newCampaignWords(language);
  return (
    <fieldset>
      <legend>{say("identity")}</legend>
      <TextField name="code" label={say("code")} hint={say("codeHint")} isRequired />
      <TextField name="titleFr" label={say("titleFr")} written="fr" isRequired />
      <TextField name="titleEn" label={say("titleEn")} written="en" />
      <TextArea name="noteFr" label={say("noteFr")} hint={say("noteHint")} written="fr" isRequired />
      <TextArea name="noteEn" label={say("noteEn")} written="en" />
    </fieldset>
  );
};

const Dates = ({ language }: InLanguage) => {
  const say = newCampaignWords(language);
  return (
    <fieldset>
      <legend>{say("dates")}</legend>
      <p class="hint">{say("datesHint")}</p>
      <TextField name="periodFrom" type="date" label={say("periodFrom")} isRequired />
      <TextField name="periodTo" type="date" label={say("periodTo")} isRequired />
      <TextField name="periodLabel" label={say("periodLabel")} hint={say("periodLabelHint")} isRequired />
      <TextField name="stockDate" type="date" label={say("stockDate")} hint={say("stockDateHint")} />
      <TextField name="opensAt" type="date" label={say("opensAt")} isRequired />
      <TextField name="closesAt" type="date" label={say("closesAt")} isRequired />
      <TextField name="lockAt" type="date" label={say("lockAt")} hint={say("lockAtHint")} />
      <TextField name="embargoUntil" type="date" label={say("embargoUntil")} hint={say("embargoHint")} />
    </fieldset>
  );
};

const Questions = ({
  language,
  campaigns,
}: InLanguage & { readonly campaigns: readonly KnownCampaign[] }) => {
  const say = newCampaignWords(language);
  return (
    <fieldset>
      <legend>{say("questions")}</legend>
      <SelectField
        name="formOf"
        label={say("formOf")}
        hint={say("formOfHint")}
        isRequired
        initial={campaigns[0]?.code ?? ""}
        options={campaigns.map(({ code, title }) => ({
          value: code,
          label: `${code} · ${wordsOf(title, language)}`,
        }))}
      />
      <p class="hint">{say("noticeLead")}</p>
      <TextField name="noticeVersion" label={say("noticeVersion")} />
      <TextArea name="noticeFr" label={say("noticeFr")} written="fr" rows={6} />
      <TextArea name="noticeEn" label={say("noticeEn")} written="en" rows={6} />
    </fieldset>
  );
};
