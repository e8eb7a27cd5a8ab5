import { addressOf, type PageName, paths } from "../../../addresses.js";
import type { ShownPage } from "../../../page/page.js";
import {
  HubRefused,
  type Outcome,
  type SentForm,
  type WorkspaceAsked,
  type WorkspacePage,
} from "../../workspace-page.js";
import { RefusalAtTop } from "./refusal.js";
import type { FieldErrors, Tried } from "./tried.js";

/** The rights of those who steer the hub. */
export type StewardScope = "steward:collect" | "steward:publish" | "steward:privacy";

/** True when the account has the right. */
export const may = ({ account }: WorkspaceAsked, scope: StewardScope): boolean =>
  account.scopes.includes(scope);

/** What came of an act: it is done and told on a page, or fields are to be mended, or a page shows what comes next. */
export type ActResult =
  { readonly done: string } | { readonly errors: FieldErrors } | { readonly next: ShownPage };

/** What a button of a page does. */
export type Act = (asked: WorkspaceAsked, sent: SentForm) => Promise<ActResult>;

/** A page of a steward, or one of an establishment that does things in the same way: what it shows, and what its buttons do, by the value of `act`. */
export interface StewardPage {
  readonly name: PageName;
  readonly scopes: readonly (StewardScope | "figures:write")[];
  readonly query?: WorkspacePage["query"];
  /** Shows the page, with the form that was not accepted if there is one; null when there is nothing by that code. */
  readonly shown: (asked: WorkspaceAsked, tried: Tried | null) => Promise<ShownPage | null>;
  readonly acts?: Readonly<Record<string, Act>>;
}

/** Makes a page of the workspace: nothing is done by reading it, and nothing that was sent is lost by a refusal. */
export function stewardPage({ name, scopes, query, shown, acts }: StewardPage): WorkspacePage {
  const page = {
    name,
    path: paths[name],
    query: { ...query, done: doneParameter },
    scopes,
    show: (asked: WorkspaceAsked) => shown(asked, null),
  };
  if (!acts) return page;
  return {
    ...page,
    async act(asked, sent) {
      const act = Object.hasOwn(acts, sent.one("act")) ? acts[sent.one("act")] : undefined;
      if (!act) return null;
      const tried = { form: sent.one("form"), sent };
      try {
        const result = await act(asked, sent);
        if ("done" in result) return { kind: "see", address: result.done };
        if ("next" in result) return { kind: "page", page: result.next, status: 200 };
        return again(await shown(asked, { ...tried, errors: result.errors, refusal: null }), 422);
      } catch (refusal) {
        // Whoever is no longer signed in is asked to sign in by the page's serving.
        if (!(refusal instanceof HubRefused) || refusal.code === "UNAUTHENTICATED") throw refusal;
        const page = await shown(asked, { ...tried, errors: {}, refusal });
        return again(page && withRefusal(page, asked, refusal), refusal.family === "CONFLICT" ? 409 : 422);
      }
    },
  };
}

const withRefusal = (page: ShownPage, asked: WorkspaceAsked, refusal: HubRefused): ShownPage => ({
  ...page,
  body: (
    <>
      <RefusalAtTop asked={asked} refusal={refusal} />
      {page.body}
    </>
  ),
});

const again = (page: ShownPage | null, status: 409 | 422): Outcome | null =>
  page && { kind: "page", page, status };

const doneParameter = { fr: "fait", en: "done" } as const;

/** To a page that tells what was done: a reload of it does nothing twice. */
export const toldOn = (
  { language }: WorkspaceAsked,
  page: PageName,
  params: Readonly<Record<string, string>>,
  done: string,
): ActResult => ({ done: addressOf(language, page, params, [[doneParameter[language], done]]) });

/** What a page was told that is done; null when it was only opened. */
export const doneOn = ({ query }: WorkspaceAsked): string | null => query["done"]?.[0] ?? null;
