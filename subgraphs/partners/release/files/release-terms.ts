import type { LocalizedText } from "../../../shared/localized-text.js";
import type { OpenedRelease } from "../records/open-release.js";
import { releaseLicence } from "../release-policy.js";

/** Under which terms a release is used, and how it is cited. */
export interface ReleaseTerms {
  readonly licence: Pick<LocalizedText, "fr" | "en">;
  readonly citation: Pick<LocalizedText, "fr" | "en">;
}

/** What every file of a release says of it; a release from before licences has the one of all. */
export const termsOf = ({ release }: OpenedRelease): ReleaseTerms => ({
  licence: release.licence ?? releaseLicence,
  citation: release.citation,
});
