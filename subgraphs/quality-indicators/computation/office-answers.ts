import type { Answer } from "../submission/answer.js";

/** What one office answered: one response, or several up to 2024. */
export interface OfficeAnswers {
  readonly office: string;
  readonly responses: readonly (readonly Answer[])[];
  /** When it first submitted; null or absent where nobody kept it. */
  readonly firstSubmittedAt?: Date | null;
}

/**
 * V02: whom a measure counts, and of whom a number is asked. RESPONDENTS: each response. OFFICES: each office, with all
 * of its responses; a number asked of the office counts once, however many of its people answer.
 */
export type Units = "RESPONDENTS" | "OFFICES";
