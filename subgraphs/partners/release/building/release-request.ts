import type { AccessAgreement, RecordLevel } from "../../access-agreement/access-agreement.entity.js";
import { opensRecords } from "../../access-agreement/agreement-in-force.js";
import { HubError, type ToldValue } from "../../../shared/errors.js";
import { EnglishStatus, type LocalizedText } from "../../../shared/localized-text.js";
import { personalDataIn, personalDatumWords } from "../../../shared/personal-data.js";
import { sentencesOf } from "../../../shared/sentence.js";
import { dictionaryOf, partnerDictionary, standardVariables } from "../data-dictionary.js";
import { refuseUnreadable } from "../readable-text.js";
import { type Invasiveness, kOf } from "../release-policy.js";

/** What a steward asks for. */
export interface ReleaseRequest {
  readonly agreements: readonly string[];
  readonly title: string;
  readonly purpose?: LocalizedText | undefined;
  readonly variables?: readonly string[] | undefined;
  readonly invasiveness?: Invasiveness | undefined;
  readonly recordLevel?: RecordLevel | undefined;
  readonly previous?: string | undefined;
}

const longestTitle = 200;
const longestPurpose = 2_000;

const invalid = (argument: string, observed: ToldValue, expected: ToldValue): HubError =>
  new HubError("INVALID_ARGUMENT", { argument, observed, expected }, argument);

/** The agreements asked for, each once. */
export function agreementsOf({ agreements }: ReleaseRequest): string[] {
  const codes = [...new Set(agreements)];
  for (const code of codes) refuseUnreadable("agreements", code);
  if (codes.length > 0) return codes;
  throw invalid("agreements", "[]", { fr: "au moins une entente", en: "at least one agreement" });
}

/** The title, without the blanks around it. */
export const titleOf = ({ title }: ReleaseRequest): string => readable("title", title, longestTitle);

/** The purpose asked for; where none is, those of the agreements. It is set before anything is anonymised (A-2.1, r. 0.1, s. 3). */
export function purposeOf(
  { purpose }: ReleaseRequest,
  agreements: readonly Pick<AccessAgreement, "purpose">[],
): LocalizedText {
  if (purpose)
    return {
      fr: readable("purpose", purpose.fr, longestPurpose),
      en: purpose.en === null ? null : readable("purpose", purpose.en, longestPurpose),
      status: purpose.status,
    };
  const each = [
    ...new Map(agreements.map((agreement) => [agreement.purpose.fr, agreement.purpose])).values(),
  ];
  const english = each.flatMap(({ en }) => en ?? []);
  return {
    fr: each.map(({ fr }) => fr).join(" "),
    en: english.length === each.length ? english.join(" ") : null,
    status: EnglishStatus.PROPOSED,
  };
}

/** The text of an argument without the blanks around it; refuses one that is empty, too long, or names somebody. */
export function readable(argument: string, given: string, longest: number): string {
  refuseUnreadable(argument, given);
  const text = given.trim();
  if (text.length < 1 || text.length > longest)
    throw invalid(
      argument,
      { fr: `${text.length} caractères`, en: `${text.length} characters` },
      { fr: `1 à ${longest}`, en: `1 to ${longest}` },
    );
  const [datum] = sentencesOf(text).flatMap(personalDataIn);
  if (datum)
    throw invalid(argument, personalDatumWords[datum], {
      fr: "un texte qui ne nomme personne",
      en: "a text that names nobody",
    });
  return text;
}

/** The variables asked for, keys first, in the order of the dictionary; the standard ones where none is named. */
export function variablesOf({ variables }: ReleaseRequest): string[] {
  const asked = variables ?? standardVariables;
  const unknown = asked.find((variable) => !partnerDictionary.some(({ column }) => column === variable));
  if (unknown !== undefined) {
    refuseUnreadable("variables", unknown);
    const what = { fr: "d'une variable des diffusions", en: "of a variable of the releases" };
    throw new HubError("UNKNOWN_CODE", { code: unknown.slice(0, 100), what }, "variables");
  }
  const dictionary = dictionaryOf(asked);
  if (dictionary.some(({ part }) => part === "KEY")) return dictionary.map(({ column }) => column);
  throw invalid("variables", `[${asked.join(", ")}]`, {
    fr: "au moins une clé (région, âge, genre, …)",
    en: "at least one key (region, age, gender, …)",
  });
}

/** Refuses a kind of product that is not built. */
export function refuseLevel({ recordLevel }: ReleaseRequest): void {
  if (recordLevel === undefined || recordLevel === "ANONYMISED") return;
  throw invalid("recordLevel", recordLevel, "ANONYMISED");
}

/** Refuses agreements that are unknown, not in force, or do not cover every column: each record has them all. */
export function refuseUnusable(
  codes: readonly string[],
  found: readonly AccessAgreement[],
  variables: readonly string[],
  day: string,
): void {
  for (const code of codes) {
    const agreement = found.find((candidate) => candidate.code === code);
    if (!agreement)
      throw new HubError(
        "UNKNOWN_CODE",
        { code, what: { fr: "d'une entente d'accès", en: "of an access agreement" } },
        "agreements",
      );
    if (!opensRecords(agreement, day))
      throw invalid("agreements", code, {
        fr: "une entente en vigueur, pour des données anonymisées",
        en: "an agreement in force, for anonymised records",
      });
    const uncovered = variables.find((variable) => !agreement.variables.includes(variable));
    if (uncovered !== undefined)
      throw invalid("agreements", code, {
        fr: `une entente qui couvre toutes les variables de la diffusion (il manque ${uncovered})`,
        en: `an agreement that covers every variable of the release (${uncovered} is missing)`,
      });
  }
}

/** One release, one k: no agreement is given records that were generalised for another's demand. */
export function demandedK(agreements: readonly AccessAgreement[], invasiveness: Invasiveness): number {
  const demanded = [...new Set(agreements.map(({ kThreshold }) => Math.max(kOf[invasiveness], kThreshold)))];
  const [k] = demanded;
  if (k !== undefined && demanded.length === 1) return k;
  throw invalid("agreements", `k = ${demanded.sort((left, right) => left - right).join(", ")}`, {
    fr: "un même k ; construisez une diffusion par k",
    en: "one k; build one release for each k",
  });
}
