import type { PublicationInput } from "../../subgraphs/index.js";
import { readReference } from "../planting.js";

type ExpectedOffice = PublicationInput["frame"][number];
type Text = ExpectedOffice["names"]["region"];

interface Place {
  readonly code: string;
  readonly name: Text;
  readonly region: string;
  readonly peerGroup: string | null;
  readonly inUniverse32: boolean;
  readonly inUniverse35: boolean;
}

/** The offices that a campaign of the demonstration expects: the 35 of the register, as they stand in it. */
export function campaignFrame(campaign: string): ExpectedOffice[] {
  const places = new Map(readReference<Place[]>("establishments.json").map((place) => [place.code, place]));
  const regions = new Map(
    readReference<{ code: string; name: Text; group: string }[]>("health-regions.json").map((region) => [
      region.code,
      region,
    ]),
  );
  return readReference<{ code: string; establishment: string }[]>("partnership-offices.json").map(
    ({ code: office, establishment }) => {
      const place = places.get(establishment);
      const region = regions.get(place?.region ?? "");
      if (!place || !region) throw new Error(`${office}: its establishment or region is not in the register`);
      return {
        campaign,
        office,
        establishment,
        region: place.region,
        regionGroup: region.group,
        peerGroup: place.peerGroup,
        inUniverse32: place.inUniverse32,
        inUniverse35: place.inUniverse35,
        names: { establishment: place.name, region: region.name },
      };
    },
  );
}
