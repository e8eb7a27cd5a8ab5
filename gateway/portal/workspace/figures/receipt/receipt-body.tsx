import type { Language } from "../../../language.js";
import { Scroll } from "../../../parts/scroll.js";
import { Text, wordsOf } from "../../../parts/text.js";
import type { ShownPage } from "../../../page/page.js";
import { AntiForgery } from "../../anti-forgery.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { AnswerWords } from "../case/answer-words.js";
import { caseAddress } from "../case/case-links.js";
import { askedOf, type FiguresCase, type Revision, type Submission } from "../case/figures-case.js";
import { When } from "../case/when.js";
import { figuresCrumbs } from "../campaigns/crumbs.js";
import { CaseState } from "../form/case-state.js";
import { FollowUp } from "./follow-up.js";
import type { Receipt } from "./receipt.js";
import { receiptWords } from "./words.js";

/** What the page of the receipt is made from. */
export interface ReceiptView {
  readonly asked: WorkspaceAsked;
  readonly figures: FiguresCase;
  readonly submission: Submission;
  readonly proof: { readonly receipt: Receipt; readonly revision: Revision };
  readonly refusal: Readonly<Record<Language, string>> | null;
  readonly withdrawReason: string;
}

/** The receipt of what was sent, and what came of it. */
export const receiptPage = (view: ReceiptView): ShownPage => ({
  title: receiptWords(view.asked.language)("title", { campaign: view.figures.campaign }),
  crumbs: figuresCrumbs(view.asked.language, view.figures),
  body: <ReceiptBody view={view} />,
});

/** The query parameter that asks for the receipt as a file. */
export const formatQuery = { format: { fr: "format", en: "format" } } as const;

const ReceiptBody = ({ view }: { readonly view: ReceiptView }) => {
  const { asked, figures, submission, refusal } = view;
  const { language } = asked;
  const say = receiptWords(language);
  return (
    <>
      {refusal && (
        <div class="notice danger" role="status">
          <p>{refusal[language]}</p>
          <p>{say("withdrawRefused")}</p>
        </div>
      )}
      <Proof view={view} />
      <h2>{say("followTitle")}</h2>
      <CaseState figures={figures} language={language} />
      <p>
        <a href={caseAddress(language, "figuresForm", figures)}>
          {say(submission.state === "RETURNED" ? "correct" : "toForm")}
        </a>
      </p>
      <FollowUp audit={submission.audit} language={language} />
      <h2>{say("whatTitle")}</h2>
      <WhatWasSent view={view} />
      {submission.state !== "WITHDRAWN" && <Withdraw view={view} />}
    </>
  );
};

const Proof = ({ view: { asked, figures, proof } }: { readonly view: ReceiptView }) => {
  const { language } = asked;
  const say = receiptWords(language);
  const { receipt, revision } = proof;
  const isSubmitted = revision.mode === "SUBMIT";
  return (
    <>
      <p class={isSubmitted ? "notice success" : "notice caution"}>
        {say(isSubmitted ? "received" : "draftOnly")}
      </p>
      <dl class="card" id="receipt">
        <dt>{say("receipt")}</dt>
        <dd>
          <code>{receipt.receipt}</code>
        </dd>
        <dt>{say("hash")}</dt>
        <dd>
          <code>{receipt.contentHash}</code>
        </dd>
        <dt>{say("when")}</dt>
        <dd>
          <When at={receipt.receivedAt} language={language} />
        </dd>
        <dt>{say("who")}</dt>
        <dd>{revision.submittedBy}</dd>
        <dt>{say("establishment")}</dt>
        <dd>{wordsOf(figures.establishment.name, language)}</dd>
        <dt>{say("office")}</dt>
        <dd>{receipt.office}</dd>
        <dt>{say("revision")}</dt>
        <dd>{receipt.revision}</dd>
        <dt>{say("notice")}</dt>
        <dd>{revision.noticeVersion ?? say("noNotice")}</dd>
      </dl>
      <ul class="figures-no-print">
        {(
          [
            ["txt", "asText"],
            ["json", "asJson"],
          ] as const
        ).map(([format, words]) => (
          <li key={format}>
            <a
              href={caseAddress(language, "figuresReceipt", figures, [
                [formatQuery.format[language], format],
              ])}
            >
              {say(words)}
            </a>
          </li>
        ))}
        <li>{say("printHow")}</li>
      </ul>
    </>
  );
};

const WhatWasSent = ({ view: { asked, figures, proof } }: { readonly view: ReceiptView }) => {
  const { language } = asked;
  const say = receiptWords(language);
  const { answers } = proof.revision;
  return (
    <Scroll label={say("whatTitle")}>
      <table class="figures-answers">
        <caption class="visually-hidden">{say("whatTitle")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("question")}</th>
            <th scope="col">{say("answer")}</th>
          </tr>
        </thead>
        <tbody>
          {askedOf(figures.form)
            .filter(({ code }) => answers.some(({ question }) => question === code))
            .map((question) => (
              <tr key={question.code}>
                <th scope="row">
                  {question.number} <Text of={question.text} language={language} />
                </th>
                <td>
                  <AnswerWords question={question} answers={answers} language={language} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </Scroll>
  );
};

const Withdraw = ({ view: { asked, figures, withdrawReason } }: { readonly view: ReceiptView }) => {
  const { language } = asked;
  const say = receiptWords(language);
  return (
    <form method="post" class="figures-no-print" action={caseAddress(language, "figuresReceipt", figures)}>
      <h2>{say("withdrawTitle")}</h2>
      <p id="withdraw-help">{say("withdrawHow")}</p>
      <AntiForgery token={asked.antiForgery} />
      <p>
        <label for="withdraw-reason">{say("withdrawReason")}</label>
        <br />
        <textarea
          id="withdraw-reason"
          name="reason"
          rows={2}
          cols={60}
          value={withdrawReason}
          aria-describedby="withdraw-help"
        />
      </p>
      <p>
        <button type="submit" name="action" value="withdraw" class="secondary">
          {say("withdraw")}
        </button>
      </p>
    </form>
  );
};
