import { addressOf } from "../addresses.js";
import { Text, wordsOf } from "../parts/text.js";
import { queryNames } from "./indicator-query.js";
import type { SectionProps } from "./shown-indicator.js";
import { indicatorWords } from "./words.js";

/** Campaign, category and day: a form that works without scripts. */
export const ChoosingForm = ({ of }: SectionProps) => {
  const { language, indicator, campaigns, campaign, category, asOf } = of;
  const say = indicatorWords(language);
  const names = {
    campaign: queryNames.campaign[language],
    category: queryNames.category[language],
    asOf: queryNames.asOf[language],
  };
  return (
    <form class="choosing" method="get" action={addressOf(language, "indicator", { code: indicator.code })}>
      <fieldset>
        <legend>{say("choose")}</legend>
        <p>
          <label for="campaign">{say("campaign")}</label>
          <select id="campaign" name={names.campaign}>
            {campaigns.map(({ code, title }) => (
              <option key={code} value={code} selected={code === campaign.code}>
                {wordsOf(title, language)}
              </option>
            ))}
          </select>
        </p>
        {indicator.categories.length > 0 && (
          <p>
            <label for="category">{say("category")}</label>
            <select id="category" name={names.category}>
              <option value="">{say("allCategories")}</option>
              {indicator.categories.map(({ code, label }) => (
                <option key={code} value={code} selected={code === category?.code}>
                  {wordsOf(label, language)}
                </option>
              ))}
            </select>
          </p>
        )}
        <p>
          <label for="as-of">{say("asOf")}</label>
          <input
            id="as-of"
            type="text"
            name={names.asOf}
            value={asOf ?? ""}
            maxLength={10}
            autocomplete="off"
            aria-describedby="as-of-help"
          />
          <span id="as-of-help">{say("asOfHelp")}</span>
        </p>
        <p>
          <button type="submit">{say("show")}</button>
        </p>
      </fieldset>
      <details class="told">
        <summary>{say("aboutCampaign", { campaign: wordsOf(campaign.title, language) })}</summary>
        <p>
          <Text of={campaign.note} language={language} />
        </p>
      </details>
    </form>
  );
};
