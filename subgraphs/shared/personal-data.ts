/** What in a sentence points to a person. */
export type PersonalDatum =
  "PERSON_NAME" | "EMAIL_ADDRESS" | "TELEPHONE_NUMBER" | "POSTAL_CODE" | "HEALTH_INSURANCE_NUMBER";

const patterns: readonly (readonly [PersonalDatum, RegExp])[] = [
  [
    "PERSON_NAME",
    /(?<!\p{Letter})(?:MM?\.|Mr\.?|Mrs\.?|Ms\.?|M(?:me|lle)s?\.?|D(?:re?|ʳ)s?\.?|Pre?\.|Me|Monsieur|Madame|Mademoiselle|Docteure?|Doctor|Maître|Professeure?)\s+\p{Uppercase}(?:\.|[\p{Letter}'’-])/u,
  ],
  ["EMAIL_ADDRESS", /[\p{Letter}\p{Number}._%+-]{1,64}@[\p{Letter}\p{Number}-]{1,63}\.\p{Letter}{2}/u],
  ["TELEPHONE_NUMBER", /(?<!\d)(?:1[ .-]?)?\(?[2-9]\d{2}\)?[ .\u00a0‑-]{0,2}\d{3}[ .\u00a0‑-]?\d{4}(?!\d)/u],
  [
    "POSTAL_CODE",
    /(?<![\p{Letter}\p{Number}])[ABCEGHJ-NPRSTVXY]\d[A-Z][ \u00a0-]?\d[A-Z]\d(?![\p{Letter}\p{Number}])/iu,
  ],
  // Two years in a row, « plan 2020-2025 », are no number of a person.
  [
    "HEALTH_INSURANCE_NUMBER",
    /(?<![\p{Letter}\p{Number}])[A-Z]{4}[ \u00a0-]?(?!(?:19|20)\d\d[ \u00a0-](?:19|20)\d\d)\d{4}[ \u00a0-]?\d{4}(?!\d)/iu,
  ],
];

// What a kind cannot do without: most texts have none of it, and the patterns take their time.
const marks: Partial<Record<PersonalDatum, RegExp>> = {
  EMAIL_ADDRESS: /@/,
  TELEPHONE_NUMBER: /\d/,
  POSTAL_CODE: /\d/,
  HEALTH_INSURANCE_NUMBER: /\d/,
};

/** The kinds of personal data that a sentence holds: names after a title, addresses and numbers of people. */
export const personalDataIn = (sentence: string): PersonalDatum[] =>
  patterns
    .filter(([kind, pattern]) => marks[kind]?.test(sentence) !== false && pattern.test(sentence))
    .map(([kind]) => kind);

/** What each kind is called in a message. */
export const personalDatumWords: Readonly<
  Record<PersonalDatum, { readonly fr: string; readonly en: string }>
> = {
  PERSON_NAME: { fr: "le nom d'une personne", en: "the name of a person" },
  EMAIL_ADDRESS: { fr: "une adresse de courriel", en: "an email address" },
  TELEPHONE_NUMBER: { fr: "un numéro de téléphone", en: "a telephone number" },
  POSTAL_CODE: { fr: "un code postal", en: "a postal code" },
  HEALTH_INSURANCE_NUMBER: { fr: "un numéro d'assurance maladie", en: "a health insurance number" },
};
