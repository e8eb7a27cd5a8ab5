import type { Generalisation, GeneralisationLevel } from "../anonymisation/generalisation.js";
import { partnerCodes } from "../../partner/partner.codes.js";

/** Groups of health regions, proposed by the hub; the same as those of published figures. */
export const regionGroups = {
  MONTREAL: ["RSS-06"],
  COURONNE: ["RSS-13", "RSS-14", "RSS-15", "RSS-16"],
  EST: ["RSS-01", "RSS-03", "RSS-12"],
  CENTRE_OUEST: ["RSS-02", "RSS-04", "RSS-05", "RSS-07", "RSS-08"],
  NORD_ET_ILES: ["RSS-09", "RSS-10", "RSS-11", "RSS-17", "RSS-18"],
} as const;

const all = (codes: readonly string[], code = "ALL"): GeneralisationLevel =>
  level(codes, { code, loss: 1, becomes: () => code });

/** A level of a key with the given finest codes, told by what becomes of each of them. */
function level(
  codes: readonly string[],
  { code, loss, becomes }: { code: string; loss: number; becomes: (finest: string) => string },
): GeneralisationLevel {
  return { code, loss, generalised: Object.fromEntries(codes.map((finest) => [finest, becomes(finest)])) };
}

const same = (finest: string): string => finest;
const groups = Object.keys(regionGroups);
const ages = ["UNDER_35", "A35_49", "A50_64", "A65_PLUS", "UNDISCLOSED"];
const languages = ["FR", "EN", "OTHER_OR_UNDISCLOSED"];
const periods = ["UNTIL_2014", "Y2015_2019", "Y2020_PLUS"];
const bands = ["0", "1", "2-3", "4+"];
const profiles = [...partnerCodes.profile, "SEVERAL", "NONE"];
const { gender: genders } = partnerCodes;
const answers = ["YES", "NO"];

/**
 * The degrees of every key of a partner, from the finest allowed to the coarsest. They start from what the joined record
 * tells: the region, the six age bands and the year of a roster are too fine to be released at all; minors are few and
 * share a band with the youngest adults; who speaks an Indigenous language would be found at once.
 */
export const partnerHierarchies: readonly Generalisation[] = [
  {
    key: "regionGroup",
    levels: [level(groups, { code: "REGION_GROUP", loss: 0.5, becomes: same }), all(groups, "QC")],
  },
  { key: "ageBand", levels: [level(ages, { code: "FOUR_BANDS", loss: 0.5, becomes: same }), all(ages)] },
  { key: "gender", levels: [level(genders, { code: "GENDER", loss: 0, becomes: same }), all(genders)] },
  {
    key: "firstLanguage",
    levels: [
      level(languages, { code: "FR_EN_OTHER", loss: 0.25, becomes: same }),
      level(languages, {
        code: "FR_OR_NOT",
        loss: 0.6,
        becomes: (language) => (language === "FR" ? "FR" : "NOT_FR"),
      }),
      all(languages),
    ],
  },
  {
    key: "joinedPeriod",
    levels: [
      level(periods, { code: "THREE_PERIODS", loss: 0.5, becomes: same }),
      level(periods, {
        code: "TWO_PERIODS",
        loss: 0.75,
        becomes: (period) => (period === "Y2020_PLUS" ? period : "UNTIL_2019"),
      }),
      all(periods),
    ],
  },
  {
    key: "engagementCount",
    levels: [
      level(bands, { code: "FOUR_BANDS", loss: 0.25, becomes: same }),
      level(bands, { code: "NONE_OR_SOME", loss: 0.75, becomes: (band) => (band === "0" ? "0" : "1+") }),
      all(bands),
    ],
  },
  {
    key: "profile",
    levels: [
      level(profiles, { code: "PROFILE", loss: 0.25, becomes: same }),
      level(profiles, {
        code: "SINGLE_OR_SEVERAL",
        loss: 0.75,
        becomes: (profile) => (profile === "SEVERAL" || profile === "NONE" ? profile : "SINGLE"),
      }),
      all(profiles),
    ],
  },
  { key: "trained", levels: [level(answers, { code: "TRAINED", loss: 0, becomes: same }), all(answers)] },
];
