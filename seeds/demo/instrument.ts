import { readReference } from "../planting.js";

/** One choice of a question, with the bounds of its band where it is one. */
export interface Choice {
  readonly code: string;
  readonly label: { readonly fr: string };
  readonly low: number | null;
  readonly high: number | null;
}

/** One question, as the form of a campaign asks it. */
export interface Question {
  readonly code: string;
  readonly type: "CHOICE" | "CHOICES" | "TEXT" | "TEXTS" | "INTEGER" | "DECIMAL";
  readonly required: boolean;
  readonly asked: boolean;
  readonly requiredWhenCondition: boolean;
  readonly condition: { readonly question: string; readonly choice: string } | null;
  readonly choices?: readonly Choice[];
  readonly constraints: {
    readonly minimum?: number;
    readonly maximum?: number;
    readonly decimals?: number;
    readonly maximumWords?: number;
    readonly maximumCharacters?: number;
  };
}

const instruments = readReference<{ code: string; questions: Question[] }[]>("instruments.json");

/** The questions that the form of a campaign asks, in its order. */
export function questionsAsked(instrument: "2024" | "2025-2026"): readonly Question[] {
  const form = instruments.find(({ code }) => code === instrument);
  if (!form) throw new Error(`The reference data hold no instrument ${instrument}.`);
  return form.questions.filter(({ asked }) => asked);
}

/** The choices of one question, in the order of the form. */
export function choicesOf(questions: readonly Question[], code: string): readonly Choice[] {
  const choices = questions.find((question) => question.code === code)?.choices;
  if (!choices) throw new Error(`The form asks no question ${code} with choices.`);
  return choices;
}
