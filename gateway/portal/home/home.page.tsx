import { paths } from "../addresses.js";
import { portalIndicators } from "../operations/indicators.operation.js";
import type { Page } from "../page/page.js";
import { Text } from "../parts/text.js";
import { homeWords } from "./words.js";

/** The front page. */
export const homePage: Page = {
  name: "home",
  path: paths.home,
  async show({ language, ask }) {
    const say = homeWords(language);
    const { data, lost } = await ask(portalIndicators, {});
    return {
      title: say("title"),
      description: say("lead"),
      isPartial: lost.length > 0,
      body: (
        <>
          <p>{say("lead")}</p>
          <ul>
            {data.qualityIndicators.map(({ code, name }) => (
              <li key={code}>
                <Text of={name} language={language} />
              </li>
            ))}
          </ul>
        </>
      ),
    };
  },
};
