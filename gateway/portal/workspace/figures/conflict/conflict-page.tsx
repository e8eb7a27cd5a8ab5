import { Text } from "../../../parts/text.js";
import type { ShownPage } from "../../../page/page.js";
import type { Language } from "../../../language.js";
import { AntiForgery } from "../../anti-forgery.js";
import type { SentAnswer } from "../case/sent-answer.js";
import { AnswerWords } from "../case/answer-words.js";
import { caseAddress } from "../case/case-links.js";
import type { Question } from "../case/figures-case.js";
import { newKey, type Pushed } from "../case/push-case.js";
import { whenIn } from "../case/when.js";
import { figuresCrumbs } from "../campaigns/crumbs.js";
import type { FormView } from "../form/form-view.js";
import { HiddenTyped } from "../form/hidden-typed.js";
import { type Differing, differingIn } from "./differing.js";
import { conflictWords } from "./words.js";

/** The name of the field that says whose answer to keep. */
export const choiceOf = (question: string): string => `keep.${question}`;

/** Two people saved: each answer that differs, mine beside the saved one. */
export function conflictPage(
  view: Pick<FormView, "asked" | "figures" | "typed" | "reason">,
  mine: readonly SentAnswer[],
  pushed: Pick<Pushed, "difference">,
): ShownPage {
  const { asked, figures, typed, reason } = view;
  const { language } = asked;
  const say = conflictWords(language);
  const { current } = figures;
  const differing = differingIn(figures, mine, pushed);
  return {
    title: say("title", { campaign: figures.campaign }),
    crumbs: figuresCrumbs(language, figures),
    body: (
      <>
        <p class="notice caution" role="status">
          {say("lead")}
        </p>
        {current && <p>{say("theirs", { revision: current.revision, who: current.submittedBy })}</p>}
        {differing.length === 0 && <p>{say("same")}</p>}
        <form method="post" action={caseAddress(language, "figuresForm", figures)}>
          <AntiForgery token={asked.antiForgery} />
          <input type="hidden" name="key" value={newKey()} />
          <input type="hidden" name="base" value={current?.revision ?? ""} />
          <input type="hidden" name="reason" value={reason} />
          <HiddenTyped typed={typed} />
          {differing.map((one) => (
            <Choice
              key={one.question.code}
              differing={one}
              mine={mine}
              theirs={current?.answers ?? []}
              language={language}
            />
          ))}
          <p>
            <button type="submit" name="action" value="keep">
              {say("keep")}
            </button>{" "}
            <button type="submit" name="action" value="open" class="secondary">
              {say("open")}
            </button>
          </p>
        </form>
      </>
    ),
  };
}

const Choice = ({
  differing: { question, changedAt },
  mine,
  theirs,
  language,
}: {
  readonly differing: Differing;
  readonly mine: readonly SentAnswer[];
  readonly theirs: readonly SentAnswer[];
  readonly language: Language;
}) => {
  const say = conflictWords(language);
  return (
    <fieldset>
      <legend>
        {say("question", { number: question.number })} <Text of={question.text} language={language} />
      </legend>
      <Side question={question} value="mine" answers={mine} language={language} label={say("mine")} />
      <Side
        question={question}
        value="theirs"
        answers={theirs}
        language={language}
        label={
          changedAt === null
            ? say("other")
            : `${say("other")}, ${say("since", { instant: whenIn(language, changedAt) })}`
        }
      />
    </fieldset>
  );
};

const Side = ({
  question,
  value,
  answers,
  language,
  label,
}: {
  readonly question: Question;
  readonly value: "mine" | "theirs";
  readonly answers: readonly SentAnswer[];
  readonly language: Language;
  readonly label: string;
}) => {
  const id = `${choiceOf(question.code)}-${value}`;
  return (
    <div class="figures-side">
      <input
        type="radio"
        id={id}
        name={choiceOf(question.code)}
        value={value}
        checked={value === "mine"}
        aria-describedby={`${id}-answer`}
      />
      <label for={id}>{label}</label>
      <div id={`${id}-answer`} class="figures-side-answer">
        <AnswerWords question={question} answers={answers} language={language} />
      </div>
    </div>
  );
};
