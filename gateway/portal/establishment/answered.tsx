import { Fragment } from "preact";
import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { knownDaysIn } from "../parts/campaign-days.js";
import { Text } from "../parts/text.js";
import type { ValueOf } from "../parts/words.js";
import type { CampaignFigures } from "./read-figures.js";
import { establishmentWords } from "./words.js";

// The campaign whose printed lists say who was represented, and the contradiction about these lists.
const campaignOfLists = "2024";
const contradictionOfLists = "K7";

/** Whether the establishment has answered, campaign by campaign, from what is public. */
export const AnsweredSection = ({
  represented,
  campaigns,
  language,
}: {
  readonly represented: ValueOf<"Represented">;
  readonly campaigns: readonly CampaignFigures[];
  readonly language: Language;
}) => {
  const say = establishmentWords(language);
  return (
    <section aria-labelledby="answered">
      <h2 id="answered">{say("answered")}</h2>
      <dl>
        <dt>{say("in2024")}</dt>
        <dd>
          {say(`answered2024${represented}`)}{" "}
          {represented === "UNSTATED" && (
            <a href={`${addressOf(language, "contradictions")}#${contradictionOfLists}`}>
              {say("contradiction", { id: contradictionOfLists })}
            </a>
          )}
        </dd>
        {campaigns
          .filter(({ code }) => code !== campaignOfLists)
          .map((campaign) => (
            <Fragment key={campaign.code}>
              <dt>
                <Text of={campaign.title} language={language} />
              </dt>
              <dd>{answeredInWords(campaign, language)}</dd>
            </Fragment>
          ))}
      </dl>
    </section>
  );
};

/** An establishment has rows in a vintage when its answers are part of it, and only then. */
function answeredInWords(campaign: CampaignFigures, language: Language): string {
  const { vintage, observations } = campaign;
  const say = establishmentWords(language);
  if (vintage === null || observations === null)
    return `${say("notToldYet")} ${knownDaysIn(language, campaign)}`;
  return say(observations.length > 0 ? "inVintage" : "notInVintage", { vintage });
}
