/** The languages of the portal; each page has an address of its own in each. */
export type Language = "fr" | "en";

export const languages: readonly Language[] = ["fr", "en"];

/** The language with its country, as browsers and screen readers want it. */
export const localeOf = (language: Language): "fr-CA" | "en-CA" => (language === "fr" ? "fr-CA" : "en-CA");

export const otherLanguageOf = (language: Language): Language => (language === "fr" ? "en" : "fr");
