/** A text of the dictionary; its English is the hub's proposal. */
export interface DictionaryText {
  readonly fr: string;
  readonly en: string;
  readonly status: "PROPOSED";
}

/** What a column is for the risk analysis; a column that is neither has no place in a release. */
export type ColumnPart = "KEY" | "SENSITIVE";

export interface DictionaryCode {
  readonly code: string;
  readonly label: DictionaryText;
}

/** One column of a release, as its data dictionary tells it. */
export interface DictionaryColumn {
  readonly column: string;
  readonly part: ColumnPart;
  readonly label: DictionaryText;
  /** Every code that may occur. */
  readonly codes: readonly DictionaryCode[];
}

const text = (fr: string, en: string): DictionaryText => ({ fr, en, status: "PROPOSED" });
const codes = (pairs: Record<string, readonly [string, string]>): DictionaryCode[] =>
  Object.entries(pairs).map(([code, [fr, en]]) => ({ code, label: text(fr, en) }));

/** The data dictionary of a release of partners. */
export const partnerDictionary: readonly DictionaryColumn[] = [
  {
    column: "regionGroup",
    part: "KEY",
    label: text("Groupe de régions sociosanitaires", "Group of health regions"),
    codes: codes({
      MONTREAL: ["Montréal (06)", "Montréal (06)"],
      COURONNE: ["Couronne de Montréal (13 à 16)", "Around Montréal (13 to 16)"],
      EST: ["Est (01, 03, 12)", "East (01, 03, 12)"],
      CENTRE_OUEST: ["Centre et Ouest (02, 04, 05, 07, 08)", "Centre and West (02, 04, 05, 07, 08)"],
      NORD_ET_ILES: ["Nord et Îles (09, 10, 11, 17, 18)", "North and Islands (09, 10, 11, 17, 18)"],
      QC: ["Tout le Québec", "All of Québec"],
    }),
  },
  {
    column: "ageBand",
    part: "KEY",
    label: text("Groupe d'âge", "Age band"),
    codes: codes({
      UNDER_35: ["Moins de 35 ans", "Under 35"],
      A35_49: ["35 à 49 ans", "35 to 49"],
      A50_64: ["50 à 64 ans", "50 to 64"],
      A65_PLUS: ["65 ans et plus", "65 and over"],
      UNDISCLOSED: ["Non précisé", "Undisclosed"],
      ALL: ["Tous les âges", "All ages"],
    }),
  },
  {
    column: "gender",
    part: "KEY",
    label: text("Genre", "Gender"),
    codes: codes({
      WOMAN: ["Femme", "Woman"],
      MAN: ["Homme", "Man"],
      NON_BINARY: ["Non binaire", "Non-binary"],
      UNDISCLOSED: ["Non précisé", "Undisclosed"],
      ALL: ["Tous les genres", "All genders"],
    }),
  },
  {
    column: "standing",
    part: "SENSITIVE",
    label: text("À quel titre la personne est partenaire", "In what standing the person is a partner"),
    codes: codes({
      PATIENT: ["Patient ou usager", "Patient or user"],
      RELATIVE: ["Proche", "Relative"],
      CITIZEN: ["Citoyen", "Citizen"],
    }),
  },
  {
    column: "experienceDomain",
    part: "SENSITIVE",
    label: text(
      "Premier domaine d'expérience, en grands groupes de secteurs",
      "First domain of experience, in broad groups of sectors",
    ),
    codes: codes({
      HOSPITAL_AND_SPECIALISED: ["Soins hospitaliers et spécialisés", "Hospital and specialised care"],
      REHABILITATION_AND_DISABILITY: ["Réadaptation et déficience", "Rehabilitation and disability"],
      MENTAL_HEALTH: ["Santé mentale et dépendance", "Mental health and addiction"],
      COMMUNITY_AND_RESIDENTIAL: [
        "Première ligne, domicile, jeunesse, santé publique et hébergement",
        "Primary care, home, youth, public health and long-term care",
      ],
      ORGANISATION: ["Qualité et soutien à l'organisation", "Quality and support of the organisation"],
      OTHER_OR_UNSTATED: ["Autre ou non précisé", "Other or unstated"],
    }),
  },
];
