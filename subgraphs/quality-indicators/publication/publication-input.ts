import type { ExpectedOffice } from "../campaign-window/expected-office.js";
import type { Measure } from "../computation/measure.js";
import type { OfficeAnswers, Units } from "../computation/office-answers.js";
import type { Registers } from "../computation/registers.js";
import type { PublishedLevel } from "./observation-to-publish.js";

/** An indicator as far as a publication needs it. */
export interface ComputedIndicator {
  readonly code: string;
  readonly version: number;
  readonly unit: string;
  readonly basis: string;
  readonly askedIn: readonly string[];
  /** The levels at which it has rows, where the notice of the campaign lets it. */
  readonly levels: readonly PublishedLevel[];
  /** None for an indicator that the hub does not compute. */
  readonly measures: readonly Measure[];
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

/** A figure of an indicator that a vintage showed. */
export interface ShownFigure {
  readonly category: string | null;
  readonly basis: string;
}

/** What an earlier vintage of the campaign showed, and of which answers; a withdrawn one was seen too. */
export interface EarlierVintage {
  /** How the indicators of which it showed something for the whole province were computed then. */
  readonly measures: readonly Measure[];
  /** What it showed of the indicator of each of these measures, in their order; absent: all that they give. */
  readonly shown?: readonly (readonly ShownFigure[])[];
  readonly submissions: readonly ApprovedAnswers[];
}

/** Everything that a publication is made of, and nothing else: the same input gives the same rows. */
export interface PublicationInput {
  readonly campaign: {
    readonly code: string;
    readonly base: Units;
    readonly period: object;
  };
  /** The campaign's deadline, or null. */
  readonly closesAt: Date | null;
  readonly questions: readonly PublishedQuestion[];
  readonly indicators: readonly ComputedIndicator[];
  readonly frame: readonly ExpectedOffice[];
  readonly submissions: readonly ApprovedAnswers[];
  readonly contradictions: readonly KnownContradictions[];
  readonly earlier: readonly EarlierVintage[];
  readonly registers: Registers;
  /** The day of publication in Toronto, YYYY-MM-DD. */
  readonly publishedOn: string;
}
