import type { Pair } from "./figure-words.js";

/** The words of places, people, committees, research and recommendations. */
export const networkWords = {
  EstablishmentType: {
    CISSS: ["Centre intégré de santé et de services sociaux", "Integrated health and social services centre"],
    CIUSSS: [
      "Centre intégré universitaire de santé et de services sociaux",
      "Integrated university health and social services centre",
    ],
    CHU: ["Centre hospitalier universitaire", "University hospital centre"],
    INSTITUT: ["Institut spécialisé", "Specialised institute"],
    CRSSS: ["Centre régional de santé et de services sociaux", "Regional health and social services centre"],
    RRSSS: [
      "Régie régionale de la santé et des services sociaux",
      "Regional board of health and social services",
    ],
    CENTRE_DE_SANTE: ["Centre de santé", "Health centre"],
    CLSC: ["Centre local de services communautaires", "Local community services centre"],
    CONSEIL_CRI: [
      "Conseil cri de la santé et des services sociaux",
      "Cree board of health and social services",
    ],
  },
  PeerGroup: {
    CISSS: ["les CISSS", "the CISSS"],
    CIUSSS: ["les CIUSSS", "the CIUSSS"],
    CHU_INSTITUT: [
      "les centres hospitaliers universitaires et les instituts",
      "university hospital centres and institutes",
    ],
  },
  RegionGroup: {
    MONTREAL: ["Montréal", "Montréal"],
    COURONNE: ["Couronne de Montréal", "Ring around Montréal"],
    EST: ["Est du Québec", "Eastern Québec"],
    CENTRE_OUEST: ["Centre et Ouest du Québec", "Central and western Québec"],
    NORD_ET_ILES: ["Nord et îles", "North and islands"],
  },
  Represented: {
    YES: ["a répondu", "answered"],
    NO: ["n'a pas répondu", "did not answer"],
    UNSTATED: ["dans aucune des deux listes imprimées", "in neither printed list"],
  },
  OfficeStatus: {
    ACTIVE: ["en activité", "at work"],
    PLANNED: ["prévu", "planned"],
    SUSPENDED: ["suspendu", "suspended"],
    UNKNOWN: ["inconnu : aucune source ne le dit", "unknown: no source says"],
  },
  SharedResourceKind: { GOOD_PRACTICE: ["Bonne pratique", "Good practice"], TOOL: ["Outil", "Tool"] },
  PartnerConceptKind: {
    TERM: ["Mots pour nommer un partenaire", "Words for a partner"],
    PROFILE: ["Profils de partenaires", "Profiles of partners"],
    DEGREE: ["Degrés d'engagement", "Degrees of engagement"],
    LEADERSHIP: ["Qui mène l'engagement", "Who leads the engagement"],
    SPHERE: ["Sphères du partenariat", "Spheres of partnership"],
    ORG_LEVEL: ["Niveaux de l'organisation", "Levels of the organisation"],
    INVOLVEMENT_LEVEL: ["Niveaux d'implication des partenaires", "Levels at which partners are involved"],
    ROLE: ["Rôles", "Roles"],
    PROCESS_STEP: ["Étapes de la démarche", "Steps of the process"],
    RECRUITMENT_STRATEGY: ["Stratégies de recrutement", "Recruitment strategies"],
    RECOGNITION: ["Formes de reconnaissance", "Forms of recognition"],
    TOKENISM_RISK: ["Risques d'instrumentalisation", "Risks of tokenism"],
    ENGAGEMENT_LADDER_2016: ["Échelle d'engagement de 2016", "Engagement ladder of 2016"],
  },
  GlossaryKind: {
    CONCEPT: ["Concept défini par une source", "Concept that a source defines"],
    HUB_TERM: ["Mot de Carrefour", "Word of Carrefour"],
  },
  Language: { FR: ["français", "French"], EN: ["anglais", "English"] },
  CoConstructionStatus: {
    NONE_RECORDED: ["Rien n'est consigné", "Nothing is recorded"],
    RECORDED: ["Consignée", "Recorded"],
  },
  CoConstructionStage: {
    IDEATION: ["choix de ce qu'il faut mesurer", "choosing what to measure"],
    DEFINITION: ["définition", "definition"],
    TEST: ["essai", "test"],
    INTERPRETATION: ["lecture des résultats", "reading the results"],
    DISSEMINATION: ["diffusion des résultats", "making the results known"],
  },
  EngagementDegree: {
    INFORMATION: ["information", "information"],
    CONSULTATION: ["consultation", "consultation"],
    COLLABORATION: ["collaboration", "collaboration"],
    PARTNERSHIP: ["partenariat", "partnership"],
  },
  Leadership: {
    PROFESSIONAL_LED: ["mené par les professionnels", "led by professionals"],
    PATIENT_LED: ["mené par les patients", "led by patients"],
    CO_LED: ["mené ensemble", "led together"],
  },
  PartnersWithheld: {
    SMALL_COUNT: [
      "de 1 à 4 personnes, nombre exact non conservé",
      "from 1 to 4 people, exact number not kept",
    ],
    NOT_STATED: ["nombre non précisé", "number not stated"],
  },
  PartnerProfile: {
    TRAINER: ["profil formateur", "trainer profile"],
    RESOURCE: ["profil ressource", "resource profile"],
    RESEARCHER: ["profil chercheur", "researcher profile"],
    COACH: ["profil coach", "coach profile"],
  },
  ProgressStatus: {
    UNKNOWN: ["Inconnu : personne ne l'a déclaré", "Unknown: nobody declared it"],
    NOT_STARTED: ["Non commencé", "Not started"],
    IN_PROGRESS: ["En cours", "In progress"],
    DONE: ["Fait", "Done"],
    ABANDONED: ["Abandonné", "Abandoned"],
  },
  ResearchKind: {
    IN: ["Recherche en partenariat", "Research in partnership"],
    ON: ["Recherche sur le partenariat", "Research on partnership"],
  },
  ResearchStage: {
    PRIORITY_SETTING: ["choix des priorités", "setting priorities"],
    DESIGN: ["conception", "design"],
    CONDUCT: ["mise en œuvre", "conduct"],
    KNOWLEDGE_TRANSFER: ["transfert de connaissances", "knowledge transfer"],
  },
  ResearchUnitKind: {
    SUPPORT_UNIT: ["Unité de soutien", "Support unit"],
    CENTRE_OF_EXCELLENCE: ["Centre d'excellence", "Centre of excellence"],
    RESEARCH_CHAIR: ["Chaire de recherche", "Research chair"],
    STRATEGIC_COMMITTEE: [
      "Comité stratégique de patients partenaires",
      "Strategic committee of patient partners",
    ],
    PARTNERSHIP_OFFICE_IN_RESEARCH: ["Bureau de partenariat en recherche", "Partnership office in research"],
    LEARNING_COMMUNITY: ["Communauté d'apprentissages", "Learning community"],
    COMMUNITY_OF_PRACTICE: ["Communauté de pratique", "Community of practice"],
  },
  CommitteeKind: {
    CU: ["Comité des usagers", "Users' committee"],
    CUCI: ["Comité des usagers du centre intégré", "Users' committee of the integrated centre"],
    CR: ["Comité de résidents", "Residents' committee"],
  },
  Posture: {
    CO_CONSTRUCTION: ["Co-construction", "Co-construction"],
    RIGHTS_DEFENCE: ["Défense des droits", "Defence of rights"],
    BOTH_DECLARED: ["Les deux postures, déclarées", "Both postures, declared"],
  },
  CollaborationIntensity: {
    NONE_PLANNED: ["aucune, à développer", "none yet, to be developed"],
    RARE: ["rare ou très limitée", "rare or very limited"],
    OCCASIONAL: ["à l'occasion", "occasional"],
    INFORMAL: ["non formelle", "informal"],
    REGULAR: ["régulière ou étroite", "regular or close"],
    STRUCTURED: ["structurée", "structured"],
    UNKNOWN: ["non précisée", "not stated"],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Pair>>>>;
