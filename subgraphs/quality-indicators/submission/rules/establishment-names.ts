// Places that tell one establishment from the others of its kind.
const places = [
  "bas (?:saint )?laurent",
  "saguenay",
  "capitale nationale",
  "mauricie",
  "estrie",
  "sherbrooke",
  "montreal",
  "outaouais",
  "abitibi",
  "cote nord",
  "baie james",
  "gaspesie",
  "iles",
  "chaudieres? appalaches",
  "laval",
  "lanaudiere",
  "laurentides",
  "monteregie",
  "nunavik",
  "sainte? justine",
  "energie",
  "(?:centre (?:sud|ouest)|est|nord|ouest) (?:de l ile|montreal)",
].join("|");

// Bodies of which there are several: each is named by its place only.
const bodies = [
  "cisss|ciussse?|csss|crsss|rrsss|chu",
  "centre (?:integre|integre universitaire|regional) de sante et de services sociaux",
  "centre hospitalier universitaire",
  "centre hospitalier de l universite",
].join("|");

// Names that stand for one establishment or its office, without accents, dashes or capitals.
const names = [
  `(?:${bodies})(?: (?:de|du|des|d|la|le|l))* (?:${places})`,
  "(?:chu|centre hospitalier universitaire)(?: de)? quebec",
  "centre (?:sud|ouest) (?:de l ile de )?montreal",
  "institut (?:universitaire )?(?:de )?cardio(?:logie)?(?: et)?(?: de)? (?:montreal|pneumologie)",
  "(?:institut )?(?:national de psychiatrie legale )?philippe pinel",
  "centre universitaire de sante mcgill",
  "sainte justine (?:university hospital|hospital)",
  "university of montreal hospital",
  "mcgill university health",
  "montreal heart institute",
  "quebec heart and lung institute",
  "philippe pinel (?:national )?institute",
  "(?:regional|integrated|integrated university) health and social services cent(?:re|er)",
  "regie regionale de la sante et des services sociaux",
  "nunavik regional board",
  "clsc naskapi|naskapi clsc",
  "inuulitsi?vik",
  "tulattavik",
  "conseil cri|cree (?:health )?board|terres? cries",
  "bureau d expertise en experience patient et partenariat",
  "bureau du partenariat avec l usager et de l ethique",
  "service experience usagers? et soins spirituels",
];
const namePattern = new RegExp(` (?:${names.join("|")}) `);

// In capitals only: in small letters « chum » is a word.
const acronyms =
  /(?<![\p{Letter}\p{Number}])(?:CHUM|CHUS|CHUSJ|CHUQ|CUSM|MUHC|ICM|MHI|IUCPQ|INPLPP|IUSMM|BEEPP|CCSMTL|CCOMTL|CEMTL|NIMTL|COMTL|CI?U?SSS[- ](?:AT|BSL|CA|CN|MC|MCQ|ME|MO|NIM|SLSJ)|CIU?SSS-?(?!CIU?SSS)[A-Z]+|CSSS (?:d[eu]s? |d['’])?(?:la |l['’])?\p{Uppercase}\p{Lowercase}+)(?![\p{Letter}\p{Number}])/u;

const abbreviations: Readonly<Record<string, string>> = {
  st: "saint",
  ste: "sainte",
  mtl: "montreal",
  qc: "quebec",
};

// Each of those letters has two capitals in a row; most texts have none.
const twoCapitals = /[A-Z]{2}/;

/** A text without accents, dashes, capitals and usual abbreviations, with a space at both ends. */
const plainWords = (text: string): string =>
  ` ${text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => (Object.hasOwn(abbreviations, word) ? abbreviations[word] : word))
    .join(" ")} `;

/** True when a sentence names an establishment or the office of one: in full, by an alias or by its letters. */
export const namesAnEstablishment = (sentence: string): boolean =>
  (twoCapitals.test(sentence) && acronyms.test(sentence)) || namePattern.test(plainWords(sentence));
