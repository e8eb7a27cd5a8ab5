import { type DataLicence, dataLicences } from "./data-licence.js";
import { lastChangeOf, type PublishedIndicators } from "./published-indicators.js";

// What CKAN's DCAT extension reads of a JSON-LD catalogue (its mapping for DCAT-AP); no outside context is needed.
const context = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

const inBoth = (fr: string, en: string): object[] => [
  { "@value": fr, "@language": "fr" },
  { "@value": en, "@language": "en" },
];
const uri = (id: string): object => ({ "@id": id });
const instant = (text: string): object => ({ "@value": text, "@type": "xsd:dateTime" });

interface File {
  readonly path: string;
  readonly fr: string;
  readonly en: string;
  readonly mediaType: string;
  readonly format: string;
}

const files: readonly File[] = [
  {
    path: "/data/indicators.csv",
    fr: "Indicateurs, une ligne par valeur",
    en: "Indicators, a row a value",
    mediaType: "text/csv",
    format: "CSV",
  },
  {
    path: "/data/indicators.json",
    fr: "Indicateurs, JSON-stat 2.0",
    en: "Indicators, JSON-stat 2.0",
    mediaType: "application/json",
    format: "JSON",
  },
];

/** What the catalogue says of the hub itself. */
export interface Publisher {
  /** The address that others reach the hub by. */
  readonly publicUrl: string;
  readonly licence: DataLicence;
}

/**
 * The catalogue of open data as DCAT 3 in JSON-LD: one dataset, its files and the GraphQL service behind it.
 * https://www.w3.org/TR/vocab-dcat-3/
 */
export function dcatCatalogue(all: PublishedIndicators, { publicUrl, licence }: Publisher): object {
  const dataset = `${publicUrl}/data/indicators`;
  const { url, label } = dataLicences[licence];
  const changed = lastChangeOf(all);
  const whenChanged = changed === null ? {} : { "dct:modified": instant(changed) };
  const licensed = url === null ? { "dct:rights": inBoth(label.fr, label.en) } : { "dct:license": uri(url) };
  const campaigns = all.campaigns.map(({ code }) => code);
  const isSynthetic = all.indicators.some(({ observations }) =>
    observations.some(({ origin }) => origin === "SYNTHETIC"),
  );
  const warning = isSynthetic
    ? {
        fr: " Ce carrefour contient des données de démonstration : leur origine est SYNTHETIC.",
        en: " This hub holds demonstration data: their origin is SYNTHETIC.",
      }
    : { fr: "", en: "" };
  const publisher = { "@id": `${publicUrl}/`, "@type": "foaf:Organization", "foaf:name": "Carrefour" };
  return {
    "@context": context,
    "@id": `${publicUrl}/data/catalogue.jsonld`,
    "@type": "dcat:Catalog",
    "dct:title": inBoth("Données ouvertes du carrefour", "Open data of the hub"),
    "dct:description": inBoth(
      "Les données derrière les indicateurs de qualité bâtis avec les partenaires en santé.",
      "The data behind the quality indicators built with partners in health.",
    ),
    "dct:publisher": publisher,
    "dct:language": [
      uri("http://publications.europa.eu/resource/authority/language/FRA"),
      uri("http://publications.europa.eu/resource/authority/language/ENG"),
    ],
    "foaf:homepage": uri(`${publicUrl}/`),
    ...whenChanged,
    "dcat:dataset": [
      {
        "@id": dataset,
        "@type": "dcat:Dataset",
        "dct:identifier": dataset,
        "dct:title": inBoth(
          "Indicateurs de qualité du partenariat en santé au Québec",
          "Quality indicators of partnership in health in Québec",
        ),
        "dct:description": inBoth(
          `Valeurs publiées et calculées, avec unité, période, base, source et édition ; campagnes ${campaigns.join(", ")}. Une valeur protégée est marquée SUPPRESSED et n'a pas de nombre.${warning.fr}`,
          `Published and computed values, with unit, period, basis, source and vintage; campaigns ${campaigns.join(", ")}. A protected value is marked SUPPRESSED and has no number.${warning.en}`,
        ),
        "dcat:keyword": [
          { "@value": "partenariat en santé", "@language": "fr" },
          { "@value": "indicateurs de qualité", "@language": "fr" },
          { "@value": "partnership in health", "@language": "en" },
          { "@value": "quality indicators", "@language": "en" },
        ],
        "dct:publisher": publisher,
        "dcat:contactPoint": {
          "@type": "vcard:Organization",
          "vcard:fn": "Carrefour",
          "vcard:hasURL": uri(`${publicUrl}/`),
        },
        "dct:language": [
          uri("http://publications.europa.eu/resource/authority/language/FRA"),
          uri("http://publications.europa.eu/resource/authority/language/ENG"),
        ],
        "dct:spatial": uri("https://sws.geonames.org/6115047/"),
        "dct:accrualPeriodicity": uri("http://publications.europa.eu/resource/authority/frequency/ANNUAL"),
        "dct:accessRights": uri("http://publications.europa.eu/resource/authority/access-right/PUBLIC"),
        "dcat:landingPage": uri(`${publicUrl}/`),
        ...whenChanged,
        "dcat:distribution": files.map(({ path, fr, en, mediaType, format }) => ({
          "@id": `${publicUrl}${path}`,
          "@type": "dcat:Distribution",
          "dct:title": inBoth(fr, en),
          "dct:description": inBoth(
            "Chaque ligne dit sa licence : celle de sa source pour une valeur imprimée, celle-ci pour ce que le carrefour calcule.",
            "Each row says its licence: that of its source for a printed value, this one for what the hub computes.",
          ),
          "dcat:accessURL": uri(`${publicUrl}${path}`),
          "dcat:downloadURL": uri(`${publicUrl}${path}`),
          "dcat:mediaType": uri(`https://www.iana.org/assignments/media-types/${mediaType}`),
          "dct:format": format,
          ...licensed,
          ...whenChanged,
        })),
      },
    ],
    "dcat:service": [
      {
        "@id": `${publicUrl}/graphql`,
        "@type": "dcat:DataService",
        "dct:title": inBoth("Interface GraphQL publique", "Public GraphQL interface"),
        "dcat:endpointURL": uri(`${publicUrl}/graphql`),
        "dcat:servesDataset": uri(dataset),
      },
    ],
  };
}
