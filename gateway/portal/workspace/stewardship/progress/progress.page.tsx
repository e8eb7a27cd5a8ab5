import { addressOf } from "../../../addresses.js";
import { dayIn } from "../../../figures/numbers.js";
import { Text, wordsOf } from "../../../parts/text.js";
import { wordFor } from "../../../parts/words.js";
import { ActForm } from "../parts/act-form.js";
import { errorsIn, hasErrors } from "../parts/checks.js";
import { crumbsUnderDesk } from "../parts/crumbs.js";
import { Done } from "../parts/done.js";
import { SelectField, TextArea, TextField } from "../parts/fields.js";
import { type Act, stewardPage, toldOn } from "../parts/steward-page.js";
import {
  type PortalDeclareProgressMutationVariables,
  portalDeclareProgress,
} from "./declare-progress.operation.js";
import { portalStewardRecommendations } from "./recommendations.operation.js";
import { progressWords } from "./words.js";

type Status = PortalDeclareProgressMutationVariables["input"]["status"];
const statuses = ["NOT_STARTED", "IN_PROGRESS", "DONE", "ABANDONED", "UNKNOWN"] as const;

const declare: Act = async (asked, sent) => {
  const errors = errorsIn(asked.language, sent, { recommendation: "text", status: "text", date: "day" });
  if (hasErrors(errors)) return { errors };
  const textOf = (name: string) => {
    const [fr, en] = [sent.one(`${name}Fr`).trim(), sent.one(`${name}En`).trim()];
    return fr === "" ? null : { fr, en: en === "" ? null : en };
  };
  await asked.ask(portalDeclareProgress, {
    input: {
      recommendation: sent.one("recommendation"),
      // A value that the form does not offer is refused by the hub.
      status: sent.one("status") as Status,
      actor: sent.one("actor").trim() || null,
      date: sent.one("date"),
      evidence: textOf("evidence"),
      reason: textOf("reason"),
    },
  });
  return toldOn(asked, "stewardProgress", {}, "declared");
};

/** Declares where a recommendation stands: a declaration is added, none is rewritten. */
export const progressPage = stewardPage({
  name: "stewardProgress",
  scopes: ["steward:collect"],
  async shown(asked, tried) {
    const { language } = asked;
    const say = progressWords(language);
    const { data } = await asked.ask(portalStewardRecommendations, {});
    return {
      title: say("title"),
      crumbs: crumbsUnderDesk(language),
      body: (
        <>
          <Done asked={asked} words={{ declared: say("declared") }} />
          <p>{say("lead")}</p>
          <ActForm
            asked={asked}
            id="progress"
            tried={tried}
            buttons={[{ act: "declare", label: say("declare") }]}
          >
            <SelectField
              name="recommendation"
              label={say("recommendation")}
              isRequired
              options={[
                { value: "", label: say("choose") },
                ...data.recommendations.map(({ code, text }) => ({
                  value: code,
                  label: `${code} · ${wordsOf(text, language).slice(0, 90)}…`,
                })),
              ]}
            />
            <SelectField
              name="status"
              label={say("status")}
              isRequired
              options={statuses.map((status) => ({
                value: status,
                label: wordFor(language, "ProgressStatus", status),
              }))}
            />
            <TextField name="date" type="date" label={say("date")} isRequired />
            <TextField name="actor" label={say("actor")} hint={say("actorHint")} />
            <TextArea name="evidenceFr" label={say("evidenceFr")} hint={say("evidenceHint")} written="fr" />
            <TextArea name="evidenceEn" label={say("evidenceEn")} written="en" />
            <TextArea name="reasonFr" label={say("reasonFr")} hint={say("reasonHint")} written="fr" />
            <TextArea name="reasonEn" label={say("reasonEn")} written="en" />
          </ActForm>
          <h2>{say("now")}</h2>
          <ul>
            {data.recommendations.map(({ code, text, progress }) => (
              <li key={code}>
                <a href={addressOf(language, "recommendation", { code })}>{code}</a>{" "}
                {wordFor(language, "ProgressStatus", progress.status)}
                {progress.date && ` (${dayIn(language, progress.date)})`} ·{" "}
                <Text of={text} language={language} />
              </li>
            ))}
          </ul>
        </>
      ),
    };
  },
  acts: { declare },
});
