import { frameOf, type PublicationInput, type RegisterEstablishment } from "../../subgraphs/index.js";
import { readReference } from "../planting.js";

type ExpectedOffice = PublicationInput["frame"][number];
type Place = Omit<RegisterEstablishment, "region" | "partnershipOffice"> & { readonly region: string };
type Office = NonNullable<RegisterEstablishment["partnershipOffice"]>;

/** The register of the reference data, put together as the establishments subgraph tells it. */
function register(): RegisterEstablishment[] {
  const regions = new Map(
    readReference<RegisterEstablishment["region"][]>("health-regions.json").map((region) => [
      region.code,
      region,
    ]),
  );
  const offices = new Map(
    readReference<(Office & { readonly establishment: string })[]>("partnership-offices.json").map(
      (office) => [office.establishment, office],
    ),
  );
  return readReference<Place[]>("establishments.json").map((place) => {
    const region = regions.get(place.region);
    if (!region) throw new Error(`${place.code}: its region is not in the register`);
    return { ...place, region, partnershipOffice: offices.get(place.code) ?? null };
  });
}

// The register gives no office a first or a last day: every campaign of the demonstration expects the same ones.
const stockDay = "2026-03-31";

/** The offices that a campaign of the demonstration expects: the 35 of the register, as they stand in it. */
export const campaignFrame = (campaign: string): ExpectedOffice[] => frameOf(campaign, register(), stockDay);
