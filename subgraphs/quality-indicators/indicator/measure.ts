import { registerEnumType } from "type-graphql";

/** Of whom or of what a value speaks; the count itself is the denominator. */
export enum Basis {
  ESTABLISHMENTS = "ESTABLISHMENTS",
  ESTABLISHMENTS_QUESTIONNAIRE = "ESTABLISHMENTS_QUESTIONNAIRE",
  OFFICES = "OFFICES",
  RESPONDENTS = "RESPONDENTS",
  PARTNERS_BANK = "PARTNERS_BANK",
  PARTNERS_ACTIVE = "PARTNERS_ACTIVE",
  PARTICIPANTS = "PARTICIPANTS",
  RESOURCE_PATIENTS = "RESOURCE_PATIENTS",
  UNKNOWN = "UNKNOWN",
}
registerEnumType(Basis, {
  name: "Basis",
  description:
    "De qui parle la valeur : établissements, les 32 choix du questionnaire, bureaux, répondants, partenaires inscrits ou actifs, participants, patients ressources, ou inconnu. · Whom the value speaks of: establishments, the 32 options of the questionnaire, offices, respondents, partners in pools or active, participants, resource patients, or unknown.",
});

/** The unit of a value. */
export enum Unit {
  PERCENT = "PERCENT",
  PERSONS = "PERSONS",
  OFFICES = "OFFICES",
  ESTABLISHMENTS = "ESTABLISHMENTS",
  HEALTH_REGIONS = "HEALTH_REGIONS",
  RESPONDENTS = "RESPONDENTS",
  TEAMS = "TEAMS",
  PROJECTS = "PROJECTS",
  PLANS = "PLANS",
  SITES = "SITES",
  MESSAGES = "MESSAGES",
  RECOMMENDATIONS = "RECOMMENDATIONS",
  FTE = "FTE",
  FTE_PER_100_PARTNERS = "FTE_PER_100_PARTNERS",
  HOURS = "HOURS",
  CAD = "CAD",
  CAD_PER_HOUR = "CAD_PER_HOUR",
  CAD_PER_DAY = "CAD_PER_DAY",
}
registerEnumType(Unit, {
  name: "Unit",
  description:
    "Unité de la valeur ; FTE : équivalent temps complet (ETC), CAD : dollars canadiens. · Unit of the value; FTE: full-time equivalent, CAD: Canadian dollars.",
});

/** What kind of number an indicator gives. */
export enum ValueType {
  COUNT = "COUNT",
  PROPORTION = "PROPORTION",
  RANGE = "RANGE",
  MEAN = "MEAN",
  AMOUNT = "AMOUNT",
  BAND_SHARE = "BAND_SHARE",
}
registerEnumType(ValueType, {
  name: "ValueType",
  description:
    "Nombre, part, étendue, moyenne, montant ou part par tranche. · Count, share, range, mean, amount or share by band.",
});
