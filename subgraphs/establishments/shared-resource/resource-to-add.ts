import { HubError, type ToldValue } from "../../shared/errors.js";
import { personalDataIn, personalDatumWords } from "../../shared/personal-data.js";
import { publicText, publicTexts } from "../../shared/public-text.js";
import { searchText } from "../../shared/search-text.js";
import type { AddedResource } from "./added-resource.entity.js";
import type { AddSharedResourceInput } from "./add-shared-resource.input.js";
import { ResourceEvaluation } from "./resource-state.js";
import { webAddress } from "./web-address.js";

/** What an added resource says, once read: its code, its place and its state come from elsewhere. */
export type ReadResource = Pick<
  AddedResource,
  "kind" | "type" | "title" | "description" | "language" | "url" | "licence" | "evaluationStatus"
> & { readonly search: string };

const mostCharacters = { title: 200, description: 2_000, licence: 100 };

const refuse = (argument: string, observed: string, expected: ToldValue): never => {
  throw new HubError("INVALID_ARGUMENT", { argument, observed, expected }, argument);
};

/** Reads a resource to add; refuses what the repertoire cannot show to everybody. */
export function readResource(input: AddSharedResourceInput): ReadResource {
  const { kind, type, language, evaluationStatus } = input;
  const { url = null, licence = null } = input;
  if (!/^[A-Z][A-Z0-9_]{0,39}$/.test(type))
    refuse("type", type.slice(0, 100), {
      fr: "un code de 40 caractères au plus, en majuscules, comme TRAINING",
      en: "a code of at most 40 characters, in capitals, such as TRAINING",
    });
  if (!/^[a-z]{2}$/.test(language))
    refuse("language", language.slice(0, 100), {
      fr: "deux lettres, comme fr",
      en: "two letters, such as fr",
    });
  const title = publicTexts(input.title, { argument: "title", mostCharacters: mostCharacters.title });
  const description = publicTexts(input.description, {
    argument: "description",
    mostCharacters: mostCharacters.description,
  });
  return {
    kind,
    type,
    title,
    description,
    language,
    url: url === null ? null : readAddress(url),
    licence:
      licence === null
        ? "UNSTATED"
        : publicText(licence, { argument: "licence", mostCharacters: mostCharacters.licence }),
    evaluationStatus: evaluationStatus ?? ResourceEvaluation.NOT_STATED,
    search: searchText([title.fr, title.en, description.fr, description.en].filter(Boolean).join(" ")),
  };
}

function readAddress(given: string): string {
  const address = webAddress(given);
  if (address === null)
    return refuse("url", given.slice(0, 100), {
      fr: "une adresse en http ou https, sans nom ni mot de passe, de 2000 caractères au plus",
      en: "an address in http or https, without name or password, of at most 2000 characters",
    });
  if (personalDataIn(address.replaceAll("%40", "@")).includes("EMAIL_ADDRESS"))
    throw new HubError("PERSONAL_DATA", { argument: "url", found: personalDatumWords.EMAIL_ADDRESS }, "url");
  return address;
}
