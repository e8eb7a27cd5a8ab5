import { IntlMessageFormat } from "intl-messageformat";
import { type Language, localeOf } from "../language.js";
import { typographic } from "./typography.js";

/** What stands in a message's places. */
export type Values = Readonly<Record<string, string | number>>;

/** Says a message of a room in one language. */
export type Say<Key extends string> = (key: Key, values?: Values) => string;

/** The messages of one room in both languages, in ICU MessageFormat. */
export interface Catalogue<Key extends string> {
  readonly texts: Readonly<Record<Language, Readonly<Record<Key, string>>>>;
  (language: Language): Say<Key>;
}

/** Makes the catalogue of a room; a key without its English does not compile. */
export function catalogue<Key extends string>(texts: {
  readonly fr: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<NoInfer<Key>, string>>;
}): Catalogue<Key> {
  const sayIn = (language: Language): Say<Key> => {
    const formats = new Map<Key, IntlMessageFormat>();
    return (key, values) => {
      let format = formats.get(key);
      if (!format) {
        format = new IntlMessageFormat(typographic(texts[language][key], language), localeOf(language));
        formats.set(key, format);
      }
      return String(format.format(values));
    };
  };
  const says = { fr: sayIn("fr"), en: sayIn("en") };
  return Object.assign((language: Language) => says[language], { texts });
}
