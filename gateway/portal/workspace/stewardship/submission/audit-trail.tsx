import type { Language } from "../../../language.js";
import { Scroll } from "../../../parts/scroll.js";
import { French } from "../../../parts/text.js";
import { instantIn } from "../parts/moments.js";
import { eventWords } from "../parts/event-words.js";
import type { Submission } from "./read-submission.js";
import { submissionWords } from "./words.js";

/** Everything that happened to a submission, the last first. */
export const AuditTrail = ({
  submission: { audit },
  language,
}: {
  readonly submission: Submission;
  readonly language: Language;
}) => {
  const say = submissionWords(language);
  return (
    <>
      <h2>{say("audit")}</h2>
      <Scroll label={say("audit")}>
        <table>
          <caption>{say("auditCaption")}</caption>
          <thead>
            <tr>
              {(["when", "event", "revision", "who", "reason"] as const).map((column) => (
                <th scope="col" key={column}>
                  {say(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...audit].reverse().map(({ receipt, at, event, revision, actor, reason, vintage }) => (
              <tr key={receipt}>
                <th scope="row">{instantIn(language, at)}</th>
                <td>
                  {eventWords(language)(event)} {vintage}
                </td>
                <td class="number">{revision}</td>
                <td>
                  <code>{actor}</code>
                </td>
                <td>{reason && <French language={language}>{reason}</French>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
};
