import type { PortalOperation } from "../asking/portal-operation.js";
import type { Language } from "../language.js";
import type { ShownPage } from "../page/page.js";

/** Who has signed in, as the hub knows them. */
export interface Account {
  readonly subject: string;
  readonly scopes: readonly string[];
  /** The establishment whose figures it may send; null for others. */
  readonly establishment: string | null;
  /** The access agreement that it reads under; null for others. */
  readonly agreement: string | null;
  /** True when the development issuer let it in. */
  readonly isDevelopment: boolean;
}

/** Asks the authenticated door with the visitor's own token; throws HubRefused. */
export type AskAuthenticated = <Data, Variables extends object>(
  operation: PortalOperation<Data, Variables>,
  variables: Variables,
) => Promise<{
  readonly data: Data;
  /** Paths that could not be read. */
  readonly lost: readonly string[];
  readonly isReplay: boolean;
}>;

/** The authenticated door answered that it will not, in its own words. */
export class HubRefused extends Error {
  constructor(
    readonly code: string,
    readonly family: string,
    readonly messages: Readonly<Record<Language, string>>,
    readonly requestId: string | null,
    /** The argument that is to be mended; null when it names none. */
    readonly place: string | null = null,
  ) {
    super(`${code}: ${messages.en}`);
    this.name = "HubRefused";
  }
}

/** A file that came with a form. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What a form sent. */
export interface SentForm {
  /** The values of a field, in their order; empty when it was not sent. */
  all(name: string): readonly string[];
  /** The first value of a field; an empty text when it was not sent. */
  one(name: string): string;
  /** Every field's name, once each. */
  readonly names: readonly string[];
  file(name: string): SentFile | null;
}

/** What a page of the workspace is asked for. */
export interface WorkspaceAsked {
  readonly language: Language;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly account: Account;
  readonly ask: AskAuthenticated;
  /** To stand in each form: `<AntiForgery token={…} />`. */
  readonly antiForgery: string;
  readonly publicUrl: string;
}

/** What follows from a form that was sent. */
export type Outcome =
  /** The page again, with what was wrong or what came of it. */
  | { readonly kind: "page"; readonly page: ShownPage; readonly status: 200 | 409 | 413 | 422 }
  /** Done: to another page, so that a reload sends nothing twice (303). */
  | { readonly kind: "see"; readonly address: string }
  /** A file to save. */
  | { readonly kind: "file"; readonly name: string; readonly type: string; readonly bytes: Buffer }
  /** For an island: JSON. */
  | { readonly kind: "json"; readonly value: unknown };

/** A page for those who have signed in. It is kept by nobody. */
export interface WorkspacePage {
  readonly name: string;
  readonly path: Readonly<Record<Language, string>>;
  readonly query?: Readonly<Record<string, Readonly<Record<Language, string>>>>;
  /** One of these scopes lets in; null: whoever has signed in. */
  readonly scopes: readonly string[] | null;
  /** Gives null when there is nothing by that code. */
  show(asked: WorkspaceAsked): Promise<ShownPage | Outcome | null>;
  /** What a form sent to the page's own address does; absent where there is none. */
  readonly act?: (asked: WorkspaceAsked, form: SentForm) => Promise<Outcome | null>;
}
