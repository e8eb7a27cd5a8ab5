import { columnOf, type DictionaryColumn } from "./dictionary-column.js";

/** The columns that must not be inferred about somebody whom one has recognised. */
export const sensitiveColumns: readonly DictionaryColumn[] = [
  columnOf(
    "SENSITIVE",
    "standing",
    ["À quel titre la personne est partenaire", "In what standing the person is a partner"],
    {
      PATIENT: ["Patient ou usager", "Patient or user"],
      RELATIVE: ["Proche", "Relative"],
      CITIZEN: ["Citoyen", "Citizen"],
    },
  ),
  columnOf(
    "SENSITIVE",
    "experienceDomain",
    [
      "Premier domaine d'expérience, en grands groupes de secteurs",
      "First domain of experience, in broad groups of sectors",
    ],
    {
      HOSPITAL_AND_SPECIALISED: ["Soins hospitaliers et spécialisés", "Hospital and specialised care"],
      REHABILITATION_AND_DISABILITY: ["Réadaptation et déficience", "Rehabilitation and disability"],
      MENTAL_HEALTH: ["Santé mentale et dépendance", "Mental health and addiction"],
      COMMUNITY_AND_RESIDENTIAL: [
        "Première ligne, domicile, jeunesse, santé publique et hébergement",
        "Primary care, home, youth, public health and long-term care",
      ],
      ORGANISATION: ["Qualité et soutien à l'organisation", "Quality and support of the organisation"],
      OTHER_OR_UNSTATED: ["Autre ou non précisé", "Other or unstated"],
    },
  ),
  columnOf("SENSITIVE", "highestDegree", ["Plus haut degré d'engagement", "Highest degree of engagement"], {
    INFORMATION: ["Information", "Information"],
    CONSULTATION: ["Consultation", "Consultation"],
    COLLABORATION: ["Collaboration", "Collaboration"],
    PARTNERSHIP: ["Partenariat", "Partnership"],
    NONE: ["Aucun engagement", "No engagement"],
  }),
  columnOf(
    "SENSITIVE",
    "leadership",
    [
      "Leadership le plus partagé avec la personne, parmi ses engagements",
      "Leadership most shared with the person, among the engagements",
    ],
    {
      PROFESSIONAL_LED: ["Mené par les professionnels", "Led by professionals"],
      CO_LED: ["Coleadership", "Co-led"],
      PATIENT_LED: ["Mené par les patients", "Led by patients"],
      NONE: ["Aucun engagement", "No engagement"],
    },
  ),
  columnOf(
    "SENSITIVE",
    "mainSphere",
    [
      "Sphère où la personne a le plus d'engagements ; à égalité, la première de cette liste",
      "Sphere in which the person has most engagements; of equals, the first of this list",
    ],
    {
      GOVERNANCE: ["Gouvernance", "Governance"],
      CARE: ["Soins et services", "Care and services"],
      COMMUNITY: ["Communauté", "Community"],
      RESEARCH: ["Recherche", "Research"],
      TEACHING: ["Enseignement", "Teaching"],
      POLICY: ["Politiques", "Policy"],
      NONE: ["Aucun engagement", "No engagement"],
    },
  ),
];
