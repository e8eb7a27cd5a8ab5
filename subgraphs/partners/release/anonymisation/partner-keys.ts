import type { RosterPartner } from "../../partner/roster-partner.js";
import { experienceDomainGroup } from "./experience-domain.js";
import type { KeyHierarchy, SensitiveColumn } from "./hierarchy.js";

/** Groups of health regions, proposed by the hub; the same as those of published figures. */
export const regionGroups = {
  MONTREAL: ["RSS-06"],
  COURONNE: ["RSS-13", "RSS-14", "RSS-15", "RSS-16"],
  EST: ["RSS-01", "RSS-03", "RSS-12"],
  CENTRE_OUEST: ["RSS-02", "RSS-04", "RSS-05", "RSS-07", "RSS-08"],
  NORD_ET_ILES: ["RSS-09", "RSS-10", "RSS-11", "RSS-17", "RSS-18"],
} as const;

const groupOfRegion = new Map<string, string>(
  Object.entries(regionGroups).flatMap(([group, regions]) => regions.map((region) => [region, group])),
);

function regionGroupOf(region: string): string {
  const group = groupOfRegion.get(region);
  if (group === undefined) throw new RangeError(`region: expected RSS-01 to RSS-18, got ${region}`);
  return group;
}

// Minors are few: they share a band with the youngest adults.
const fourAgeBands = (band: string): string => (band === "UNDER_18" || band === "A18_34" ? "UNDER_35" : band);

/** The keys of a partner. The region and the six bands of a roster are too fine to be released at all. */
export const partnerKeys: readonly KeyHierarchy<RosterPartner>[] = [
  {
    key: "regionGroup",
    rawOf: (partner) => partner.region,
    levels: [
      { code: "REGION_GROUP", loss: 0.5, generalise: regionGroupOf },
      { code: "QC", loss: 1, generalise: () => "QC" },
    ],
  },
  {
    key: "ageBand",
    rawOf: (partner) => partner.ageBand,
    levels: [
      { code: "FOUR_BANDS", loss: 0.5, generalise: fourAgeBands },
      { code: "ALL", loss: 1, generalise: () => "ALL" },
    ],
  },
  {
    key: "gender",
    rawOf: (partner) => partner.gender,
    levels: [
      { code: "GENDER", loss: 0, generalise: (gender) => gender },
      { code: "ALL", loss: 1, generalise: () => "ALL" },
    ],
  },
];

/** What must not be inferred about a partner whom one has recognised. */
export const partnerSensitiveColumns: readonly SensitiveColumn<RosterPartner>[] = [
  { column: "experienceDomain", valueOf: (partner) => experienceDomainGroup(partner.experienceDomains) },
  { column: "standing", valueOf: (partner) => partner.standing },
];
