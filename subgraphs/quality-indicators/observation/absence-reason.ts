import type { AbsenceReason } from "./observation.entity.js";

const words = {
  NOT_ASKED_IN_CAMPAIGN: {
    fr: "La question n'a pas été posée dans cette campagne.",
    en: "The question was not asked in this campaign.",
  },
  LOST_WITH_CHART: {
    fr: "La valeur était dans un graphique que le texte du document ne rend pas.",
    en: "The value was in a chart that the text of the document does not give.",
  },
  SMALL_GROUP: {
    fr: "Trop peu de bureaux ou de personnes pour publier cette valeur sans révéler une réponse.",
    en: "Too few offices or people to publish this value without revealing an answer.",
  },
  PROTECTED: {
    fr: "Valeur retenue : elle, ou une autre que l'on en calculerait, en dirait trop sur quelques personnes ou sur un seul bureau.",
    en: "Value held back: it, or another that could be computed from it, would tell too much about a few persons or a single office.",
  },
  DIFFERENCE_TOO_SMALL: {
    fr: "Valeur retenue : comparée à une autre valeur publiée, elle révélerait la réponse de moins de cinq bureaux.",
    en: "Value held back: set against another published value, it would reveal the answer of fewer than five offices.",
  },
  SYNTHETIC: {
    fr: "Donnée synthétique : elle ne se montre pas à côté du nom d'un établissement.",
    en: "Synthetic figure: it is not shown beside the name of an establishment.",
  },
  IN_NO_GROUP: {
    fr: "Cet établissement n'appartient à aucun groupe de ce niveau.",
    en: "This establishment belongs to no group of this level.",
  },
  NOTICE_STOPS_ABOVE: {
    fr: "L'avis de la campagne ne permet pas de publier cette mesure à ce niveau.",
    en: "The notice of the campaign does not let this measure be published at this level.",
  },
  NO_COMPANION: {
    fr: "Aucun indicateur du degré d'engagement n'accompagne ce nombre de personnes.",
    en: "No indicator of the degree of engagement stands beside this head count.",
  },
  NOT_PUBLISHED_HERE: {
    fr: "Le degré d'engagement n'est pas publié pour ce lieu et cette campagne.",
    en: "The degree of engagement is not published for this place and campaign.",
  },
  NOT_PUBLISHED_YET: {
    fr: "Aucune valeur n'est publiée pour cette campagne.",
    en: "No value is published for this campaign.",
  },
  NO_DEADLINE: {
    fr: "La campagne n'a pas d'échéance : la ponctualité ne se calcule pas.",
    en: "The campaign has no deadline: punctuality cannot be calculated.",
  },
  NO_ANSWER: {
    fr: "Aucun bureau n'a répondu à la question.",
    en: "No office answered the question.",
  },
  DENOMINATOR_IS_ZERO: {
    fr: "Le dénominateur est nul : la valeur ne se calcule pas.",
    en: "The denominator is zero: the value cannot be calculated.",
  },
} as const;
export type AbsenceCode = keyof typeof words;

const isKnown = (code: string): code is AbsenceCode => code in words;

/** Why a value is absent, by the code that a publication writes beside it; a code without words tells itself. */
export const absenceReasonOf = (code: string): AbsenceReason =>
  isKnown(code) ? { code, ...words[code] } : { code, fr: code, en: code };
