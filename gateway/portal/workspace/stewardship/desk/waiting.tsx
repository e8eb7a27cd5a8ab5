import { addressOf } from "../../../addresses.js";
import type { Language } from "../../../language.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { type FollowedCampaign } from "../parts/opened-campaigns.js";
import { may } from "../parts/steward-page.js";
import { partsWords } from "../parts/words.js";
import { portalStewardAccessWaiting } from "./access-waiting.operation.js";
import { portalStewardCommentsWaiting } from "./comments-waiting.operation.js";
import { portalStewardReleasesWaiting } from "./releases-waiting.operation.js";
import { portalStewardResourcesWaiting } from "./resources-waiting.operation.js";
import { deskWords } from "./words.js";

/** One thing that waits for the steward, and where to do it. */
export interface WaitingThing {
  readonly words: string;
  readonly count: number;
  readonly href: string;
}

/** What waits for an account, by its rights: nothing that it may not do. */
export async function waitingFor(
  asked: WorkspaceAsked,
  followed: readonly FollowedCampaign[],
): Promise<readonly WaitingThing[]> {
  const things = await Promise.all([
    may(asked, "steward:collect") ? ofCollection(asked, followed) : [],
    may(asked, "steward:publish") ? ofPublication(asked, followed) : [],
    may(asked, "steward:privacy") ? ofPrivacy(asked) : [],
  ]);
  return things.flat().filter(({ count }) => count > 0);
}

async function ofCollection(
  { ask, language }: WorkspaceAsked,
  followed: readonly FollowedCampaign[],
): Promise<WaitingThing[]> {
  const say = deskWords(language);
  const { data } = await ask(portalStewardResourcesWaiting, {});
  const resources = data.addedResources.length;
  return [
    ...followed.flatMap(({ campaign: { code, vintages }, total, completeness: { closesAt } }) => {
      const href = addressOf(language, "stewardCampaign", { campaign: code });
      // Once a campaign has come out, nobody is behind in it.
      const isOut = closesAt === null || vintages.length > 0;
      const missing = isOut ? 0 : total.missing.length;
      return [
        {
          words: say("toJudge", { count: total.submitted, campaign: code }),
          count: total.submitted,
          href: `${href}#envois`,
        },
        {
          words: say("missing", { count: missing, campaign: code }),
          count: missing,
          href: `${href}#relances`,
        },
      ];
    }),
    {
      words: say("resources", { count: resources }),
      count: resources,
      href: addressOf(language, "stewardResources"),
    },
  ];
}

async function ofPublication(
  { ask, language }: WorkspaceAsked,
  followed: readonly FollowedCampaign[],
): Promise<WaitingThing[]> {
  const say = deskWords(language);
  const [{ data }, said] = await Promise.all([
    ask(portalStewardReleasesWaiting, {}),
    ask(portalStewardCommentsWaiting, {}),
  ]);
  const built = data.releases.filter(({ status }) => status === "BUILT").length;
  const comments = said.data.figureComments.totalCount;
  return [
    ...followed.map(({ campaign: { code }, total: { approved } }) => ({
      words: say("toPublish", { count: approved, campaign: code }),
      count: approved,
      href: addressOf(language, "stewardPublication", { campaign: code }),
    })),
    { words: say("toApprove", { count: built }), count: built, href: addressOf(language, "stewardReleases") },
    {
      words: say("comments", { count: comments }),
      count: comments,
      href: addressOf(language, "stewardComments"),
    },
  ];
}

async function ofPrivacy({ ask, language }: WorkspaceAsked): Promise<WaitingThing[]> {
  const say = deskWords(language);
  const [access, releases] = await Promise.all([
    ask(portalStewardAccessWaiting, {}),
    ask(portalStewardReleasesWaiting, {}),
  ]);
  const open = access.data.accessRequests.filter(({ state }) => state === "OPEN").length;
  const suspended = access.data.accessAgreements.filter(({ status }) => status === "SUSPENDED").length;
  const built = releases.data.releases.filter(({ status }) => status === "BUILT").length;
  const href = addressOf(language, "stewardAccess");
  return [
    { words: say("requests", { count: open }), count: open, href },
    { words: say("suspended", { count: suspended }), count: suspended, href },
    { words: say("built", { count: built }), count: built, href: addressOf(language, "stewardReleases") },
  ];
}

/** The list of what waits. */
export const Waiting = ({
  waiting,
  language,
}: {
  readonly waiting: readonly WaitingThing[];
  readonly language: Language;
}) =>
  waiting.length === 0 ? (
    <p>{partsWords(language)("none")}</p>
  ) : (
    <ul class="cards">
      {waiting.map(({ words, href }) => (
        <li class="card" key={words}>
          <a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  );
