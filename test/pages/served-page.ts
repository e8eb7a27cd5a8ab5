import { type HtmlElement, HtmlValidate, NodeType, Parser } from "html-validate";
import type { Language } from "../../gateway/portal/language.js";

/** A page as the hub serves it, read back. */
export interface ServedPage {
  readonly language: Language;
  readonly address: string;
  readonly status: number;
  readonly html: string;
  readonly document: HtmlElement;
  /** What is the page's own: without menus, banner and footer. */
  readonly main: HtmlElement;
}

const parser = new HtmlValidate({ root: true })
  .getConfigFor("page.html")
  .then((config) => () => new Parser(config));

/** Asks for a page as a browser does, and reads it. */
export async function readPage(hub: { readonly address: string }, address: string): Promise<ServedPage> {
  const response = await fetch(`${hub.address}${address}`, { headers: { accept: "text/html" } });
  const html = await response.text();
  const document = (await parser)().parseHtml(html);
  const main = document.querySelector("main");
  if (!main) throw new Error(`${address}: no <main> in ${html.slice(0, 300)}`);
  return {
    language: /^\/en(\/|$|\?)/.test(address) ? "en" : "fr",
    address,
    status: response.status,
    html,
    document,
    main,
  };
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

const decoded = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity]!);

/** The words of an element, but for those that `isLeftOut` says to leave out with all that is in them. */
export function wordsOf(
  element: HtmlElement,
  isLeftOut: (inner: HtmlElement) => boolean = () => false,
): string {
  const walk = (from: HtmlElement): string =>
    from.childNodes
      .map((node) => {
        if (node.nodeType !== NodeType.ELEMENT_NODE) return node.textContent;
        const inner = node as HtmlElement;
        return isLeftOut(inner) ? " " : `${spaceOf(inner)}${walk(inner)}${spaceOf(inner)}`;
      })
      .join("");
  return decoded(walk(element))
    .replace(/[ \t\n]+/g, " ")
    .trim();
}

const inline = new Set([
  "a",
  "abbr",
  "b",
  "cite",
  "code",
  "data",
  "em",
  "i",
  "mark",
  "span",
  "strong",
  "sub",
  "sup",
  "time",
]);
const spaceOf = ({ tagName }: HtmlElement): string => (inline.has(tagName) ? "" : " ");

/** The value of an attribute, its entities read. */
export const attributeOf = (element: HtmlElement, name: string): string | null => {
  const value = element.getAttributeValue(name);
  return value === null ? null : decoded(value);
};
