import { QuestionType } from "../form/form-question.entity.js";
import type { Form } from "../form/form.entity.js";
import { type DefinitionIssue, definitionIssue } from "./definition-issue.js";

/** What a definition is checked against: the forms of the campaigns that ask for it, and their places. */
export interface AskedForms {
  readonly forms: readonly Pick<Form, "campaign" | "questions">[];
  /** The peer groups and regions of the frames; null where no frame tells them. */
  readonly peerGroups: ReadonlySet<string> | null;
  readonly regions: ReadonlySet<string> | null;
}

/** What a measure needs of a question. */
export type Needed = "NUMBER" | "CHOICE" | "ANY";

const typesOf: Readonly<Record<Needed, readonly QuestionType[]>> = {
  NUMBER: [QuestionType.INTEGER, QuestionType.DECIMAL],
  CHOICE: [QuestionType.CHOICE, QuestionType.CHOICES],
  ANY: Object.values(QuestionType),
};

/** What is wrong with a question that a measure reads, in each of the forms: unknown, never published, of the wrong type. */
export const questionIssues = (
  { forms }: AskedForms,
  code: string,
  needed: Needed,
  path: string,
): DefinitionIssue[] =>
  forms.flatMap(({ campaign, questions }) => {
    const question = questions.find((known) => known.code === code);
    if (!question)
      return definitionIssue(
        "UNKNOWN_QUESTION",
        path,
        `La campagne ${campaign} ne pose pas cette question.`,
        `Campaign ${campaign} does not ask this question.`,
        code,
      );
    if (question.finestLevel === "NEVER")
      return definitionIssue(
        "QUESTION_NEVER_PUBLISHED",
        path,
        `Selon l'avis de la campagne ${campaign}, cette question ne se publie jamais.`,
        `By the notice of campaign ${campaign}, this question is never published.`,
        code,
      );
    if (typesOf[needed].includes(question.type)) return [];
    return definitionIssue(
      "WRONG_TYPE_OF_QUESTION",
      path,
      `Dans la campagne ${campaign}, cette question est d'une autre sorte.`,
      `In campaign ${campaign}, this question is of another type.`,
      question.type,
      typesOf[needed].join(" | "),
    );
  });

/** What is wrong with a choice: no form of the campaigns has it for the question. */
export const choiceIssues = (
  { forms }: AskedForms,
  question: string,
  choice: string,
  path: string,
): DefinitionIssue[] => {
  const choices = forms.map(
    ({ questions }) => questions.find(({ code }) => code === question)?.choices.map(({ code }) => code) ?? [],
  );
  if (choices.every((codes) => codes.includes(choice))) return [];
  return [
    definitionIssue(
      "UNKNOWN_CHOICE",
      path,
      "Ce choix n'est pas dans la liste de la question.",
      "This choice is not in the list of the question.",
      choice,
      choices[0]?.join(" | "),
    ),
  ];
};
