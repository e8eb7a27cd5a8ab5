/** Broad groups of sectors of experience: a sector alone would tell an illness too well. */
export const experienceDomainGroups = {
  HOSPITAL_AND_SPECIALISED: [
    "ONCOLOGY",
    "HOSPITALISATION",
    "SURGICAL_SPECIALISED",
    "NURSING",
    "MULTIDISCIPLINARY",
    "PROFESSIONAL_SERVICES",
  ],
  REHABILITATION_AND_DISABILITY: ["PHYSICAL_REHAB", "ID_ASD"],
  MENTAL_HEALTH: ["MENTAL_HEALTH_ADDICTION"],
  COMMUNITY_AND_RESIDENTIAL: ["PRIMARY_CARE", "HOME_SUPPORT", "PUBLIC_HEALTH", "YOUTH", "LONG_TERM_CARE"],
  ORGANISATION: ["QUALITY_INNOVATION", "HR_COMMS_LEGAL", "TECHNICAL", "INFORMATION_RESOURCES", "FINANCE"],
  OTHER_OR_UNSTATED: ["OTHER"],
} as const;
export type ExperienceDomainGroup = keyof typeof experienceDomainGroups;

const groupOfSector = new Map<string, ExperienceDomainGroup>(
  (Object.keys(experienceDomainGroups) as ExperienceDomainGroup[]).flatMap((group) =>
    experienceDomainGroups[group].map((sector) => [sector, group] as const),
  ),
);

/** The broad group of a partner's first sector of experience. */
export const experienceDomainGroup = (sectors: readonly string[]): ExperienceDomainGroup =>
  groupOfSector.get(sectors[0] ?? "OTHER") ?? "OTHER_OR_UNSTATED";
