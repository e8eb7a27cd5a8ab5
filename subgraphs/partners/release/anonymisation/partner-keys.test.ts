import { describe, expect, it } from "@jest/globals";
import { readReference } from "../../../../seeds/planting.js";
import { partnerCodes } from "../../partner/partner.codes.js";
import { partnerDictionary } from "../data-dictionary.js";
import { experienceDomainGroup, experienceDomainGroups } from "./experience-domain.js";
import { partnerKeys, partnerSensitiveColumns, regionGroups } from "./partner-keys.js";

const codesOf = (column: string): string[] =>
  partnerDictionary.find((entry) => entry.column === column)!.codes.map(({ code }) => code);

describe("the columns of a release", () => {
  it("are the keys, on which k is enforced, and the sensitive columns, on which l and t are, and no other", () => {
    expect(partnerDictionary.map(({ column, part }) => [column, part])).toEqual([
      ["regionGroup", "KEY"],
      ["ageBand", "KEY"],
      ["gender", "KEY"],
      ["standing", "SENSITIVE"],
      ["experienceDomain", "SENSITIVE"],
    ]);
    const enforced = [
      ...partnerKeys.map(({ key }) => key),
      ...partnerSensitiveColumns.map(({ column }) => column),
    ];
    expect(partnerDictionary.map(({ column }) => column).sort()).toEqual(enforced.sort());
  });

  it("groups the regions as the register of establishments does", () => {
    const regions = readReference<{ code: string; group: string }[]>("health-regions.json");
    const ours = Object.entries(regionGroups).flatMap(([group, codes]) =>
      codes.map((code) => `${code} ${group}`),
    );
    expect(ours.sort()).toEqual(regions.map(({ code, group }) => `${code} ${group}`).sort());
  });

  it("has at most five groups of regions and four age bands of people who told their age", () => {
    const [region, age] = partnerKeys;
    const bands = partnerCodes.ageBand.filter((band) => band !== "UNDISCLOSED");
    expect(new Set(bands.map(age!.levels[0]!.generalise)).size).toBe(4);
    expect(new Set(Object.values(regionGroups).flat().map(region!.levels[0]!.generalise)).size).toBe(5);
  });

  it("explains every code that a key can take at any level", () => {
    const raw = {
      regionGroup: Object.values(regionGroups).flat(),
      ageBand: partnerCodes.ageBand,
      gender: partnerCodes.gender,
    };
    for (const { key, levels } of partnerKeys) {
      const told = levels.flatMap((level) =>
        raw[key as keyof typeof raw].map((code) => level.generalise(code)),
      );
      expect(codesOf(key)).toEqual(expect.arrayContaining([...new Set(told)]));
    }
  });

  it("puts every sector of experience into one broad group, and nobody's silence into one of its own", () => {
    expect(Object.values(experienceDomainGroups).flat().sort()).toEqual([...partnerCodes.sector].sort());
    expect(codesOf("experienceDomain")).toEqual(Object.keys(experienceDomainGroups));
    expect(experienceDomainGroup(["ONCOLOGY", "YOUTH"])).toBe("HOSPITAL_AND_SPECIALISED");
    expect(experienceDomainGroup([])).toBe("OTHER_OR_UNSTATED");
  });
});
