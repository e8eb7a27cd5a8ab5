import { wordsOf } from "../../../parts/text.js";
import { AntiForgery } from "../../anti-forgery.js";
import type { ShownPage } from "../../../page/page.js";
import { RemindersOfForm } from "../../reminders/own-reminders.js";
import { caseAddress } from "../case/case-links.js";
import { newKey } from "../case/push-case.js";
import { figuresCrumbs } from "../campaigns/crumbs.js";
import { autosaveEveryMs, maySaveBySelf } from "./autosave.js";
import { CaseState, takesReason } from "./case-state.js";
import { ErrorSummary } from "./error-summary.js";
import type { FormView } from "./form-view.js";
import { Progress, Sections } from "./sections.js";
import { Share } from "./share.js";
import { formWords } from "./words.js";

/** The page of the form, with whatever was typed and whatever came of it. */
export function formPage(view: FormView): ShownPage {
  const { asked, figures, issues } = view;
  const { language } = asked;
  const isWrong = issues.some(({ severity }) => severity === "E");
  return {
    title: formWords(language)(isWrong ? "titleWithErrors" : "title", { campaign: figures.campaign }),
    crumbs: figuresCrumbs(language),
    islands: maySaveBySelf(figures) ? ["figures-form", "figures-autosave"] : ["figures-form"],
    body: <FormBody view={view} />,
  };
}

const FormBody = ({ view }: { readonly view: FormView }) => {
  const { asked, figures } = view;
  const { language } = asked;
  const say = formWords(language);
  const { preamble } = figures.form;
  return (
    <>
      <RemindersOfForm reminders={figures.reminders} language={language} />
      <News view={view} />
      <ErrorSummary issues={view.issues} language={language} />
      <p>{say("lead", { establishment: wordsOf(figures.establishment.name, language) })}</p>
      <CaseState figures={figures} language={language} />
      {preamble && (
        <details>
          <summary>{say("preamble")}</summary>
          {wordsOf(preamble, language)
            .split(/\n+/)
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </details>
      )}
      <OtherWays view={view} />
      <Progress view={view} />
      <form
        method="post"
        action={caseAddress(language, "figuresForm", figures)}
        class="figures-form"
        id="figures-form"
        data-lost={say("liveLost")}
        {...autosaveOf(view)}
      >
        <AntiForgery token={asked.antiForgery} />
        <input type="hidden" name="key" value={newKey()} />
        <input type="hidden" name="base" value={view.base ?? ""} />
        <OfficeField view={view} />
        <Sections view={view} />
        <ReasonField view={view} />
        <Buttons view={view} />
      </form>
      <Share view={view} />
    </>
  );
};

// What was sent and not saved stands in the form again: it waits to be saved.
const autosaveOf = ({ asked, figures, news }: FormView) =>
  maySaveBySelf(figures)
    ? {
        "data-autosave-ms": autosaveEveryMs,
        "data-autosave-lost": formWords(asked.language)("autosaveLost"),
        ...(news === null || news === "saved" ? {} : { "data-changed": "" }),
      }
    : {};

const newsKind = {
  saved: "success",
  checkedWell: "success",
  checkedWithPoints: "success",
  checked: "caution",
  notSaved: "danger",
  refused: "danger",
  opened: "caution",
} as const;

const News = ({ view: { asked, figures, news, refusal } }: { readonly view: FormView }) => {
  if (news === null) return null;
  const { language } = asked;
  return (
    <div class={`notice ${newsKind[news]}`} role="status">
      {refusal && <p>{refusal[language]}</p>}
      <p>{formWords(language)(news, { revision: figures.submission?.revision ?? 0 })}</p>
    </div>
  );
};

const OtherWays = ({ view: { asked, figures } }: { readonly view: FormView }) => {
  const { language } = asked;
  const say = formWords(language);
  const ways = [
    ["figuresFile", "file"],
    ["figuresPrint", "print"],
    ...(figures.submission
      ? ([
          ["figuresReview", "review"],
          ["figuresReceipt", "receipt"],
        ] as const)
      : []),
  ] as const;
  return (
    <nav aria-labelledby="figures-ways">
      <h2 id="figures-ways">{say("ways")}</h2>
      <ul>
        {ways.map(([page, words]) => (
          <li key={page}>
            <a href={caseAddress(language, page, figures)}>{say(words)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

// Only an establishment with several offices has to say which one it speaks for.
const OfficeField = ({ view: { asked, figures, issues } }: { readonly view: FormView }) => {
  const say = formWords(asked.language);
  if (figures.office === null && !issues.some(({ path }) => path === "office")) return null;
  return (
    <p class="figures-question">
      <label for="office">{say("office")}</label>
      <span id="office-help">{say("officeHelp")}</span>
      {figures.offices.length > 1 ? (
        <select id="office" name="office" aria-describedby="office-help">
          {figures.offices.map((office) => (
            <option key={office} value={office} selected={office === figures.office}>
              {office}
            </option>
          ))}
        </select>
      ) : (
        <input
          id="office"
          name="office"
          type="text"
          value={figures.office ?? ""}
          aria-describedby="office-help"
        />
      )}
    </p>
  );
};

const ReasonField = ({ view: { asked, figures, reason, issues } }: { readonly view: FormView }) => {
  const say = formWords(asked.language);
  if (!takesReason(figures.submission) && !issues.some(({ path }) => path === "reason")) return null;
  return (
    <div class="figures-question">
      <label for="reason">{say("reason")}</label>
      <p id="reason-help">{say("reasonHelp")}</p>
      <textarea id="reason" name="reason" rows={2} value={reason} aria-describedby="reason-help" />
    </div>
  );
};

const Buttons = ({ view: { asked, figures } }: { readonly view: FormView }) => {
  const say = formWords(asked.language);
  return (
    <div class="figures-buttons">
      <p id="figures-live" class="figures-live" role="status" />
      <p id="figures-autosaved" class="figures-live" role="status" />
      <p>
        <button type="submit" name="action" value="draft">
          {say("save")}
        </button>{" "}
        <button type="submit" name="action" value="check" class="secondary">
          {say("check")}
        </button>{" "}
        <button type="submit" name="action" value="review" class="secondary">
          {say("continue")}
        </button>
      </p>
      <p>
        {say("buttonsHelp")} {maySaveBySelf(figures) && say("autosaveHelp")}
      </p>
    </div>
  );
};
