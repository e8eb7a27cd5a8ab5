import { type DataLicence, licenceOf } from "./data-licence.js";
import type { PublishedIndicator, PublishedObservation, Told } from "./published-indicators.js";

type Cell = string | number | null;

/** One column of the file of indicators. */
export interface Column {
  readonly name: string;
  readonly title: Told;
  readonly of: (observation: PublishedObservation, indicator: PublishedIndicator) => Cell;
}

const column = (name: string, fr: string, en: string, of: Column["of"]): Column => ({
  name,
  title: { fr, en },
  of,
});

const labelOf = ({ categories }: PublishedIndicator, code: string | null): Told | null =>
  categories.find((category) => category.code === code)?.label ?? null;

/** The columns of /data/indicators.csv, in their order; each row says what it is, where it comes from and its licence. */
export const columnsUnder = (licence: DataLicence): readonly Column[] => [
  column("indicator", "Code de l'indicateur", "Code of the indicator", (_, { code }) => code),
  column(
    "indicator_version",
    "Version de sa définition",
    "Version of its definition",
    (_, { version }) => version,
  ),
  column(
    "indicator_name_fr",
    "Nom de l'indicateur",
    "Name of the indicator, in French",
    (_, { name }) => name.fr,
  ),
  column(
    "indicator_name_en",
    "Nom de l'indicateur, en anglais",
    "Name of the indicator",
    (_, { name }) => name.en,
  ),
  column("campaign", "Campagne", "Campaign", ({ campaign }) => campaign),
  column("period_from", "Premier jour de la période", "First day of the period", ({ period }) => period.from),
  column("period_to", "Dernier jour de la période", "Last day of the period", ({ period }) => period.to),
  column("level", "Niveau géographique", "Geographical level", ({ area }) => area.level),
  column("area", "Code du territoire", "Code of the area", ({ area }) => area.code),
  column(
    "area_name_fr",
    "Nom du territoire",
    "Name of the area, in French",
    ({ area }) => area.name?.fr ?? null,
  ),
  column(
    "area_name_en",
    "Nom du territoire, en anglais",
    "Name of the area",
    ({ area }) => area.name?.en ?? null,
  ),
  column("category", "Code de la catégorie", "Code of the category", ({ category }) => category),
  column(
    "category_label_fr",
    "Catégorie",
    "Category, in French",
    ({ category }, indicator) => labelOf(indicator, category)?.fr ?? null,
  ),
  column(
    "category_label_en",
    "Catégorie, en anglais",
    "Category",
    ({ category }, indicator) => labelOf(indicator, category)?.en ?? null,
  ),
  column("value", "Valeur", "Value", ({ value }) => value),
  column("low", "Borne basse d'un intervalle", "Lower end of a range", ({ low }) => low),
  column("high", "Borne haute d'un intervalle", "Upper end of a range", ({ high }) => high),
  column("text", "Telle qu'imprimée par la source", "As the source printed it", ({ text }) => text),
  column("unit", "Unité", "Unit", ({ unit }) => unit),
  column("numerator", "Numérateur", "Numerator", ({ numerator }) => numerator),
  column("denominator", "Dénominateur", "Denominator", ({ denominator }) => denominator),
  column("basis", "Base du calcul", "Basis of the computation", ({ basis }) => basis),
  column(
    "status",
    "État ; SUPPRESSED : protégée, sans valeur",
    "Status; SUPPRESSED: protected, without a value",
    ({ status }) => status,
  ),
  column("reason", "Code du motif d'une absence", "Code of the reason of an absence", ({ reason }) => reason),
  column("reason_fr", "Motif", "Reason, in French", ({ reasonFr }) => reasonFr),
  column("reason_en", "Motif, en anglais", "Reason", ({ reasonEn }) => reasonEn),
  column(
    "origin",
    "Origine ; SYNTHETIC : calculée d'au moins une réponse de démonstration",
    "Origin; SYNTHETIC: computed from at least one demonstration answer",
    ({ origin }) => origin,
  ),
  column("document", "Document source", "Source document", ({ provenance }) => provenance.document),
  column("edition", "Édition du document", "Edition of the document", ({ provenance }) => provenance.edition),
  column("section", "Section du document", "Section of the document", ({ provenance }) => provenance.section),
  column("vintage", "Édition du carrefour", "Vintage of the hub", ({ vintage }) => vintage),
  column(
    "contradictions",
    "Contradictions connues, séparées par |",
    "Known contradictions, separated by |",
    ({ contradictions }) => contradictions.map(({ id }) => id).join("|"),
  ),
  column("licence_fr", "Licence", "Licence, in French", (row) => licenceOf(row, licence).label.fr),
  column("licence_en", "Licence, en anglais", "Licence", (row) => licenceOf(row, licence).label.en),
];
