import { dayIn } from "../../../figures/numbers.js";
import { Text } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { ActForm } from "../parts/act-form.js";
import { Count } from "../parts/count.js";
import { TextArea } from "../parts/fields.js";
import { History } from "../parts/history.js";
import type { Tried } from "../parts/tried.js";
import { partsWords } from "../parts/words.js";
import type { PortalStewardAccessQuery } from "./access.operation.js";
import { accessWords } from "./words.js";

type Agreement = PortalStewardAccessQuery["accessAgreements"][number];

interface AgreementsProps {
  readonly asked: WorkspaceAsked;
  readonly tried: Tried | null;
  readonly agreements: readonly Agreement[];
}

/** The access agreements, each with what can be done with it. */
export const Agreements = ({ asked, tried, agreements }: AgreementsProps) => {
  const say = accessWords(asked.language);
  return (
    <>
      <h2>{say("agreements")}</h2>
      {agreements.length === 0 && <p>{partsWords(asked.language)("none")}</p>}
      {agreements.map((agreement) => (
        <OneAgreement key={agreement.code} asked={asked} tried={tried} agreement={agreement} />
      ))}
    </>
  );
};

const OneAgreement = ({
  asked,
  tried,
  agreement,
}: Omit<AgreementsProps, "agreements"> & { readonly agreement: Agreement }) => {
  const { language } = asked;
  const say = accessWords(language);
  const { code, status, purpose, variables, kThreshold, validFrom, validTo, subjects, history, version } =
    agreement;
  const id = `agreement-${code}`;
  return (
    <section class="card" aria-labelledby={id}>
      <h3 id={id}>
        {code} <span class={status === "ACTIVE" ? "mark" : "mark caution"}>{say(status)}</span>
      </h3>
      <p>
        <Text of={purpose} language={language} />
      </p>
      <dl class="steward-facts">
        <div>
          <dt>{say("period")}</dt>
          <dd>{say("fromTo", { from: dayIn(language, validFrom), to: dayIn(language, validTo) })}</dd>
        </div>
        <div>
          <dt>{say("k")}</dt>
          <dd>
            <Count of={kThreshold} language={language} />
          </dd>
        </div>
        <div>
          <dt>{say("variables")}</dt>
          <dd>{variables.join(", ")}</dd>
        </div>
        <div>
          <dt>{say("subjects")}</dt>
          <dd>{subjects.join(", ")}</dd>
        </div>
      </dl>
      <History
        acts={history}
        label={say("history")}
        wordOf={(act) => say(act as "GRANTED")}
        language={language}
      />
      {status !== "ENDED" && (
        <details open={tried?.form === `change-${code}`}>
          <summary>{say("change", { code })}</summary>
          <ActForm
            asked={asked}
            id={`change-${code}`}
            tried={tried}
            values={[
              ["agreement", code],
              ["version", String(version)],
            ]}
            buttons={[
              status === "ACTIVE"
                ? { act: "suspend", label: say("suspend") }
                : { act: "resume", label: say("resume") },
              { act: "end", label: say("end"), isSecondary: true },
            ]}
          >
            <TextArea name="reason" label={say("changeReason")} hint={say("keptReason")} isRequired />
          </ActForm>
        </details>
      )}
    </section>
  );
};
