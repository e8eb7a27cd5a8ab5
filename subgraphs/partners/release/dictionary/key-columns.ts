import { columnOf, type DictionaryColumn } from "./dictionary-column.js";

/** The columns by which, together, somebody might be recognised; their codes at every degree of generalisation. */
export const keyColumns: readonly DictionaryColumn[] = [
  columnOf("KEY", "regionGroup", ["Groupe de régions sociosanitaires", "Group of health regions"], {
    MONTREAL: ["Montréal (06)", "Montréal (06)"],
    COURONNE: ["Couronne de Montréal (13 à 16)", "Around Montréal (13 to 16)"],
    EST: ["Est (01, 03, 12)", "East (01, 03, 12)"],
    CENTRE_OUEST: ["Centre et Ouest (02, 04, 05, 07, 08)", "Centre and West (02, 04, 05, 07, 08)"],
    NORD_ET_ILES: ["Nord et Îles (09, 10, 11, 17, 18)", "North and Islands (09, 10, 11, 17, 18)"],
    QC: ["Tout le Québec", "All of Québec"],
  }),
  columnOf("KEY", "ageBand", ["Groupe d'âge", "Age band"], {
    UNDER_35: ["Moins de 35 ans", "Under 35"],
    A35_49: ["35 à 49 ans", "35 to 49"],
    A50_64: ["50 à 64 ans", "50 to 64"],
    A65_PLUS: ["65 ans et plus", "65 and over"],
    UNDISCLOSED: ["Non précisé", "Undisclosed"],
    ALL: ["Tous les âges", "All ages"],
  }),
  columnOf("KEY", "gender", ["Genre", "Gender"], {
    WOMAN: ["Femme", "Woman"],
    MAN: ["Homme", "Man"],
    NON_BINARY: ["Non binaire", "Non-binary"],
    UNDISCLOSED: ["Non précisé", "Undisclosed"],
    ALL: ["Tous les genres", "All genders"],
  }),
  columnOf("KEY", "firstLanguage", ["Première langue", "First language"], {
    FR: ["Français", "French"],
    EN: ["Anglais", "English"],
    OTHER_OR_UNDISCLOSED: [
      "Langue autochtone, autre langue ou non précisé",
      "Indigenous language, another language or undisclosed",
    ],
    NOT_FR: ["Autre que le français, ou non précisé", "Other than French, or undisclosed"],
    ALL: ["Toutes les langues", "All languages"],
  }),
  columnOf("KEY", "joinedPeriod", ["Période d'arrivée comme partenaire", "Period of joining as a partner"], {
    UNTIL_2014: ["Jusqu'en 2014", "Until 2014"],
    Y2015_2019: ["2015 à 2019", "2015 to 2019"],
    Y2020_PLUS: ["2020 ou après", "2020 or later"],
    UNTIL_2019: ["Jusqu'en 2019", "Until 2019"],
    ALL: ["Toutes les périodes", "All periods"],
  }),
  columnOf("KEY", "engagementCount", ["Nombre d'engagements", "Number of engagements"], {
    "0": ["Aucun", "None"],
    "1": ["Un", "One"],
    "2-3": ["Deux ou trois", "Two or three"],
    "4+": ["Quatre ou plus", "Four or more"],
    "1+": ["Un ou plus", "One or more"],
    ALL: ["Aucun, un ou plusieurs", "None, one or several"],
  }),
  columnOf("KEY", "profile", ["Profil de partenaire", "Profile of partner"], {
    RESOURCE: ["Ressource", "Resource"],
    TRAINER: ["Formateur", "Trainer"],
    RESEARCHER: ["Chercheur", "Researcher"],
    COACH: ["Accompagnateur (coach)", "Coach"],
    SEVERAL: ["Plusieurs profils", "Several profiles"],
    NONE: ["Aucun profil", "No profile"],
    SINGLE: ["Un seul profil", "A single profile"],
    ALL: ["Tous les profils", "All profiles"],
  }),
  columnOf("KEY", "trained", ["A reçu une formation au partenariat", "Has been trained in partnership"], {
    YES: ["Oui", "Yes"],
    NO: ["Non", "No"],
    ALL: ["Oui ou non", "Yes or no"],
  }),
];
