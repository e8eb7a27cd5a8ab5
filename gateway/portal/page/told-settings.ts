import type { DataLicence } from "../../downloads/indicators/data-licence.js";

/** What the hub was told when it started, as far as its pages say it again. */
export interface ToldSettings {
  /** The licence of what the hub computes. */
  readonly licence: DataLicence;
  /** Where its owner is written to, a mail or web address; null: not told yet. */
  readonly contact: string | null;
  /** Points a minute. */
  readonly pointsPerAddress: number;
  readonly pointsPerPrincipal: number;
  readonly operationTimeoutMs: number;
  /** The public door runs the operations of the manifest and no others. */
  readonly isRestricted: boolean;
  /** Tokens are issued by the hub itself, for trials. */
  readonly isTrialIssuer: boolean;
}
