import type { Language } from "../../../language.js";
import { Text } from "../../../parts/text.js";
import { missingReasons, missingWords } from "../case/answer-words.js";
import type { Question } from "../case/figures-case.js";
import { fieldsOf, missingChoice, type TypedAnswer } from "../case/typed-answers.js";
import { fieldId } from "./form-view.js";
import { formWords } from "./words.js";

export interface FieldProps {
  readonly question: Question;
  readonly typed: TypedAnswer;
  readonly language: Language;
  /** Ids of what describes the field. */
  readonly describedBy: string;
  readonly isWrong: boolean;
}

/** True for what is answered by ticking: its question is the title of a group. */
export const isTicked = ({ type }: Pick<Question, "type">): boolean =>
  type === "CHOICE" || type === "CHOICES";

/** The field of a question, by the type that the form gives it. */
export const QuestionField = (props: FieldProps) =>
  isTicked(props.question) ? (
    <Choices {...props} />
  ) : props.question.type === "TEXT" || props.question.type === "TEXTS" ? (
    <TextField {...props} />
  ) : (
    <NumberField {...props} />
  );

const Choices = ({ question, typed, language }: FieldProps) => {
  const { code, type, choices } = question;
  const isOne = type === "CHOICE";
  const name = fieldsOf(code).value;
  const say = missingWords(language);
  const reasons = isOne
    ? [
        ...missingReasons.map((reason) => ({ value: `${missingChoice}${reason}`, label: say(reason) })),
        { value: "", label: formWords(language)("notYet") },
      ]
    : [];
  const isOn = (value: string): boolean =>
    typed.values.includes(value) ||
    (isOne &&
      value === (typed.missing === "" ? "" : `${missingChoice}${typed.missing}`) &&
      typed.values.length === 0);
  const kind = isOne ? "radio" : "checkbox";
  return (
    <ul class="figures-choices">
      {choices.map((choice, index) => (
        <li key={choice.code}>
          <input
            type={kind}
            id={index === 0 ? fieldId(code) : `${fieldId(code)}-${choice.code}`}
            name={name}
            value={choice.code}
            checked={isOn(choice.code)}
          />
          <label for={index === 0 ? fieldId(code) : `${fieldId(code)}-${choice.code}`}>
            <Text of={choice.label} language={language} />
          </label>
        </li>
      ))}
      {reasons.map(({ value, label }, index) => (
        <li key={value} class="figures-reason">
          <input
            type="radio"
            id={`${fieldId(code)}--${index}`}
            name={name}
            value={value}
            checked={isOn(value)}
          />
          <label for={`${fieldId(code)}--${index}`}>{label}</label>
        </li>
      ))}
    </ul>
  );
};

const TextField = ({ question, typed, describedBy, isWrong }: FieldProps) => {
  const { code, type, constraints } = question;
  const isLong = type === "TEXTS" || (constraints.maximumWords ?? constraints.maximumCharacters ?? 0) > 0;
  const shared = {
    id: fieldId(code),
    name: fieldsOf(code).value,
    "aria-describedby": describedBy,
    "aria-invalid": isWrong ? ("true" as const) : undefined,
  };
  const text = typed.values.join("\n");
  return isLong ? (
    <textarea {...shared} rows={type === "TEXTS" ? 3 : 6} value={text} />
  ) : (
    <input {...shared} type="text" value={text} />
  );
};

const NumberField = ({ question, typed, describedBy, isWrong }: FieldProps) => (
  <input
    id={fieldId(question.code)}
    name={fieldsOf(question.code).value}
    // Not « number »: a browser drops what it cannot read, and reads « 1,200 » in its own way.
    type="text"
    inputMode={question.type === "INTEGER" ? "numeric" : "decimal"}
    autoComplete="off"
    class="figures-number"
    value={typed.values[0] ?? ""}
    aria-describedby={describedBy}
    aria-invalid={isWrong ? "true" : undefined}
  />
);

/** Why there is no value; a single choice has these among its choices. */
const MissingReason = ({ question, typed, language }: FieldProps) => {
  if (question.type === "CHOICE") return null;
  const name = fieldsOf(question.code).missing;
  const say = missingWords(language);
  return (
    <p class="figures-missing">
      <label for={name}>
        {formWords(language)("missing")}
        <span class="visually-hidden"> ({question.code})</span>
      </label>
      <select id={name} name={name}>
        <option value="">{formWords(language)("missingNone")}</option>
        {missingReasons.map((reason) => (
          <option key={reason} value={reason} selected={typed.missing === reason}>
            {say(reason)}
          </option>
        ))}
      </select>
    </p>
  );
};

/** True for a question that needs an answer, or a reason, in some case. */
const isNeeded = ({ required, requiredWhenCondition }: Question): boolean =>
  required || requiredWhenCondition;

/** A comment, which any question takes; where nothing is required, the reason for no value is folded beside it. */
export const Aside = ({ isOpen, ...field }: FieldProps & { readonly isOpen: boolean }) => {
  const { question, typed, language } = field;
  const name = fieldsOf(question.code).comment;
  const say = formWords(language);
  return (
    <>
      {isNeeded(question) && <MissingReason {...field} />}
      <details class="figures-comment-field" open={isOpen || typed.comment !== "" || typed.missing !== ""}>
        <summary>{say("comment", { code: question.code })}</summary>
        {!isNeeded(question) && <MissingReason {...field} />}
        <label for={name}>{say("commentLabel")}</label>
        <textarea id={name} name={name} rows={2} value={typed.comment} />
      </details>
    </>
  );
};
