import type { WorkspaceAsked } from "../../workspace-page.js";
import { ActForm } from "../parts/act-form.js";
import { crumbsUnderDesk } from "../parts/crumbs.js";
import { Done } from "../parts/done.js";
import { TextArea } from "../parts/fields.js";
import { History } from "../parts/history.js";
import { afterParameter, NextPage } from "../parts/next-page.js";
import { stewardPage } from "../parts/steward-page.js";
import type { Tried } from "../parts/tried.js";
import { partsWords } from "../parts/words.js";
import { endCredential, restore, suspend } from "./credentials.acts.js";
import { type PortalStewardCredentialsQuery, portalStewardCredentials } from "./credentials.operation.js";
import { credentialsWords } from "./words.js";

type Credential = PortalStewardCredentialsQuery["credentials"]["edges"][number]["node"];

/** Who may come in, page by page, and the way to suspend, restore or end it. */
export const credentialsPage = stewardPage({
  name: "stewardCredentials",
  scopes: ["steward:privacy"],
  query: { after: afterParameter },
  async shown(asked, tried) {
    const { language, query } = asked;
    const say = credentialsWords(language);
    const { data } = await asked.ask(portalStewardCredentials, { after: query["after"]?.[0] ?? null });
    const { edges, pageInfo } = data.credentials;
    return {
      title: say("title"),
      crumbs: crumbsUnderDesk(language),
      body: (
        <>
          <Done
            asked={asked}
            words={{ suspended: say("suspendedNow"), restored: say("restored"), ended: say("ended") }}
          />
          <p>{say("lead")}</p>
          {edges.length === 0 && <p>{partsWords(language)("none")}</p>}
          {edges.map(({ node }) => (
            <OneCredential key={node.id} asked={asked} tried={tried} credential={node} />
          ))}
          <NextPage asked={asked} page="stewardCredentials" pageInfo={pageInfo} />
        </>
      ),
    };
  },
  acts: { suspend, restore, end: endCredential },
});

interface OneProps {
  readonly asked: WorkspaceAsked;
  readonly tried: Tried | null;
  readonly credential: Credential;
}

const OneCredential = ({ asked, tried, credential }: OneProps) => {
  const { language, account } = asked;
  const say = credentialsWords(language);
  const { id, subject, client, kind, establishment, agreement, scopes, status, version, history } =
    credential;
  const holder = subject ?? client ?? id;
  return (
    <section class="card" aria-labelledby={`credential-${id}`}>
      <h2 id={`credential-${id}`}>
        <code>{holder}</code> <span class={status === "ACTIVE" ? "mark" : "mark caution"}>{say(status)}</span>
      </h2>
      <p>{[kind && say(kind), establishment, agreement, scopes.join(" ")].filter(Boolean).join(" · ")}</p>
      <History
        acts={history}
        label={say("history")}
        wordOf={(act) => say(act as "GRANTED")}
        language={language}
      />
      {subject !== null && subject === account.subject && <p class="notice">{say("yourself")}</p>}
      {status !== "ENDED" && (
        <ActForm
          asked={asked}
          id={`change-${id}`}
          tried={tried}
          values={[
            ["subject", subject ?? ""],
            ["client", client ?? ""],
            ["version", String(version)],
          ]}
          buttons={[
            status === "ACTIVE"
              ? { act: "suspend", label: say("suspend") }
              : { act: "restore", label: say("restore") },
            { act: "end", label: say("end"), isSecondary: true },
          ]}
        >
          <TextArea name="reason" label={say("reason")} hint={say("kept")} isRequired />
        </ActForm>
      )}
    </section>
  );
};
