import type { Language } from "../../../language.js";
import { catalogue } from "../../../words/catalogue.js";

const words = catalogue<string>({
  fr: {
    SYNTHETIC: "une donnée synthétique ne se montre pas à côté du nom d'un établissement",
    SMALL_GROUP: "trop peu de bureaux ou de personnes y répondent",
    NOTICE_STOPS_ABOVE: "l'avis accepté par les bureaux s'arrête à un niveau plus large",
    PRIMARY: "un petit nombre de personnes serait reconnu",
    SMALL_COUNT: "un petit nombre de personnes serait reconnu",
    DOMINANCE: "un seul bureau fait presque toute la valeur",
    COMPLEMENTARY: "elle laisserait calculer une autre valeur protégée",
    FEW_OFFICES: "elle révélerait ce que trop peu de bureaux ont répondu",
    PROTECTED: "elles en diraient trop sur quelques personnes ou sur un seul bureau",
    DIFFERENCE_TOO_SMALL:
      "comparées à une autre valeur publiée, elles révéleraient la réponse de moins de cinq bureaux",
  },
  en: {
    SYNTHETIC: "a synthetic figure is not shown beside the name of an establishment",
    SMALL_GROUP: "too few offices or people stand behind them",
    NOTICE_STOPS_ABOVE: "the notice that the offices accepted stops at a broader level",
    PRIMARY: "a small number of persons would be recognised",
    SMALL_COUNT: "a small number of persons would be recognised",
    DOMINANCE: "a single office makes nearly all of the value",
    COMPLEMENTARY: "another protected value could be computed from it",
    FEW_OFFICES: "it would reveal what too few offices answered",
    PROTECTED: "they would tell too much about a few persons or a single office",
    DIFFERENCE_TOO_SMALL:
      "set against another published value, they would reveal the answer of fewer than five offices",
  },
});

/** Why a value is held back, in words; a reason that has none is told by its code. */
export const reasonIn = (language: Language, reason: string): string =>
  Object.hasOwn(words.texts.fr, reason) ? words(language)(reason) : reason;
