import type { Language } from "../../../language.js";
import type { SentForm } from "../../workspace-page.js";
import { askedOf, type Form, type KeptAnswer } from "./figures-case.js";

/** What somebody has typed for one question: as it was typed, whether it can be read or not. */
export interface TypedAnswer {
  readonly values: readonly string[];
  /** Why there is no value; empty when that was not said. */
  readonly missing: string;
  readonly comment: string;
}

/** What somebody has typed, by the code of the question. */
export type Typed = ReadonlyMap<string, TypedAnswer>;

const nothing: TypedAnswer = { values: [], missing: "", comment: "" };

/** What was typed for a question. */
export const typedFor = (typed: Typed, question: string): TypedAnswer => typed.get(question) ?? nothing;

/** True when a question has a value, or a reason why there is none. */
export const isAnswered = ({ values, missing }: TypedAnswer): boolean =>
  missing !== "" || values.some((value) => value.trim() !== "");

/** The names of the fields of a question. */
export const fieldsOf = (question: string) => ({
  value: `v.${question}`,
  missing: `m.${question}`,
  comment: `c.${question}`,
});

/** Among the choices of a single choice, why there is none: so that nobody gives both. */
export const missingChoice = "missing:";

// A browser sends the lines of a text with two characters at their ends; the hub keeps one.
const oneLineEnd = (text: string): string => text.replace(/\r\n?/g, "\n");

/** What a form sent, question by question. */
export function typedInForm(form: Pick<Form, "questions">, sent: SentForm): Typed {
  return new Map(
    askedOf(form).map(({ code }) => {
      const fields = fieldsOf(code);
      const values = sent.all(fields.value).map(oneLineEnd);
      const said = values.find((value) => value.startsWith(missingChoice));
      return [
        code,
        {
          values: values.filter((value) => value !== said && value !== ""),
          missing: said?.slice(missingChoice.length) ?? sent.one(fields.missing),
          comment: oneLineEnd(sent.one(fields.comment)),
        },
      ];
    }),
  );
}

/** Kept answers as somebody would type them. */
export function typedOf(
  form: Pick<Form, "questions">,
  answers: readonly Omit<KeptAnswer, "response">[],
  language: Language,
): Typed {
  return new Map(
    askedOf(form).map(({ code, type }) => {
      const own = answers.filter(({ question }) => question === code);
      const values = own.flatMap(({ number, text, choices }) => [
        ...(typeof number === "number" ? [numberTyped(number, language)] : []),
        ...(typeof text === "string" ? [text] : []),
        ...(choices ?? []),
      ]);
      return [
        code,
        {
          values: type === "TEXTS" && values.length > 1 ? [values.join("\n")] : values,
          missing: own.find(({ missing }) => missing)?.missing ?? "",
          comment: own.flatMap(({ comment }) => comment ?? []).join("\n"),
        },
      ];
    }),
  );
}

const numberTyped = (number: number, language: Language): string =>
  language === "fr" ? String(number).replace(".", ",") : String(number);
