import type { WorkspaceAsked } from "../../workspace-page.js";
import { Text, wordsOf } from "../../../parts/text.js";
import { wordFor } from "../../../parts/words.js";
import { ActForm } from "../parts/act-form.js";
import { errorsIn, hasErrors } from "../parts/checks.js";
import { crumbsUnderDesk } from "../parts/crumbs.js";
import { Done } from "../parts/done.js";
import { TextArea } from "../parts/fields.js";
import { instantIn } from "../parts/moments.js";
import { type Act, stewardPage, toldOn } from "../parts/steward-page.js";
import type { Tried } from "../parts/tried.js";
import { partsWords } from "../parts/words.js";
import { type PortalStewardResourcesQuery, portalStewardResources } from "./added-resources.operation.js";
import { portalReviewResource } from "./review-resource.operation.js";
import { resourcesWords } from "./words.js";
import { portalWithdrawResource } from "./withdraw-resource.operation.js";

type Added = PortalStewardResourcesQuery["addedResources"][number];

const publish: Act = async (asked, sent) => {
  await asked.ask(portalReviewResource, { code: sent.one("code"), decision: "PUBLISH", reason: null });
  return toldOn(asked, "stewardResources", {}, "published");
};

const refuse: Act = async (asked, sent) => {
  const errors = errorsIn(asked.language, sent, { reason: "text" });
  if (hasErrors(errors)) return { errors };
  const reason = sent.one("reason").trim();
  await asked.ask(portalReviewResource, { code: sent.one("code"), decision: "REFUSE", reason });
  return toldOn(asked, "stewardResources", {}, "refused");
};

const withdraw: Act = async (asked, sent) => {
  const errors = errorsIn(asked.language, sent, { reason: "text" });
  if (hasErrors(errors)) return { errors };
  await asked.ask(portalWithdrawResource, { code: sent.one("code"), reason: sent.one("reason").trim() });
  return toldOn(asked, "stewardResources", {}, "withdrawn");
};

/** The practices and tools that establishments added: those proposed are reviewed, one published can be withdrawn. */
export const resourcesPage = stewardPage({
  name: "stewardResources",
  scopes: ["steward:collect"],
  async shown(asked, tried) {
    const { language } = asked;
    const say = resourcesWords(language);
    const { data } = await asked.ask(portalStewardResources, {});
    const resources = [...data.addedResources].sort(
      (one, other) => Number(other.state === "PROPOSED") - Number(one.state === "PROPOSED"),
    );
    return {
      title: say("title"),
      crumbs: crumbsUnderDesk(language),
      body: (
        <>
          <Done
            asked={asked}
            words={{
              published: say("publishedNow"),
              refused: say("refusedNow"),
              withdrawn: say("withdrawnNow"),
            }}
          />
          {resources.length === 0 && <p>{partsWords(language)("none")}</p>}
          {resources.map((resource) => (
            <OneResource key={resource.code} asked={asked} tried={tried} resource={resource} />
          ))}
        </>
      ),
    };
  },
  acts: { publish, refuse, withdraw },
});

interface OneProps {
  readonly asked: WorkspaceAsked;
  readonly tried: Tried | null;
  readonly resource: Added;
}

const OneResource = ({ asked, tried, resource }: OneProps) => {
  const { language } = asked;
  const say = resourcesWords(language);
  const { code, state, kind, type, title, description, url, licence, establishment, addedAt } = resource;
  return (
    <section class="card" aria-labelledby={`resource-${code}`}>
      <h2 id={`resource-${code}`}>
        <Text of={title} language={language} /> <span class="mark">{say(state)}</span>
      </h2>
      <p>
        {wordFor(language, "SharedResourceKind", kind)} · {type} ·{" "}
        {establishment ? wordsOf(establishment.name, language) : "—"} · {instantIn(language, addedAt)}
      </p>
      <p>
        <Text of={description} language={language} />
      </p>
      <p>
        {url && <a href={url}>{url}</a>} {licence}
      </p>
      <p>{resource.decisionReason ?? resource.withdrawalReason}</p>
      {(state === "PROPOSED" || state === "PUBLISHED") && (
        <ActForm
          asked={asked}
          id={`review-${code}`}
          tried={tried}
          values={[["code", code]]}
          buttons={
            state === "PROPOSED"
              ? [
                  { act: "publish", label: say("publish") },
                  { act: "refuse", label: say("refuse"), isSecondary: true },
                ]
              : [{ act: "withdraw", label: say("withdraw"), isSecondary: true }]
          }
        >
          <TextArea
            name="reason"
            label={say("reason")}
            hint={say(state === "PROPOSED" ? "refusalNeedsIt" : "withdrawalNeedsIt")}
          />
        </ActForm>
      )}
    </section>
  );
};
