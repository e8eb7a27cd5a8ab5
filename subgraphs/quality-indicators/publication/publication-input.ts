import type { ExpectedOffice } from "../campaign-window/expected-office.js";
import type { Measure } from "../computation/measure.js";
import type { OfficeAnswers, Units } from "../computation/office-answers.js";
import type { Registers } from "../computation/registers.js";
import type { PublishedLevel } from "./observation-to-publish.js";
import type { SameTotal } from "./protection/told-of-measure.js";

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

/** A figure of an indicator that a vintage showed, or withheld so that another could not be computed. */
export interface ShownFigure {
  readonly level: PublishedLevel;
  readonly area: string;
  readonly category: string | null;
  readonly basis: string;
  readonly isShown: boolean;
}

/** What a vintage said of an indicator, and how that was computed then. */
export interface EarlierIndicator {
  readonly indicator: string;
  readonly measures: readonly Measure[];
  readonly figures: readonly ShownFigure[];
}

/** What an earlier vintage of the campaign said, and of which answers; a withdrawn one was seen too. */
export interface EarlierVintage {
  readonly vintage: string;
  readonly indicators: readonly EarlierIndicator[];
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
  /** Numbers of the form that must add up to the same total: each reader knows that they do. */
  readonly sameTotals?: readonly SameTotal[];
  readonly indicators: readonly ComputedIndicator[];
  readonly frame: readonly ExpectedOffice[];
  readonly submissions: readonly ApprovedAnswers[];
  readonly contradictions: readonly KnownContradictions[];
  /** In the order of publication. */
  readonly earlier: readonly EarlierVintage[];
  readonly registers: Registers;
  /** The day of publication in Toronto, YYYY-MM-DD. */
  readonly publishedOn: string;
}
