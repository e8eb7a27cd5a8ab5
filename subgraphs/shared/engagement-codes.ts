import { registerEnumType } from "type-graphql";

/** The four profiles of partners. */
export enum PartnerProfile {
  TRAINER = "TRAINER",
  RESOURCE = "RESOURCE",
  RESEARCHER = "RESEARCHER",
  COACH = "COACH",
}
registerEnumType(PartnerProfile, {
  name: "PartnerProfile",
  description:
    "Profil d'un partenaire : formateur, ressource, chercheur ou coach. · Profile of a partner: trainer, resource, researcher or coach.",
  valuesConfig: {
    TRAINER: {
      description:
        "Profil formateur : contribue à la formation des professionnels. · Trainer profile: contributes to the training of professionals.",
    },
    RESOURCE: {
      description:
        "Profil ressource : contribue à l'ajustement des soins et services. · Resource profile: contributes to adjusting care and services.",
    },
    RESEARCHER: {
      description:
        "Profil chercheur : contribue à la production et à l'évaluation des connaissances. · Researcher profile: contributes to producing and evaluating knowledge.",
    },
    COACH: {
      description:
        "Profil coach : contribue à la formation des autres patients partenaires. · Coach profile: contributes to the training of the other patient partners.",
    },
  },
});

/** How far partners take part. */
export enum EngagementDegree {
  INFORMATION = "INFORMATION",
  CONSULTATION = "CONSULTATION",
  COLLABORATION = "COLLABORATION",
  PARTNERSHIP = "PARTNERSHIP",
}
registerEnumType(EngagementDegree, {
  name: "EngagementDegree",
  description:
    "Degré d'engagement : information, consultation, collaboration ou partenariat. · Degree of engagement: information, consultation, collaboration or partnership.",
  valuesConfig: {
    INFORMATION: {
      description:
        "Communication d'informations vers les patients. · Communication of information to patients.",
    },
    CONSULTATION: {
      description:
        "Collecte d'information des patients vers les professionnels, chercheurs et décideurs. · Collection of information from patients by professionals, researchers and decision makers.",
    },
    COLLABORATION: {
      description:
        "Échange ponctuel, à propos d'un sujet déterminé par les professionnels. · Occasional exchange, about a subject that the professionals determine.",
    },
    PARTNERSHIP: {
      description:
        "Partenariat : co-leadership, co-construction et co-responsabilité. · Partnership: co-leadership, co-construction and co-responsibility.",
    },
  },
});

/** Who leads, a second axis beside the degree. */
export enum Leadership {
  PROFESSIONAL_LED = "PROFESSIONAL_LED",
  PATIENT_LED = "PATIENT_LED",
  CO_LED = "CO_LED",
}
registerEnumType(Leadership, {
  name: "Leadership",
  description:
    "Qui dirige : des professionnels, des patients, ou les deux ensemble. · Who leads: professionals, patients, or both together.",
  valuesConfig: {
    PROFESSIONAL_LED: { description: "Mené par les professionnels. · Professional-led." },
    PATIENT_LED: { description: "Mené par les patients. · Patient-led." },
    CO_LED: { description: "Mené ensemble (co-leadership). · Co-led." },
  },
});
