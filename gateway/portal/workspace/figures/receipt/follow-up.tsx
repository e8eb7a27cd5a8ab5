import type { Language } from "../../../language.js";
import { Scroll } from "../../../parts/scroll.js";
import type { Submission } from "../case/figures-case.js";
import { When } from "../case/when.js";
import { receiptWords } from "./words.js";

/** Everything that happened to a submission, the latest first. */
export const FollowUp = ({
  audit,
  language,
}: {
  readonly audit: Submission["audit"];
  readonly language: Language;
}) => {
  const say = receiptWords(language);
  return (
    <Scroll label={say("follow")}>
      <table>
        <caption>{say("follow")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("at")}</th>
            <th scope="col">{say("event")}</th>
            <th scope="col">{say("actor")}</th>
            <th scope="col">{say("reason")}</th>
          </tr>
        </thead>
        <tbody>
          {[...audit].reverse().map(({ at, event, actor, reason, vintage, receipt, revision }) => (
            <tr key={receipt}>
              <td>
                <When at={at} language={language} />
              </td>
              <td>
                {vintage === null ? say(event) : say("ofVintage", { event: say(event), vintage })}
                {revision !== null && (
                  <>
                    <br />
                    <small>
                      {say("revision")} {revision}
                    </small>
                  </>
                )}
              </td>
              <td>{actor}</td>
              <td>{reason ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
