import { Contact } from "../about/contact.js";
import { addressOf, paths } from "../addresses.js";
import type { Page } from "../page/page.js";
import { accessibilityWords } from "./words.js";

const taken = ["takenFocus", "takenTarget", "takenDrag", "takenHelp", "takenEntry", "takenLogin"] as const;
const done = ["doneScripts", "doneColour", "doneLanguage", "doneModes", "doneWords"] as const;
const tested = ["testedAxe", "testedKeyboard", "testedReflow", "testedHtml"] as const;
const limits = ["limitPeople", "limitExplorer", "limitTables", "limitQuotes", "limitEnglish"] as const;

/** The accessibility statement. */
export const accessibilityPage: Page = {
  name: "accessibility",
  path: paths.accessibility,
  async show({ language, settings }) {
    const say = accessibilityWords(language);
    const list = (keys: readonly Parameters<typeof say>[0][]) => (
      <ul>
        {keys.map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
    );
    return {
      title: say("title"),
      description: say("description"),
      body: (
        <>
          <p>{say("lead")}</p>
          <h2>{say("standard")}</h2>
          <p>{say("standardText")}</p>
          <p>{say("taken")}</p>
          {list(taken)}
          <h2>{say("done")}</h2>
          {list(done)}
          <h2>{say("tested")}</h2>
          <p>{say("testedText")}</p>
          {list(tested)}
          <h2>{say("limits")}</h2>
          <p>{say("limitsText")}</p>
          {list(limits)}
          <p>
            <a href={addressOf(language, "schemaReference")}>{say("explorer")}</a>
          </p>
          <h2>{say("report")}</h2>
          <p>{say("reportText")}</p>
          <Contact contact={settings.contact} language={language} />
          <p>{say("date")}</p>
        </>
      ),
    };
  },
};
