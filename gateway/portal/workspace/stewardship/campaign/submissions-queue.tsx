import { addressOf } from "../../../addresses.js";
import { Scroll } from "../../../parts/scroll.js";
import { wordsOf } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { Count } from "../parts/count.js";
import { instantIn } from "../parts/moments.js";
import { partsWords } from "../parts/words.js";
import type { QueuedSubmission } from "./collected.js";
import { campaignWords } from "./words.js";

const states = ["SUBMITTED", "RETURNED", "APPROVED", "PUBLISHED", "DRAFT", "WITHDRAWN"] as const;

interface QueueProps {
  readonly asked: WorkspaceAsked;
  readonly campaign: string;
  readonly submissions: readonly QueuedSubmission[];
}

/** The submissions of a campaign, those to judge first; one state at a time when asked so. */
export const SubmissionsQueue = ({ asked, campaign, submissions }: QueueProps) => {
  const { language, query } = asked;
  const say = campaignWords(language);
  const chosen = states.find((state) => state === query["state"]?.[0]);
  const shown = submissions
    .filter(({ state }) => chosen === undefined || state === chosen)
    .sort((one, other) => states.indexOf(one.state) - states.indexOf(other.state));
  return (
    <section id="envois" aria-labelledby="envois-title">
      <h2 id="envois-title">{say("submissions")}</h2>
      <form method="get" action={`${addressOf(language, "stewardCampaign", { campaign })}#envois`}>
        <p class="buttons">
          <label for="state">{say("stateFilter")}</label>
          <select id="state" name={language === "fr" ? "etat" : "state"}>
            <option value="">{say("allStates")}</option>
            {states.map((state) => (
              <option key={state} value={state} selected={state === chosen}>
                {partsWords(language)(state)} ({submissions.filter((one) => one.state === state).length})
              </option>
            ))}
          </select>
          <button type="submit" class="secondary">
            {say("filter")}
          </button>
        </p>
      </form>
      {shown.length === 0 ? <p>{partsWords(language)("none")}</p> : <Queue asked={asked} shown={shown} />}
    </section>
  );
};

const Queue = ({ asked, shown }: { asked: WorkspaceAsked; shown: readonly QueuedSubmission[] }) => {
  const { language } = asked;
  const say = campaignWords(language);
  const caption = say("queueCaption", { count: shown.length });
  return (
    <Scroll label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {(["office", "state", "revision", "sentAt"] as const).map((column) => (
              <th scope="col" key={column}>
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, office, establishment, state, revision, submittedAt, submittedBy }) => (
            <tr key={id}>
              <th scope="row">
                <a href={addressOf(language, "stewardSubmission", { id })}>
                  {establishment ? wordsOf(establishment.name, language) : office}
                </a>
              </th>
              <td>{partsWords(language)(state)}</td>
              <td class="number">
                <Count of={revision} language={language} />
              </td>
              <td>
                {submittedAt && instantIn(language, submittedAt)}{" "}
                {submittedBy === asked.account.subject && <strong>{say("byYourself")}</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
