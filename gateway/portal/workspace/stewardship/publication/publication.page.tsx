import { addressOf } from "../../../addresses.js";
import { wordsOf } from "../../../parts/text.js";
import { typographic } from "../../../words/typography.js";
import { HubRefused } from "../../workspace-page.js";
import { crumbsUnderDesk } from "../parts/crumbs.js";
import { Done } from "../parts/done.js";
import { stewardPage } from "../parts/steward-page.js";
import { PreviewFacts } from "./preview-facts.js";
import { publish, withdrawVintage } from "./publication.acts.js";
import { PublishForm } from "./publish-form.js";
import { readPublication } from "./read-publication.js";
import { Verdict } from "./verdict.js";
import { Vintages } from "./vintages.js";
import { Changes } from "./changes.js";
import { publicationWords } from "./words.js";

/** What publishing a campaign would say and change, the verdict of protection, and the vintages published so far. */
export const publicationPage = stewardPage({
  name: "stewardPublication",
  scopes: ["steward:publish", "steward:privacy"],
  async shown(asked, tried) {
    const { language } = asked;
    const say = publicationWords(language);
    const read = await readPublication(asked);
    if (!read) return null;
    const { campaign, preview, names, vintages, hasApproved } = read;
    return {
      title: say("title", { title: wordsOf(campaign.title, language) }),
      crumbs: crumbsUnderDesk(language),
      body: (
        <>
          <Done
            asked={asked}
            words={{ published: say("published"), asked: say("asked"), withdrawn: say("withdrawn") }}
          />
          {preview === null && <p class="notice">{say("onlyPublishers")}</p>}
          {preview instanceof HubRefused && (
            <p class="notice caution">{typographic(preview.messages[language], language)}</p>
          )}
          {preview !== null && !(preview instanceof HubRefused) && (
            <>
              <h2>{say("next", { vintage: preview.vintage })}</h2>
              <PreviewFacts preview={preview} language={language} />
              <Verdict preview={preview} names={names} language={language} />
              <Changes preview={preview} names={names} language={language} />
              <PublishForm asked={asked} tried={tried} preview={preview} hasApproved={hasApproved} />
            </>
          )}
          <Vintages asked={asked} tried={tried} vintages={vintages} />
          <p>
            <a href={addressOf(language, "stewardRegister")}>{say("register")}</a>
          </p>
        </>
      ),
    };
  },
  acts: { publish, withdraw: withdrawVintage },
});
