import { registerEnumType } from "type-graphql";

/** Whether partners take part in the research, or partnership is what it studies. */
export enum ResearchKind {
  IN = "IN",
  ON = "ON",
}
registerEnumType(ResearchKind, {
  name: "ResearchKind",
  description: "Recherche EN partenariat ou SUR le partenariat. · Research IN partnership or ON partnership.",
});

/** The stages of a study in which partners take part. */
export enum ResearchStage {
  PRIORITY_SETTING = "PRIORITY_SETTING",
  DESIGN = "DESIGN",
  CONDUCT = "CONDUCT",
  KNOWLEDGE_TRANSFER = "KNOWLEDGE_TRANSFER",
}
registerEnumType(ResearchStage, {
  name: "ResearchStage",
  description:
    "Étape de la recherche : choix des priorités, conception (questions, protocole), mise en œuvre (dont l'analyse), transfert de connaissances. · Stage of research: setting priorities, design (questions, protocol), conduct (analysis included), knowledge transfer.",
});

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
});
