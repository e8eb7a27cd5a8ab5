import type { HtmlElement } from "html-validate";
import { plainWords } from "./published-rows.js";
import { attributeOf, type ServedPage, wordsOf } from "./served-page.js";

/** A figure as a page tells it. */
export interface ToldFigure {
  /** What is written, and the exact value that stands behind it. */
  readonly text: string;
  readonly value: number;
  /** The heads of its row and its column and the caption of its table, or the words before it in its line. */
  readonly row: string;
  readonly column: string;
  readonly caption: string;
  /** The headings above it, the nearest first. */
  readonly headings: readonly string[];
  /** True of the degrees of engagement that stand beside a count of partners. */
  readonly isEngagement: boolean;
}

/** Every figure that a page tells in an element of its own. */
export const toldFigures = ({ main }: ServedPage): ToldFigure[] =>
  main.querySelectorAll("data").map((figure) => {
    const cell = closest(figure, (element) => element.is("td") || element.is("th"));
    const row = cell && closest(cell, (element) => element.is("tr"));
    const table = row && closest(row, (element) => element.is("table"));
    const rank = row && cell ? row.childElements.findIndex((inner) => inner.isSameNode(cell)) : -1;
    const heads = table?.querySelectorAll("thead th") ?? [];
    const line = closest(figure, (element) => ["li", "dd", "p"].includes(element.tagName));
    return {
      text: wordsOf(figure),
      value: Number(attributeOf(figure, "value") ?? NaN),
      row: plainWords(
        row ? wordsIn(row.querySelector("th")) : (wordsIn(line).split(wordsOf(figure))[0] ?? ""),
      ),
      column: plainWords(wordsIn(heads[rank])),
      caption: plainWords(wordsIn(table?.querySelector("caption"))),
      headings: headingsAbove(figure).map(plainWords),
      isEngagement: closest(figure, isOfEngagement) !== null,
    };
  });

const wordsIn = (element: HtmlElement | null | undefined): string => (element ? wordsOf(element) : "");

const isOfEngagement = (element: HtmlElement): boolean =>
  element.classList.contains("engagement") || attributeOf(element, "aria-labelledby") === "engagement";

function closest(from: HtmlElement, isIt: (element: HtmlElement) => boolean): HtmlElement | null {
  for (let element: HtmlElement | null = from; element; element = element.parent)
    if (isIt(element)) return element;
  return null;
}

/** The headings of the sections that an element stands in, from the inmost out; a folded part has its summary. */
function headingsAbove(from: HtmlElement): string[] {
  const found: string[] = [];
  for (let element = from.parent; element; element = element.parent) {
    const heading = element.childElements.find(({ tagName }) => /^h[1-6]$|^summary$/.test(tagName));
    if (heading) found.push(wordsOf(heading));
  }
  return found;
}
