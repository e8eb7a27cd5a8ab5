import { type Language, localeOf } from "../../../language.js";
import { catalogue } from "../../../words/catalogue.js";

const words = catalogue({
  fr: { toronto: "{instant} (heure de Toronto)" },
  en: { toronto: "{instant} (Toronto time)" },
});

const formatIn = (language: Language): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "America/Toronto",
  });
const formats = { fr: formatIn("fr"), en: formatIn("en") };

/** An instant as a day and an hour, with the zone that they are told in. */
export const whenIn = (language: Language, instant: string): string =>
  words(language)("toronto", { instant: formats[language].format(new Date(instant)) });

/** An instant in Toronto, for people and for programs. */
export const When = ({ at, language }: { readonly at: string; readonly language: Language }) => (
  <time dateTime={at}>{whenIn(language, at)}</time>
);
