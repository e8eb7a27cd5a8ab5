/** The codes of an engagement; the table refuses any other. Posture is on every engagement and never summed together. */
export const engagementCodes = {
  degree: ["INFORMATION", "CONSULTATION", "COLLABORATION", "PARTNERSHIP"],
  leadership: ["PROFESSIONAL_LED", "PATIENT_LED", "CO_LED"],
  level: ["CLINICAL", "TACTICAL", "STRATEGIC"],
  sphere: ["GOVERNANCE", "CARE", "COMMUNITY", "RESEARCH", "TEACHING", "POLICY"],
  role: ["USER_COMMITTEE_MEMBER", "VOLUNTEER", "RESOURCE_PARTNER", "PATIENT_ASSOCIATION_MEMBER"],
  posture: ["CO_CONSTRUCTION", "RIGHTS_DEFENCE", "BOTH_DECLARED"],
  recognition: ["HOURLY", "FLAT", "EXPENSES", "NON_MONETARY", "NONE"],
} as const;
