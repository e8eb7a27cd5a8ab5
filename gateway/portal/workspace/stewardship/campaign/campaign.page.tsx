import { addressOf } from "../../../addresses.js";
import { Text, wordsOf } from "../../../parts/text.js";
import { crumbsUnderDesk } from "../parts/crumbs.js";
import { Done } from "../parts/done.js";
import { knownCampaigns } from "../parts/opened-campaigns.js";
import { portalStewardCompleteness } from "../parts/completeness.operation.js";
import { may, stewardPage } from "../parts/steward-page.js";
import { CampaignDates } from "./campaign-dates.js";
import { Collection, readCollection } from "./collection.js";
import { CompletenessBoard } from "./completeness-board.js";
import { grantDelay, previewDelay } from "./delay.acts.js";
import { portalStewardWindow } from "./form-window.operation.js";
import { previewReminder, recordReminder } from "./reminder.acts.js";
import { Reminders } from "./reminders.js";
import { campaignWords } from "./words.js";

/** One campaign: how complete it is, who is missing, what is to be judged, who gets a delay. */
export const campaignPage = stewardPage({
  name: "stewardCampaign",
  scopes: ["steward:collect", "steward:publish"],
  query: {
    state: { fr: "etat", en: "state" },
    universe: { fr: "liste", en: "list" },
  },
  async shown(asked, tried) {
    const { language, params, ask } = asked;
    const say = campaignWords(language);
    const code = params["campaign"] ?? "";
    const campaign = (await knownCampaigns(asked)).find((known) => known.code === code);
    if (!campaign) return null;
    const [{ data: window }, { data: completeness }, collection] = await Promise.all([
      ask(portalStewardWindow, { campaign: code }),
      ask(portalStewardCompleteness, { campaign: code }),
      may(asked, "steward:collect") ? readCollection(asked, code) : null,
    ]);
    const { universes, closesAt } = completeness.completeness;
    const all = universes.find(({ universe }) => universe === 35)?.total;
    return {
      title: say("title", { title: wordsOf(campaign.title, language) }),
      crumbs: crumbsUnderDesk(language),
      isPartial: collection?.isPartial === true,
      body: (
        <>
          <Done asked={asked} words={{ opened: say("opened"), delayed: say("delayed") }} />
          <p>
            <Text of={campaign.title} language={language} /> · {campaign.period.label}
            {(may(asked, "steward:publish") || may(asked, "steward:privacy")) && (
              <>
                {" · "}
                <a href={addressOf(language, "stewardPublication", { campaign: code })}>
                  {say("publication")}
                </a>
              </>
            )}
          </p>
          <CampaignDates window={window.form?.window ?? null} language={language} />
          {all && all.expected > 0 ? (
            <CompletenessBoard asked={asked} campaign={code} universes={universes} />
          ) : (
            <p>{say("expectsNobody")}</p>
          )}
          {collection && (
            <Collection
              asked={asked}
              tried={tried}
              campaign={code}
              collection={collection}
              missing={all?.missing ?? []}
            />
          )}
          {all && closesAt !== null && (
            <Reminders {...{ asked, tried, campaign, missing: all.missing, closesAt }} />
          )}
        </>
      ),
    };
  },
  acts: {
    "preview-delay": previewDelay,
    "grant-delay": grantDelay,
    "preview-reminder": previewReminder,
    "record-reminder": recordReminder,
  },
});
