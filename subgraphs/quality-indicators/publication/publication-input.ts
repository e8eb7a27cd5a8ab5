import type { ExpectedOffice } from "../campaign-window/expected-office.js";
import type { CampaignAnswers, OfficeAnswers } from "../computation/campaign-answers.js";
import type { Computation } from "../computation/computation.js";

/** An indicator as far as a publication needs it. */
export interface ComputedIndicator {
  readonly code: string;
  readonly version: number;
  readonly unit: string;
  readonly basis: string;
  readonly askedIn: readonly string[];
  readonly computation: Computation | null;
}

/** The approved answers of one office. */
export interface ApprovedAnswers extends OfficeAnswers {
  readonly synthetic: boolean;
}

/** A question as far as a publication needs it: its choices, and how far down it may be published. */
export interface PublishedQuestion {
  readonly code: string;
  readonly finestLevel: string;
  readonly choices: readonly { readonly code: string }[];
}

/** The contradictions that documents hold about an indicator in a campaign. */
export interface KnownContradictions {
  readonly indicator: string;
  readonly category: string | null;
  readonly contradictions: readonly string[];
}

/** What an earlier vintage of the campaign showed, and of which answers; a withdrawn one was seen too. */
export interface EarlierVintage {
  /** The indicators that it showed a figure of, for the whole province. */
  readonly indicators: readonly string[];
  readonly submissions: readonly ApprovedAnswers[];
}

/** Everything that a publication is made of, and nothing else: the same input gives the same rows. */
export interface PublicationInput {
  readonly campaign: {
    readonly code: string;
    readonly base: CampaignAnswers["base"];
    readonly period: object;
  };
  readonly questions: readonly PublishedQuestion[];
  readonly indicators: readonly ComputedIndicator[];
  readonly frame: readonly ExpectedOffice[];
  readonly submissions: readonly ApprovedAnswers[];
  readonly contradictions: readonly KnownContradictions[];
  readonly earlier: readonly EarlierVintage[];
  /** The day of publication in Toronto, YYYY-MM-DD. */
  readonly publishedOn: string;
}
