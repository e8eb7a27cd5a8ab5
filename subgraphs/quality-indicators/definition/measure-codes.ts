import { registerEnumType } from "type-graphql";

/** The kinds of measures. */
export enum MeasureKind {
  COUNT = "COUNT",
  SHARE = "SHARE",
  SHARE_BY_CHOICE = "SHARE_BY_CHOICE",
  SUM = "SUM",
  MEAN = "MEAN",
  DISTRIBUTION = "DISTRIBUTION",
  RATE = "RATE",
  COMPOSITION = "COMPOSITION",
  COVERAGE = "COVERAGE",
  REGISTER_SHARE = "REGISTER_SHARE",
  REGISTER_BY_STATUS = "REGISTER_BY_STATUS",
}
registerEnumType(MeasureKind, {
  name: "MeasureKind",
  description: "Comment un indicateur se calcule. · How an indicator is computed.",
  valuesConfig: {
    COUNT: { description: "Combien d'unités remplissent `where`. · How many units fulfil `where`." },
    SHARE: { description: "Part des unités qui remplissent `of`. · Share of the units that fulfil `of`." },
    SHARE_BY_CHOICE: {
      description: "Une part par choix de la question. · One share a choice of the question.",
    },
    SUM: { description: "Somme des nombres donnés. · Sum of the numbers given." },
    MEAN: { description: "Moyenne des nombres donnés. · Mean of the numbers given." },
    DISTRIBUTION: { description: "Médiane et étendue. · Median and range." },
    RATE: {
      description: "Une somme sur une autre, fois une échelle. · One sum over another, times a scale.",
    },
    COMPOSITION: { description: "Les parties d'un total. · The parts of a total." },
    COVERAGE: { description: "Qui a répondu parmi ceux attendus. · Who answered among those expected." },
    REGISTER_SHARE: {
      description: "Part des indicateurs co-construits. · Share of co-constructed indicators.",
    },
    REGISTER_BY_STATUS: {
      description: "Recommandations par état d'avancement. · Recommendations by state of progress.",
    },
  },
});

/** Whom a measure counts. */
export enum CountedUnits {
  RESPONDENTS = "RESPONDENTS",
  OFFICES = "OFFICES",
}
registerEnumType(CountedUnits, {
  name: "CountedUnits",
  description: "Qui une mesure compte. · Whom a measure counts.",
  valuesConfig: {
    RESPONDENTS: { description: "Chaque réponse. · Each response." },
    OFFICES: {
      description:
        "Chaque bureau ; un nombre demandé au bureau compte une fois. · Each office; a number asked of the office counts once.",
    },
  },
});

/** What a coverage counts. */
export enum CoverageOf {
  OFFICES = "OFFICES",
  ESTABLISHMENTS = "ESTABLISHMENTS",
  HEALTH_REGIONS = "HEALTH_REGIONS",
}
registerEnumType(CoverageOf, {
  name: "CoverageOf",
  description: "Ce qu'une couverture compte. · What a coverage counts.",
  valuesConfig: {
    OFFICES: { description: "Bureaux. · Offices." },
    ESTABLISHMENTS: { description: "Établissements. · Establishments." },
    HEALTH_REGIONS: { description: "Régions. · Regions." },
  },
});
