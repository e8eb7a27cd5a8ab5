import { addressOf, type PageName } from "../../../addresses.js";
import type { Language } from "../../../language.js";
import type { FiguresCase } from "./figures-case.js";

/** The query parameter that names an office, for an establishment that has several. */
export const officeQuery = { office: { fr: "bureau", en: "office" } } as const;

/** The address of a page of a case. */
export const caseAddress = (
  language: Language,
  page: PageName,
  { campaign, office }: Pick<FiguresCase, "campaign" | "office">,
  query: readonly (readonly [string, string])[] = [],
): string =>
  addressOf(language, page, { campaign }, [
    ...(office === null ? [] : [[officeQuery.office[language], office] as const]),
    ...query,
  ]);
