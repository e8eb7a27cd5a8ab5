import { paths } from "../../../addresses.js";
import type { Language } from "../../../language.js";
import { Text, wordsOf } from "../../../parts/text.js";
import type { WorkspacePage } from "../../workspace-page.js";
import { AnswerWords } from "../case/answer-words.js";
import { caseAddress, officeQuery } from "../case/case-links.js";
import { askedOf, type FiguresCase, isOfficeUnsaid, readCase } from "../case/figures-case.js";
import { whenIn } from "../case/when.js";
import { figuresCrumbs } from "../campaigns/crumbs.js";
import { chooseOfficePage } from "../form/choose-office.js";
import { printWords } from "./words.js";

/** All questions and answers on paper, with the lines to sign. */
export const figuresPrintPage: WorkspacePage = {
  name: "figuresPrint",
  path: paths.figuresPrint,
  query: officeQuery,
  scopes: ["figures:write"],
  async show(asked) {
    const figures = await readCase(asked);
    if (figures === null) return null;
    const { language } = asked;
    if (isOfficeUnsaid(figures)) return chooseOfficePage(language, figures, "figuresPrint");
    return {
      title: printWords(language)("title", { campaign: figures.campaign }),
      crumbs: figuresCrumbs(language, figures),
      body: <Sheet figures={figures} language={language} />,
    };
  },
};

interface SheetProps {
  readonly figures: FiguresCase;
  readonly language: Language;
}

const Sheet = ({ figures, language }: SheetProps) => {
  const say = printWords(language);
  const { current, establishment, form } = figures;
  const answers = current?.answers ?? [];
  const unanswered = askedOf(form).filter(({ code }) => !answers.some(({ question }) => question === code));
  return (
    <>
      <p class="figures-no-print">
        {say("how")} <a href={caseAddress(language, "figuresForm", figures)}>{say("back")}</a>
      </p>
      <p>
        {current
          ? say("of", {
              establishment: wordsOf(establishment.name, language),
              revision: current.revision,
              instant: whenIn(language, current.submittedAt),
            })
          : say("none")}
      </p>
      <p>{say("unanswered", { count: unanswered.length })}</p>
      {form.sections.map((section) => (
        <section key={section.code} aria-labelledby={`print-${section.code}`}>
          <h2 id={`print-${section.code}`}>
            <Text of={section.title} language={language} />
          </h2>
          <dl class="figures-print">
            {askedOf(form)
              .filter((question) => question.section === section.code)
              .map((question) => (
                <div key={question.code}>
                  <dt>
                    {question.number} <Text of={question.text} language={language} />
                  </dt>
                  <dd>
                    <AnswerWords question={question} answers={answers} language={language} />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <Signatures language={language} />
    </>
  );
};

const Signatures = ({ language }: Pick<SheetProps, "language">) => {
  const say = printWords(language);
  return (
    <section aria-labelledby="print-signatures">
      <h2 id="print-signatures">{say("signatures")}</h2>
      <div class="figures-signatures">
        {(["preparedBy", "approvedBy"] as const).flatMap((who) =>
          ([who, "signature", "date"] as const).map((line) => (
            <p key={`${who}${line}`} class="figures-signature">
              {say(line)}
            </p>
          )),
        )}
      </div>
    </section>
  );
};
