/** One answer of a demonstration response: a value, or the reason there is none. */
export interface SyntheticAnswer {
  readonly question: string;
  readonly number?: number;
  readonly text?: string;
  readonly choices?: readonly string[];
  readonly missing?: "NOT_ANSWERED" | "DOES_NOT_KNOW" | "NOT_APPLICABLE";
  readonly comment?: string;
}

/** What one partnership office hands in for one year. No answer in it was given by a real person. */
export interface SyntheticSubmission {
  /** Code of the establishment. */
  readonly establishment: string;
  /** Code of its partnership office. */
  readonly office: string;
  /** One response, or two when two people of the office answered. */
  readonly responses: readonly (readonly SyntheticAnswer[])[];
}
