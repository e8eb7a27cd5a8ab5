import type { ComponentChildren } from "preact";
import type { AskPublic } from "../asking/ask-public.js";
import type { Language } from "../language.js";
import type { ToldSettings } from "./told-settings.js";

/** What a page is asked for. */
export interface PageAsked {
  readonly language: Language;
  /** Codes in the address. */
  readonly params: Readonly<Record<string, string>>;
  /** The values of each parameter that the page knows, by its name in code. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly ask: AskPublic;
  /** The address that others reach the hub by, without a slash at the end. */
  readonly publicUrl: string;
  readonly settings: ToldSettings;
}

/** A step on the way from the home page to this one. */
export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** What a page shows. */
export interface ShownPage {
  readonly title: string;
  /** One sentence for search engines. */
  readonly description?: string;
  readonly crumbs?: readonly Crumb[];
  readonly body: ComponentChildren;
  /** Names of the islands that help on this page: files `<name>.island.ts`. */
  readonly islands?: readonly string[];
  /** True when a part could not be read: such a page is told to nobody else. */
  readonly isPartial?: boolean;
}

/** A page of the portal that anybody may read. */
export interface Page {
  /** For the journal and the metrics. */
  readonly name: string;
  readonly path: Readonly<Record<Language, string>>;
  /** The query parameters that it takes, by their name in code and in each language. */
  readonly query?: Readonly<Record<string, Readonly<Record<Language, string>>>>;
  /** Gives null when there is nothing by that code: the page is « not found ». */
  show(asked: PageAsked): Promise<ShownPage | null>;
}
