import { HubError, type ToldValue } from "../../shared/errors.js";
import type { AnswerInput, YearlyFiguresInput } from "./yearly-figures.input.js";

// A form asks some forty questions; a push with far more answers than that is not one.
const mostAnswers = 500;
const longestKey = 200;
const longestReason = 2_000;
const longestCode = 200;
const longestText = 20_000;
const mostChoices = 100;

const isReadable = (text: string): boolean => !/\p{Surrogate}/u.test(text) && !text.includes("\0");

const characters = (count: number): ToldValue => ({ fr: `${count} caractères`, en: `${count} characters` });

/** Refuses a push whose envelope cannot be kept as it is; what is wrong with its answers is told in the result. */
export function refuseUnreadableInput(input: YearlyFiguresInput): void {
  const { idempotencyKey: key, reason, noticeVersion, campaign, establishment, office, answers } = input;
  const refuse = (argument: string, observed: ToldValue, expected: ToldValue): never => {
    throw new HubError("INVALID_ARGUMENT", { argument, observed, expected }, argument);
  };
  if (key.trim() === "" || key.length > longestKey || !isReadable(key))
    refuse("idempotencyKey", characters(key.length), `1–${longestKey}`);
  if ((reason ?? "").length > longestReason)
    refuse("reason", characters(reason?.length ?? 0), `≤ ${longestReason}`);
  for (const [argument, text] of Object.entries({ reason, noticeVersion, campaign, establishment, office }))
    if (!isReadable(text ?? ""))
      refuse(
        argument,
        { fr: "un texte au caractère illisible", en: "a text with an unreadable character" },
        { fr: "un texte lisible", en: "a readable text" },
      );
  for (const [argument, text] of Object.entries({ noticeVersion, campaign, establishment, office }))
    if ((text ?? "").length > longestCode)
      refuse(argument, characters(text?.length ?? 0), `≤ ${longestCode}`);
  if (answers.length > mostAnswers) refuse("answers", String(answers.length), `≤ ${mostAnswers}`);
  answers.forEach((answer, index) => refuseEndlessAnswer(answer, `answers[${index}]`, refuse));
}

type Refuse = (argument: string, observed: ToldValue, expected: ToldValue) => never;

// Every issue repeats what it saw: without bounds one request could ask for an answer of hundreds of megabytes.
function refuseEndlessAnswer(
  { question, text, comment, choices }: AnswerInput,
  path: string,
  refuse: Refuse,
): void {
  if (question.length > longestCode)
    refuse(`${path}.question`, characters(question.length), `≤ ${longestCode}`);
  for (const [name, words] of Object.entries({ text, comment }))
    if ((words ?? "").length > longestText)
      refuse(`${path}.${name}`, characters(words?.length ?? 0), `≤ ${longestText}`);
  if ((choices ?? []).length > mostChoices)
    refuse(`${path}.choices`, String(choices?.length), `≤ ${mostChoices}`);
  for (const choice of choices ?? [])
    if (choice.length > longestCode) refuse(`${path}.choices`, characters(choice.length), `≤ ${longestCode}`);
}
