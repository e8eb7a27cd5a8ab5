import { addressOf, type PageName } from "../../../addresses.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { partsWords } from "./words.js";

/** The parameter by which a list goes on after a cursor. */
export const afterParameter = { fr: "apres", en: "after" } as const;

interface NextProps {
  readonly asked: WorkspaceAsked;
  readonly page: PageName;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly query?: readonly (readonly [string, string])[];
}

/** The way to the next page of a list; nothing at its end. */
export const NextPage = ({ asked: { language }, page, pageInfo, query = [] }: NextProps) =>
  pageInfo.hasNextPage && pageInfo.endCursor !== null ? (
    <p>
      <a href={addressOf(language, page, {}, [...query, [afterParameter[language], pageInfo.endCursor]])}>
        {partsWords(language)("nextPage")}
      </a>
    </p>
  ) : null;
