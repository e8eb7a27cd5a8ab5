import { wordsOf } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { ActForm } from "../parts/act-form.js";
import { SelectField, TextArea, TextField, Ticks } from "../parts/fields.js";
import type { Tried } from "../parts/tried.js";
import type { PortalStewardAgreementCodesQuery } from "./agreement-codes.operation.js";
import type { Release } from "./release.js";
import { releasesWords } from "./words.js";

interface BuildProps {
  readonly asked: WorkspaceAsked;
  readonly tried: Tried | null;
  readonly agreements: PortalStewardAgreementCodesQuery["accessAgreements"];
  readonly releases: readonly Release[];
}

const levels = ["LOW", "MEDIUM", "HIGH"] as const;

/** The form that builds a release; another person approves it. */
export const BuildForm = ({ asked, tried, agreements, releases }: BuildProps) => {
  const { language } = asked;
  const say = releasesWords(language);
  const labels = new Map(
    releases.flatMap(({ columns }) =>
      columns.map(({ column, label }) => [column, wordsOf(label, language)] as const),
    ),
  );
  const active = agreements.filter(({ status }) => status === "ACTIVE");
  const variables = [...new Set(active.flatMap((agreement) => agreement.variables))];
  return (
    <>
      <h2>{say("build")}</h2>
      <p>{say("buildLead")}</p>
      <ActForm asked={asked} id="build" tried={tried} buttons={[{ act: "build", label: say("buildNow") }]}>
        <Ticks
          name="agreements"
          label={say("agreements")}
          hint={say("agreementsHint")}
          options={active.map(({ code, kThreshold }) => ({
            value: code,
            label: `${code} (k ≥ ${kThreshold})`,
          }))}
        />
        <TextField name="title" label={say("releaseTitle")} written="fr" isRequired />
        <TextArea name="purposeFr" label={say("purposeFr")} hint={say("purposeHint")} written="fr" />
        <TextArea name="purposeEn" label={say("purposeEn")} written="en" />
        <Ticks
          name="variables"
          label={say("variables")}
          hint={say("variablesHint")}
          options={variables.map((column) => ({ value: column, label: labels.get(column) ?? column }))}
        />
        <SelectField
          name="invasiveness"
          label={say("invasiveness")}
          hint={say("invasivenessHint")}
          options={levels.map((level) => ({ value: level, label: say(level) }))}
        />
        <SelectField
          name="previous"
          label={say("previous")}
          options={[
            { value: "", label: say("noPrevious") },
            ...releases.map(({ code, title }) => ({ value: code, label: `${title} (${code})` })),
          ]}
        />
      </ActForm>
    </>
  );
};
