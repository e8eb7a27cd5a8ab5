import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { pageWords } from "./words.js";
import type { ShownPage } from "./page.js";

/** Why there is no page. */
export type Failure = "notFound" | "unavailable" | "tooMany" | "failed";

/** The page that says why there is none, in its own words. */
export function failurePage(language: Language, failure: Failure, requestId: string): ShownPage {
  const say = pageWords(language);
  return {
    title: say(`${failure}Title`),
    body: (
      <>
        <p>
          {say(failure)}
          {failure === "failed" && (
            <>
              {" "}
              <code>{requestId}</code>
            </>
          )}
        </p>
        {failure === "notFound" && (
          <p>
            <a href={addressOf(language, "search")}>{say("notFoundHelp")}</a>
          </p>
        )}
      </>
    ),
  };
}
