import { wordsOf } from "../../../parts/text.js";
import { wordFor } from "../../../parts/words.js";
import { ActForm } from "../parts/act-form.js";
import { errorsIn, hasErrors } from "../parts/checks.js";
import { crumbsUnderDesk } from "../parts/crumbs.js";
import { Done } from "../parts/done.js";
import { SelectField, TextArea, TextField, Ticks } from "../parts/fields.js";
import { type Act, stewardPage, toldOn } from "../parts/steward-page.js";
import { portalStewardIndicators } from "../publication/indicator-names.operation.js";
import {
  type PortalRecordCoConstructionMutationVariables,
  portalRecordCoConstruction,
} from "./record-co-construction.operation.js";
import { coConstructionWords } from "./words.js";

type Recorded = PortalRecordCoConstructionMutationVariables["record"];
const stages = ["IDEATION", "DEFINITION", "TEST", "INTERPRETATION", "DISSEMINATION"] as const;
const degrees = ["INFORMATION", "CONSULTATION", "COLLABORATION", "PARTNERSHIP"] as const;
const leaderships = ["PROFESSIONAL_LED", "PATIENT_LED", "CO_LED"] as const;
const profiles = ["RESOURCE", "TRAINER", "RESEARCHER", "COACH"] as const;

const record: Act = async (asked, sent) => {
  const errors = errorsIn(asked.language, sent, {
    indicator: "text",
    date: "day",
    partners: "whole number?",
    evidenceFr: "text",
  });
  if (hasErrors(errors)) return { errors };
  const partners = sent.one("partners").trim();
  const english = sent.one("evidenceEn").trim();
  await asked.ask(portalRecordCoConstruction, {
    indicator: sent.one("indicator"),
    // Values that the form does not offer are refused by the hub.
    record: {
      stage: sent.one("stage") as Recorded["stage"],
      degree: sent.one("degree") as Recorded["degree"],
      leadership: sent.one("leadership") as Recorded["leadership"],
      partners: partners === "" ? null : Number(partners),
      profiles: [...sent.all("profiles")] as NonNullable<Recorded["profiles"]>,
      committee: sent.one("committee").trim() || null,
      date: sent.one("date"),
      evidence: { fr: sent.one("evidenceFr").trim(), en: english === "" ? null : english },
    },
  });
  return toldOn(asked, "stewardCoConstruction", {}, "recorded");
};

/** Records the part that partners took in making an indicator. */
export const coConstructionPage = stewardPage({
  name: "stewardCoConstruction",
  scopes: ["steward:publish"],
  async shown(asked, tried) {
    const { language } = asked;
    const say = coConstructionWords(language);
    const { data } = await asked.ask(portalStewardIndicators, {});
    return {
      title: say("title"),
      crumbs: crumbsUnderDesk(language),
      body: (
        <>
          <Done asked={asked} words={{ recorded: say("recorded") }} />
          <p>{say("lead")}</p>
          <ActForm
            asked={asked}
            id="record"
            tried={tried}
            buttons={[{ act: "record", label: say("record") }]}
          >
            <SelectField
              name="indicator"
              label={say("indicator")}
              isRequired
              options={[
                { value: "", label: say("choose") },
                ...data.qualityIndicators.map(({ code, name, coConstruction }) => ({
                  value: code,
                  label: `${code} · ${wordsOf(name, language)} (${coConstruction.records.length})`,
                })),
              ]}
            />
            <SelectField
              name="stage"
              label={say("stage")}
              options={stages.map((stage) => ({
                value: stage,
                label: wordFor(language, "CoConstructionStage", stage),
              }))}
            />
            <SelectField
              name="degree"
              label={say("degree")}
              options={degrees.map((degree) => ({
                value: degree,
                label: wordFor(language, "EngagementDegree", degree),
              }))}
            />
            <SelectField
              name="leadership"
              label={say("leadership")}
              options={leaderships.map((one) => ({
                value: one,
                label: wordFor(language, "Leadership", one),
              }))}
            />
            <TextField name="partners" type="number" label={say("partners")} hint={say("partnersHint")} />
            <Ticks
              name="profiles"
              label={say("profiles")}
              options={profiles.map((one) => ({
                value: one,
                label: wordFor(language, "PartnerProfile", one),
              }))}
            />
            <TextField name="committee" label={say("committee")} hint={say("committeeHint")} />
            <TextField name="date" type="date" label={say("date")} isRequired />
            <TextArea
              name="evidenceFr"
              label={say("evidenceFr")}
              hint={say("evidenceHint")}
              written="fr"
              isRequired
            />
            <TextArea name="evidenceEn" label={say("evidenceEn")} written="en" />
          </ActForm>
        </>
      ),
    };
  },
  acts: { record },
});
