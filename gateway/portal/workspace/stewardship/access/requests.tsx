import { dayIn } from "../../../figures/numbers.js";
import { Text } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { ActForm } from "../parts/act-form.js";
import { TextArea, TextField } from "../parts/fields.js";
import { instantIn } from "../parts/moments.js";
import type { Tried } from "../parts/tried.js";
import { partsWords } from "../parts/words.js";
import type { PortalStewardAccessQuery } from "./access.operation.js";
import { accessWords } from "./words.js";

type Request = PortalStewardAccessQuery["accessRequests"][number];

interface RequestsProps {
  readonly asked: WorkspaceAsked;
  readonly tried: Tried | null;
  readonly requests: readonly Request[];
}

/** The requests for access, those that wait first. */
export const Requests = ({ asked, tried, requests }: RequestsProps) => {
  const say = accessWords(asked.language);
  const open = requests.filter(({ state }) => state === "OPEN");
  const decided = requests.filter(({ state }) => state !== "OPEN");
  return (
    <>
      <h2>{say("requests", { count: open.length })}</h2>
      {open.length === 0 && <p>{partsWords(asked.language)("none")}</p>}
      {open.map((request) => (
        <section class="card" key={request.id} aria-labelledby={`request-${request.id}`}>
          <RequestFacts request={request} asked={asked} />
          <GrantForm request={request} asked={asked} tried={tried} />
          <ActForm
            asked={asked}
            id={`decline-${request.id}`}
            tried={tried}
            values={[["request", request.id]]}
            buttons={[{ act: "decline", label: say("decline"), isSecondary: true }]}
          >
            <TextArea name="reason" label={say("declineReason")} hint={say("teamReads")} isRequired />
          </ActForm>
        </section>
      ))}
      {decided.length > 0 && (
        <details>
          <summary>{say("decided", { count: decided.length })}</summary>
          <ul>
            {decided.map(({ id, title, state, decidedAt, decisionReason }) => (
              <li key={id}>
                {title} · {say(state)} · {decidedAt && instantIn(asked.language, decidedAt)} {decisionReason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

const RequestFacts = ({ request, asked: { language } }: { request: Request; asked: WorkspaceAsked }) => {
  const say = accessWords(language);
  return (
    <>
      <h3 id={`request-${request.id}`}>{request.title}</h3>
      <p>
        <Text of={request.purpose} language={language} />
      </p>
      <dl class="steward-facts">
        <div>
          <dt>{say("requestedBy")}</dt>
          <dd>
            <code>{request.requestedBy}</code>, {instantIn(language, request.requestedAt)}
          </dd>
        </div>
        <div>
          <dt>{say("period")}</dt>
          <dd>
            {say("fromTo", {
              from: dayIn(language, request.periodFrom),
              to: dayIn(language, request.periodTo),
            })}
          </dd>
        </div>
        <div>
          <dt>{say("variables")}</dt>
          <dd>{request.variables.join(", ")}</dd>
        </div>
        <div>
          <dt>{say("ethics")}</dt>
          <dd>{request.ethicsReference}</dd>
        </div>
        <div>
          <dt>{say("team")}</dt>
          <dd>
            <data value={request.teamSize}>{request.teamSize}</data>
          </dd>
        </div>
      </dl>
    </>
  );
};

const GrantForm = ({ request, asked, tried }: Omit<RequestsProps, "requests"> & { request: Request }) => {
  const say = accessWords(asked.language);
  return (
    <ActForm
      asked={asked}
      id={`grant-${request.id}`}
      tried={tried}
      values={[["request", request.id]]}
      buttons={[{ act: "grant", label: say("grant") }]}
    >
      <TextField name="code" label={say("code")} hint={say("codeHint")} isRequired />
      <TextField name="kThreshold" type="number" label={say("k")} hint={say("kHint")} isRequired />
      <TextField
        name="validFrom"
        type="date"
        label={say("validFrom")}
        initial={request.periodFrom}
        isRequired
      />
      <TextField
        name="validTo"
        type="date"
        label={say("validTo")}
        hint={say("validToHint")}
        initial={request.periodTo}
        isRequired
      />
      <TextArea name="reason" label={say("grantReason")} hint={say("keptReason")} isRequired />
    </ActForm>
  );
};
