import type { ExpectedOffice, NameText } from "./expected-office.js";

/** When something of the register exists; null where no end is known. */
interface Validity {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** One establishment as the register tells it, with its region and its partnership office. */
export interface RegisterEstablishment extends Validity {
  readonly code: string;
  readonly name: NameText;
  readonly peerGroup: string | null;
  readonly inUniverse32: boolean;
  readonly inUniverse35: boolean;
  readonly region: { readonly code: string; readonly name: NameText; readonly group: string };
  readonly partnershipOffice: (Validity & { readonly code: string }) | null;
}

const existsOn = (day: string, { validFrom, validTo }: Validity): boolean =>
  (validFrom ?? day) <= day && day <= (validTo ?? day);

/** The offices that a campaign expects: those of the register on a day (YYYY-MM-DD), as they stand in it. */
export const frameOf = (
  campaign: string,
  register: readonly RegisterEstablishment[],
  day: string,
): ExpectedOffice[] =>
  register.flatMap((establishment) => {
    const { code, name, region, peerGroup, inUniverse32, inUniverse35, partnershipOffice } = establishment;
    if (!partnershipOffice || !existsOn(day, establishment) || !existsOn(day, partnershipOffice)) return [];
    return {
      campaign,
      office: partnershipOffice.code,
      establishment: code,
      region: region.code,
      regionGroup: region.group,
      peerGroup,
      inUniverse32,
      inUniverse35,
      names: { establishment: name, region: region.name },
    };
  });
