import type { Language } from "../../../language.js";
import { catalogue } from "../../../words/catalogue.js";

const words = catalogue<string>({
  fr: {
    SYNTHETIC: "la valeur est synthétique et nommerait un établissement",
    SMALL_GROUP: "moins de cinq bureaux ont répondu",
    NOTICE_STOPS_ABOVE: "l'avis accepté par les bureaux s'arrête à un niveau plus large",
    PRIMARY: "un petit nombre de personnes serait reconnu",
    SMALL_COUNT: "un petit nombre de personnes serait reconnu",
    DOMINANCE: "un seul bureau fait presque toute la valeur",
    COMPLEMENTARY: "elle laisserait calculer une autre valeur protégée",
    FEW_OFFICES: "elle révélerait ce que trop peu de bureaux ont répondu",
    PROTECTED: "la valeur est protégée",
    DIFFERENCE_TOO_SMALL: "sa différence avec une autre valeur publiée désignerait trop peu de bureaux",
  },
  en: {
    SYNTHETIC: "the value is synthetic and would name an establishment",
    SMALL_GROUP: "fewer than five offices answered",
    NOTICE_STOPS_ABOVE: "the notice that the offices accepted stops at a broader level",
    PRIMARY: "a small number of persons would be recognised",
    SMALL_COUNT: "a small number of persons would be recognised",
    DOMINANCE: "a single office makes nearly all of the value",
    COMPLEMENTARY: "another protected value could be computed from it",
    FEW_OFFICES: "it would reveal what too few offices answered",
    PROTECTED: "the value is protected",
    DIFFERENCE_TOO_SMALL: "its difference with another published value would single out too few offices",
  },
});

/** Why a value is held back, in words; a reason that has none is told by its code. */
export const reasonIn = (language: Language, reason: string): string =>
  Object.hasOwn(words.texts.fr, reason) ? words(language)(reason) : reason;
