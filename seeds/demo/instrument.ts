import { readReference } from "../planting.js";

/** One choice of a question, with the bounds of its band where it is one. */
export interface Choice {
  readonly code: string;
  readonly label: { readonly fr: string };
  readonly low: number | null;
  readonly high: number | null;
  /** True for a choice that excludes all others. */
  readonly alone?: boolean;
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

/** A sum that a form compares with another. */
export interface Total {
  readonly kind: "SAME_TOTAL" | "AT_MOST";
  readonly questions: readonly string[];
  readonly other: readonly string[];
}

interface Instrument {
  readonly code: string;
  readonly questions: readonly Question[];
  readonly totals: readonly Total[];
}

const instruments = readReference<Instrument[]>("instruments.json");

function instrumentOf(campaign: "2024" | "2025-2026"): Instrument {
  const form = instruments.find(({ code }) => code === campaign);
  if (!form) throw new Error(`The reference data hold no instrument ${campaign}.`);
  return form;
}

/** The questions that the form of a campaign asks, in its order. */
export const questionsAsked = (campaign: "2024" | "2025-2026"): readonly Question[] =>
  instrumentOf(campaign).questions.filter(({ asked }) => asked);

/** The sums that the form of a campaign compares. */
export const totalsOf = (campaign: "2024" | "2025-2026"): readonly Total[] => instrumentOf(campaign).totals;

/** The choices of one question, in the order of the form. */
export function choicesOf(questions: readonly Question[], code: string): readonly Choice[] {
  const choices = questions.find((question) => question.code === code)?.choices;
  if (!choices) throw new Error(`The form asks no question ${code} with choices.`);
  return choices;
}
