import { HubError } from "./errors.js";
import { EnglishStatus, type LocalizedText } from "./localized-text.js";
import { personalDataIn, personalDatumWords } from "./personal-data.js";
import { sentencesOf } from "./sentence.js";

/** A text that somebody sends: what it is called in the request, and how long it may be. */
export interface GivenText {
  readonly argument: string;
  readonly mostCharacters: number;
}

/** The text without blanks at its ends; refuses one that is blank, too long or unreadable. */
export function readableText(given: string, { argument, mostCharacters }: GivenText): string {
  const text = given.trim();
  if (text === "" || text.length > mostCharacters)
    throw new HubError(
      "INVALID_ARGUMENT",
      {
        argument,
        observed: { fr: `${text.length} caractères`, en: `${text.length} characters` },
        expected: { fr: `1 à ${mostCharacters} caractères`, en: `1 to ${mostCharacters} characters` },
      },
      argument,
    );
  if (/\p{Surrogate}/u.test(text) || text.includes("\0"))
    throw new HubError(
      "INVALID_ARGUMENT",
      {
        argument,
        observed: { fr: "un texte au caractère illisible", en: "a text with an unreadable character" },
        expected: { fr: "un texte lisible", en: "a readable text" },
      },
      argument,
    );
  return text;
}

/** A text that everybody will read, as `readableText` leaves it; refuses one that holds personal data. */
export function publicText(given: string, asked: GivenText): string {
  const text = readableText(given, asked);
  const [datum] = sentencesOf(text).flatMap(personalDataIn);
  if (datum === undefined) return text;
  const { argument } = asked;
  throw new HubError("PERSONAL_DATA", { argument, found: personalDatumWords[datum] }, argument);
}

/** A text as it is sent: the English, and where it comes from, may be missing. */
export interface SentText {
  readonly fr: string;
  readonly en?: string | null;
  readonly status?: EnglishStatus | null;
}

/** Both languages of a text, each as `publicText` leaves it. */
export function publicTexts(given: SentText, { argument, mostCharacters }: GivenText): LocalizedText {
  const { fr, status } = given;
  const en = given.en ?? null;
  return {
    fr: publicText(fr, { argument: `${argument}.fr`, mostCharacters }),
    en: en === null ? null : publicText(en, { argument: `${argument}.en`, mostCharacters }),
    // A text without English claims none from its source.
    status: (en === null ? null : status) ?? EnglishStatus.PROPOSED,
  };
}
