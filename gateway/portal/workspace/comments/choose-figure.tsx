import { addressOf } from "../../addresses.js";
import { figureNames } from "../../indicator/comment-address.js";
import { wordsOf } from "../../parts/text.js";
import type { WorkspaceAsked } from "../workspace-page.js";
import { portalCommentChoices } from "./comment-choices.operation.js";
import { commentsWords } from "./words.js";

/** The first step: of which indicator and campaign the figure is. */
export async function chooseFigure({ ask, language, query }: WorkspaceAsked) {
  const say = commentsWords(language);
  const { data } = await ask(portalCommentChoices, {});
  const choices = [
    {
      name: figureNames.indicator[language],
      label: say("indicator"),
      chosen: query["indicator"]?.[0],
      options: data.qualityIndicators.map(({ code, name }) => ({
        code,
        words: `${code} · ${wordsOf(name, language)}`,
      })),
    },
    {
      name: figureNames.campaign[language],
      label: say("campaignField"),
      chosen: query["campaign"]?.[0] ?? data.campaigns.at(-1)?.code,
      options: data.campaigns.map(({ code, title }) => ({ code, words: wordsOf(title, language) })),
    },
  ];
  return (
    <form class="act" method="get" action={addressOf(language, "newFigureComment")}>
      {choices.map(({ name, label, chosen, options }) => (
        <div class="field" key={name}>
          <label for={name}>{label}</label>
          <select id={name} name={name}>
            {options.map(({ code, words }) => (
              <option key={code} value={code} selected={code === chosen}>
                {words}
              </option>
            ))}
          </select>
        </div>
      ))}
      <p class="buttons">
        <button type="submit">{say("seeFigures")}</button>
      </p>
    </form>
  );
}
