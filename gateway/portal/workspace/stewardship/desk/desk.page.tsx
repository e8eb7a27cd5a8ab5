import { addressOf } from "../../../addresses.js";
import type { Language } from "../../../language.js";
import { Text } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { Count } from "../parts/count.js";
import { endIn } from "../parts/moments.js";
import { type FollowedCampaign, followedCampaigns } from "../parts/opened-campaigns.js";
import { may, stewardPage } from "../parts/steward-page.js";
import { Waiting, waitingFor } from "./waiting.js";
import { deskWords } from "./words.js";

/** The desk of those who steer the hub: what waits for them, by their rights, and the way to everything they do. */
export const deskPage = stewardPage({
  name: "stewardship",
  scopes: ["steward:collect", "steward:publish", "steward:privacy"],
  async shown(asked) {
    const { language } = asked;
    const say = deskWords(language);
    const followsCampaigns = may(asked, "steward:collect") || may(asked, "steward:publish");
    const followed = followsCampaigns ? await followedCampaigns(asked) : [];
    const waiting = await waitingFor(asked, followed);
    return {
      title: say("title"),
      body: (
        <>
          <h2>{say("waiting")}</h2>
          <Waiting waiting={waiting} language={language} />
          {followsCampaigns && <Campaigns followed={followed} asked={asked} />}
          <h2>{say("everything")}</h2>
          <Ways asked={asked} />
        </>
      ),
    };
  },
});

const Campaigns = ({ followed, asked }: { followed: readonly FollowedCampaign[]; asked: WorkspaceAsked }) => {
  const { language } = asked;
  const say = deskWords(language);
  return (
    <>
      <h2>{say("campaigns")}</h2>
      <ul class="cards">
        {followed.map((one) => (
          <li class="card" key={one.campaign.code}>
            <CampaignCard {...one} language={language} />
          </li>
        ))}
      </ul>
      {may(asked, "steward:collect") && (
        <p>
          <a class="button" href={addressOf(language, "stewardNewCampaign")}>
            {say("openCampaign")}
          </a>
        </p>
      )}
    </>
  );
};

const CampaignCard = ({
  campaign: { code, title },
  completeness: { closesAt },
  total,
  language,
}: FollowedCampaign & { readonly language: Language }) => {
  const say = deskWords(language);
  return (
    <>
      <h3>
        <a href={addressOf(language, "stewardCampaign", { campaign: code })}>
          <Text of={title} language={language} />
        </a>
      </h3>
      <p>
        {say("received")} <Count of={total.received} language={language} /> /{" "}
        <Count of={total.expected} language={language} />
      </p>
      <p>{closesAt === null ? say("noDeadline") : say("deadline", { day: endIn(language, closesAt) })}</p>
    </>
  );
};

const Ways = ({ asked }: { readonly asked: WorkspaceAsked }) => {
  const { language } = asked;
  const say = deskWords(language);
  const ways = [
    ["stewardProgress", "steward:collect"],
    ["stewardResources", "steward:collect"],
    ["stewardAccess", "steward:privacy"],
    ["stewardCredentials", "steward:privacy"],
    ["stewardReads", "steward:privacy"],
    ["stewardReleases", "steward:privacy", "steward:publish"],
    ["stewardRegister", "steward:privacy", "steward:publish"],
    ["stewardCoConstruction", "steward:publish"],
    ["stewardComments", "steward:publish", "steward:collect", "steward:privacy"],
  ] as const;
  return (
    <ul>
      {ways
        .filter(([, ...scopes]) => scopes.some((scope) => may(asked, scope)))
        .map(([page]) => (
          <li key={page}>
            <a href={addressOf(language, page)}>{say(page)}</a>
          </li>
        ))}
    </ul>
  );
};
