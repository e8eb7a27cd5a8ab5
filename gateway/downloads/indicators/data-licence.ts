import type { Told } from "./published-indicators.js";

/** A licence as a file tells it. */
export interface Licence {
  readonly label: Told;
  /** Where it can be read; null when there is none to read. */
  readonly url: string | null;
}

/** The licences that the owner may give to what the hub computes: those that Québec's open data knows. */
export const dataLicences = {
  "CC-BY-4.0": {
    label: { fr: "CC BY 4.0", en: "CC BY 4.0" },
    url: "https://creativecommons.org/licenses/by/4.0/",
  },
  "CC-BY-NC-4.0": {
    label: { fr: "CC BY-NC 4.0", en: "CC BY-NC 4.0" },
    url: "https://creativecommons.org/licenses/by-nc/4.0/",
  },
  "CC0-1.0": {
    label: { fr: "CC0 1.0", en: "CC0 1.0" },
    url: "https://creativecommons.org/publicdomain/zero/1.0/",
  },
  UNSTATED: { label: { fr: "non précisée", en: "not stated" }, url: null },
} as const satisfies Record<string, Licence>;
export type DataLicence = keyof typeof dataLicences;

/** The licence of a figure: its document's for one that a document printed, the hub's for one that it computed. */
export function licenceOf(
  { origin, provenance }: { readonly origin: string; readonly provenance: { readonly licence: string } },
  ofComputed: DataLicence,
): Licence {
  if (origin !== "PUBLISHED") return dataLicences[ofComputed];
  if (provenance.licence === "UNSTATED") return dataLicences.UNSTATED;
  return { label: { fr: provenance.licence, en: provenance.licence }, url: null };
}
