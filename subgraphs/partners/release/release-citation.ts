import { EnglishStatus, type LocalizedText } from "../../shared/localized-text.js";

/** How a release is cited: by whom, in which year, under what title, which version and of what nature. */
export function citationOf({
  code,
  version,
  title,
  createdAt,
}: {
  readonly code: string;
  readonly version: number;
  readonly title: string;
  readonly createdAt: string;
}): LocalizedText {
  const [year, day] = [createdAt.slice(0, 4), createdAt.slice(0, 10)];
  return {
    fr: `Carrefour (${year}). ${title}, version ${version} [fiches anonymisées, ${code}]. Construites le ${day}.`,
    en: `Carrefour (${year}). ${title}, version ${version} [anonymised records, ${code}]. Built on ${day}.`,
    status: EnglishStatus.PROPOSED,
  };
}
