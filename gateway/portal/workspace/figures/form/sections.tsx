import { Text } from "../../../parts/text.js";
import { askedOf } from "../case/figures-case.js";
import { isAnswered, typedFor } from "../case/typed-answers.js";
import type { FormView } from "./form-view.js";
import { progressOf } from "./progress.js";
import { QuestionBlock } from "./question.js";
import { formWords } from "./words.js";

const sectionId = (code: string): string => `section-${code}`;

/** The way to each section, with how far it is. */
export const Progress = ({ view }: { readonly view: FormView }) => {
  const { language } = view.asked;
  const say = formWords(language);
  const progress = new Map(progressOf(view.figures.form, view.typed).map((one) => [one.code, one]));
  return (
    <nav class="figures-progress" aria-labelledby="figures-progress">
      <h2 id="figures-progress">{say("progress")}</h2>
      <ol>
        {view.figures.form.sections.map(({ code, title }) => {
          const { required = 0, requiredAnswered = 0, optionalAnswered = 0 } = progress.get(code) ?? {};
          return (
            <li key={code}>
              <a href={`#${sectionId(code)}`}>
                <Text of={title} language={language} />
              </a>{" "}
              <span>
                {required > 0
                  ? say("progressRequired", { answered: requiredAnswered, asked: required })
                  : say("progressOptional", { answered: optionalAnswered })}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};

/** Every section with its questions; an optional module stays folded until it is used. */
export const Sections = ({ view }: { readonly view: FormView }) => (
  <>
    {view.figures.form.sections.map((section) => (
      <Section key={section.code} view={view} section={section} />
    ))}
  </>
);

type SectionOfForm = FormView["figures"]["form"]["sections"][number];

const Section = ({ view, section }: { readonly view: FormView; readonly section: SectionOfForm }) => {
  const { language } = view.asked;
  const say = formWords(language);
  const { form } = view.figures;
  const questions = askedOf(form).filter((question) => question.section === section.code);
  const module = form.modules.find(({ code }) => questions.every((question) => question.module === code));
  const blocks = questions.map((question) => (
    <QuestionBlock key={question.code} view={view} question={question} />
  ));
  const isUsed = questions.some(
    ({ code }) =>
      isAnswered(typedFor(view.typed, code)) || view.issues.some(({ question }) => question === code),
  );
  return (
    <section class="figures-section" aria-labelledby={sectionId(section.code)}>
      <h2 id={sectionId(section.code)}>
        <Text of={section.title} language={language} />
      </h2>
      {module?.origin === "PROPOSED_BY_HUB" && <p>{say("proposed")}</p>}
      {module ? (
        <details open={isUsed}>
          <summary>{say("openModule")}</summary>
          {blocks}
        </details>
      ) : (
        blocks
      )}
    </section>
  );
};
