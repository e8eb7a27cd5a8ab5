import { wordsOf } from "../../../parts/text.js";
import type { ShownPage } from "../../../page/page.js";
import { AntiForgery } from "../../anti-forgery.js";
import { caseAddress } from "../case/case-links.js";
import type { FiguresCase } from "../case/figures-case.js";
import { newKey } from "../case/push-case.js";
import { whenIn } from "../case/when.js";
import type { ToldIssue } from "../case/told-issue.js";
import { figuresCrumbs } from "../campaigns/crumbs.js";
import { CaseState, takesReason } from "../form/case-state.js";
import { ErrorSummary } from "../form/error-summary.js";
import type { FormView } from "../form/form-view.js";
import { PublicLevels } from "./public-levels.js";
import { reviewWords } from "./words.js";

/** What the page of the review is made from. */
export interface ReviewView extends Pick<FormView, "asked" | "figures" | "reason" | "refusal"> {
  readonly issues: readonly ToldIssue[];
  readonly news: "changed" | "rejected" | "refused" | null;
  readonly isAccepted: boolean;
}

/** The page before submitting. */
export function reviewPage(view: ReviewView): ShownPage {
  const { asked, figures } = view;
  const { language } = asked;
  return {
    title: reviewWords(language)("title", { campaign: figures.campaign }),
    crumbs: figuresCrumbs(language, figures),
    body: <ReviewBody view={view} />,
  };
}

const ReviewBody = ({ view }: { readonly view: ReviewView }) => {
  const { asked, figures, issues, news, refusal } = view;
  const { language } = asked;
  const say = reviewWords(language);
  const formAddress = caseAddress(language, "figuresForm", figures);
  const isBlocked = issues.some(({ isBlocking }) => isBlocking);
  const isSent = figures.current?.mode === "SUBMIT" && figures.submission?.state !== "RETURNED";
  return (
    <>
      {news && (
        <div class="notice danger" role="status">
          {refusal && <p>{refusal[language]}</p>}
          <p>{say(news)}</p>
        </div>
      )}
      <ErrorSummary issues={issues} language={language} address={formAddress} />
      <p class={isBlocked ? "notice danger" : "notice success"}>{say(isBlocked ? "blocked" : "fine")}</p>
      <p>{say("lead", { revision: figures.current?.revision ?? 0 })}</p>
      {isSent ? (
        <p class="notice caution">
          {say("sent")} <a href={caseAddress(language, "figuresReceipt", figures)}>{say("seeReceipt")}</a>
        </p>
      ) : (
        <CaseState figures={figures} language={language} />
      )}
      <p>
        <a href={formAddress}>{say("mend")}</a>
      </p>
      <h2>{say("publicTitle")}</h2>
      {asked.account.isDevelopment && <p class="notice caution">{say("synthetic")}</p>}
      <PublicLevels figures={figures} language={language} />
      <WhoSees view={view} />
      <SubmitForm view={view} />
    </>
  );
};

const WhoSees = ({ view: { asked, figures } }: { readonly view: ReviewView }) => {
  const { language } = asked;
  const say = reviewWords(language);
  const embargo = figures.form.window?.embargoUntil;
  return (
    <>
      <h2>{say("whoTitle")}</h2>
      <ul>
        <li>{say("who")}</li>
        <li>{embargo ? say("embargo", { instant: whenIn(language, embargo) }) : say("noEmbargo")}</li>
        <li>{say("kept")}</li>
      </ul>
    </>
  );
};

const SubmitForm = ({ view }: { readonly view: ReviewView }) => {
  const { asked, figures, isAccepted } = view;
  const { language } = asked;
  const say = reviewWords(language);
  const { version, text } = figures.form.notice;
  return (
    <form method="post" action={caseAddress(language, "figuresReview", figures)}>
      <AntiForgery token={asked.antiForgery} />
      <input type="hidden" name="key" value={newKey()} />
      <input type="hidden" name="base" value={figures.current?.revision ?? ""} />
      {figures.office !== null && <input type="hidden" name="office" value={figures.office} />}
      <h2 id="notice-title">{say("noticeTitle", { version })}</h2>
      <div class="figures-notice-text card">
        {wordsOf(text, language)
          .split(/\n+/)
          .map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
      </div>
      <p>
        <input
          type="checkbox"
          id="notice"
          name="notice"
          value={version}
          checked={isAccepted}
          aria-describedby="notice-title"
        />{" "}
        <label for="notice">
          {say("accept", { version, establishment: wordsOf(figures.establishment.name, language) })}
        </label>
      </p>
      <Reason figures={figures} view={view} />
      <p>
        <button type="submit" name="action" value="submit">
          {say("submit")}
        </button>
      </p>
    </form>
  );
};

const Reason = ({ figures, view }: { readonly figures: FiguresCase; readonly view: ReviewView }) => {
  const say = reviewWords(view.asked.language);
  if (!takesReason(figures.submission) && !view.issues.some(({ path }) => path === "reason")) return null;
  return (
    <div class="figures-question">
      <label for="reason">{say("reason")}</label>
      <p id="reason-help">{say("reasonHelp")}</p>
      <textarea id="reason" name="reason" rows={2} value={view.reason} aria-describedby="reason-help" />
    </div>
  );
};
