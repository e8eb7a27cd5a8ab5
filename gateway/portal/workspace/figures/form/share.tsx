import { Scroll } from "../../../parts/scroll.js";
import type { FormView } from "./form-view.js";
import { caseAddress } from "../case/case-links.js";
import { When } from "../case/when.js";
import { formWords } from "./words.js";

/** How the draft is handed to a colleague, and who saved what. */
export const Share = ({ view: { asked, figures } }: { readonly view: FormView }) => {
  const { language, account, publicUrl } = asked;
  const say = formWords(language);
  const address = `${publicUrl}${caseAddress(language, "figuresForm", figures)}`;
  const revisions = [...(figures.submission?.revisions ?? [])].reverse();
  return (
    <section aria-labelledby="figures-share">
      <h2 id="figures-share">{say("shareTitle")}</h2>
      <p>{say("share")}</p>
      <p>
        <a href={address}>{address}</a>
      </p>
      <p>{say("shareHow")}</p>
      {revisions.length > 0 && (
        <Scroll label={say("revisions")}>
          <table>
            <caption>{say("revisions")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("revision")}</th>
                <th scope="col">{say("what")}</th>
                <th scope="col">{say("who")}</th>
                <th scope="col">{say("when")}</th>
                <th scope="col">{say("why")}</th>
              </tr>
            </thead>
            <tbody>
              {revisions.map(({ revision, mode, submittedBy, submittedAt, reason }) => (
                <tr key={revision}>
                  <th scope="row">{revision}</th>
                  <td>{say(`mode${mode}`)}</td>
                  <td>{submittedBy === account.subject ? say("you", { who: submittedBy }) : submittedBy}</td>
                  <td>
                    <When at={submittedAt} language={language} />
                  </td>
                  <td>{reason ?? "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
};
