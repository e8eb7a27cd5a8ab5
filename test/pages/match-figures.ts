import type { Names, Published, PublishedRow } from "./published-rows.js";
import { plainWords } from "./published-rows.js";
import { type ServedPage, wordsOf } from "./served-page.js";
import type { ToldFigure } from "./told-figures.js";
import { numberFrom } from "./written-number.js";
import type { Language } from "../../gateway/portal/language.js";

/** What a page is about, from its address. */
export interface About {
  readonly language: Language;
  readonly indicator?: string;
  /** The region or the establishment. */
  readonly area?: string;
  readonly campaign?: string;
  readonly category?: string;
}

// Projects by degree of engagement: what stands beside a count of partners.
const engagement = "IQP-24";

/** The rows that a figure can stand for, by what the page says around it; none when it is no published figure. */
export function rowsOf(told: ToldFigure, about: About, published: Published): PublishedRow[] {
  const near = [told.row, told.column, told.caption, ...told.headings];
  const named = namedFirst(near, published.campaigns);
  const campaigns = named.length === 0 && about.campaign ? [about.campaign] : named;
  const indicators = told.isEngagement
    ? [engagement]
    : about.indicator
      ? [about.indicator]
      : namedFirst([told.row, told.caption, ...told.headings], published.indicators);
  const areas = areasOf(told, about, published);
  return published.rows.filter((row) => {
    const holds = row.values.includes(told.value) || row.beside.includes(told.value);
    return (
      holds &&
      row.isObserved &&
      (campaigns.length === 0 || campaigns.includes(row.campaign ?? "")) &&
      row.indicator !== null &&
      indicators.includes(row.indicator) &&
      areas(row) &&
      isOfCategory(row, told, about, published)
    );
  });
}

/** What is wrong with a figure: how it is written, or that no row has it. */
export function faultOf(told: ToldFigure, about: About, published: Published): string | null {
  const place = [told.headings[0], told.caption, told.row, told.column].filter(Boolean).join(" / ");
  const written = numberFrom(about.language, told.text);
  if (written === null) return `« ${told.text} » is not written as a number (${place})`;
  if (written.value !== told.value) return `« ${told.text} » stands for ${told.value} (${place})`;
  const rows = rowsOf(told, about, published);
  if (rows.length === 0) return `no row has ${told.text} (${place})`;
  if (written.isPercent && !rows.some(({ unit }) => unit === "PERCENT"))
    return `« ${told.text} » is no percentage (${place})`;
  return null;
}

/** The codes that the first text names which names any: the longest names, where one lies within another. */
function namedFirst(texts: readonly string[], names: Names): string[] {
  for (const text of texts) {
    const named = [...names].flatMap(([code, words]) => {
      const said = words.filter((word) => text.includes(word)).map(({ length }) => length);
      return said.length > 0 ? [[code, Math.max(...said)] as const] : [];
    });
    const longest = Math.max(...named.map(([, length]) => length));
    if (named.length > 0) return named.filter(([, length]) => length === longest).map(([code]) => code);
  }
  return [];
}

const isSaid = (text: string, words: readonly string[] = []): boolean =>
  words.some((word) => text === word || text.startsWith(`${word} :`) || text.startsWith(`${word}:`));

/** The category that a figure is told under is the row's own; under none, it may be any. */
function isOfCategory(
  { indicator, category }: PublishedRow,
  { row, column }: ToldFigure,
  about: About,
  { categories }: Published,
): boolean {
  const said = [...categories].filter(
    ([key, words]) => key.startsWith(`${indicator} `) && [row, column].some((text) => isSaid(text, words)),
  );
  if (said.length > 0) return said.some(([key]) => key === `${indicator} ${category}`);
  return about.category === undefined || indicator === engagement || about.category === category;
}

// The heads of the columns that set wider areas beside a place's own value.
const widerColumns: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(ici|here)$|^(cet établissement|this establishment|cette région|this region)/, []],
  [/groupe de régions|group of regions|régions voisines|neighbouring/, ["REGION_GROUP"]],
  [/pairs|peers|comparables|comparable/, ["PEER_GROUP"]],
  [/québec|province/, ["PROVINCE"]],
];

/** Whether a row is of the place that a figure is told of. */
function areasOf(
  { row, column }: ToldFigure,
  { area, indicator }: About,
  { areas }: Published,
): (row: PublishedRow) => boolean {
  const named = [...areas].filter(([, words]) => words.includes(plainWords(row))).map(([code]) => code);
  if (indicator && named.length > 0) return (of) => named.includes(of.area);
  if (area === undefined) return () => true;
  const levels = widerColumns.find(([words]) => words.test(column))?.[1];
  if (levels === undefined || levels.length === 0) return (of) => of.area === area;
  return (of) => levels.includes(of.level);
}

// « 25 sur 30 », “25 of 30”: what a share was made from stands in words.
const pair: Readonly<Record<Language, RegExp>> = {
  fr: /(\d[\d\u00a0]*(?:,\d+)?) sur (\d[\d\u00a0]*(?:,\d+)?)/g,
  en: /(\d[\d,]*(?:\.\d+)?) (?:out )?of (\d[\d,]*(?:\.\d+)?)/g,
};

/** The numerators and denominators in a page's words that no row has. */
export function strayPairs(page: ServedPage, { rows }: Published): string[] {
  const { language, main } = page;
  const words = wordsOf(main, ({ tagName }) => tagName === "blockquote");
  return [...words.matchAll(pair[language])]
    .filter(([, numerator = "", denominator = ""]) => {
      const told = [numberFrom(language, numerator)?.value, numberFrom(language, denominator)?.value];
      return !rows.some(({ beside }) => beside[0] === told[0] && beside[1] === told[1]);
    })
    .map(([text]) => `« ${text} »`);
}
