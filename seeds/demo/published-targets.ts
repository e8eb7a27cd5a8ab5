import { readReference } from "../planting.js";

/** What the demonstration answers need of one published figure. */
export interface PublishedFigure {
  readonly code: string;
  readonly figure: string;
  readonly campaign: string | null;
  readonly category: string | null;
  readonly valueType: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** The choices whose marks a published figure counts: a response counts once, whichever of them it holds. */
export interface Measure {
  readonly question: string;
  readonly choices: readonly string[];
}

/** The steward's code of a write-in of B1, not a choice of the form. */
export const populationCode = "POPULATION_RESPONSIBILITY";

/** What was written beside « Autre » in B1, and is coded as `populationCode`. */
export const populationDirection = "Direction déléguée à la responsabilité populationnelle et partenariats";

const questionsByFamily: Readonly<Record<string, string>> = {
  "2024.respondent_roles.": "A2.4",
  "2024.dir_": "B1",
  "2024.years_": "B3",
  "2024.fund_": "B8",
  "2024.sector.": "C2",
  "2024.plan.": "C3",
  "2024.level_": "C4",
  "2024.act_": "C5",
};

// Figures with an indicator of their own are published without a category.
const choicesWithoutCategory: Readonly<Record<string, readonly string[]>> = {
  "2024.dir_quality": ["QUALITY"],
  "2024.years_gt5": ["GT5"],
  "2024.years_lt3": ["LT1", "Y1_3"],
  "2024.fund_global": ["GENERAL_BUDGET"],
  "2024.level_clinical": ["CLINICAL"],
  "2024.level_organisational": ["TACTICAL"],
  "2024.level_strategic": ["STRATEGIC"],
};

/** Every published figure of 2024. */
export const figures2024: readonly PublishedFigure[] = readReference<PublishedFigure[]>(
  "published-figures.json",
).filter(({ campaign }) => campaign === "2024");

/** One published figure, by its code. */
export function publishedFigure(code: string): PublishedFigure {
  const found = figures2024.find((figure) => figure.code === code);
  if (!found) throw new Error(`The reference data hold no published figure ${code}.`);
  return found;
}

/** The marks that a figure counts, or null when it does not count marks. */
export function measureOf({ figure, category }: PublishedFigure): Measure | null {
  const family = Object.keys(questionsByFamily).find((start) => figure.startsWith(start));
  const question = family && questionsByFamily[family];
  if (!question) return null;
  const choices = category === null ? choicesWithoutCategory[figure] : [category];
  if (!choices) throw new Error(`${figure} counts marks of ${question}, of no known choice.`);
  return { question, choices };
}

/** The number of marks behind a figure, or null when the source prints no number for it. */
export const countOf = ({ numerator, valueType, value }: PublishedFigure): number | null =>
  numerator ?? (valueType === "COUNT" ? value : null);

/** How many responses mark each choice of a question, by the published figures of single choices. */
export function publishedCounts(question: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const figure of figures2024) {
    const measure = measureOf(figure);
    const count = countOf(figure);
    const [choice, ...others] = measure?.choices ?? [];
    if (measure?.question !== question || choice === undefined || others.length > 0 || count === null)
      continue;
    if ((counts.get(choice) ?? count) !== count)
      throw new Error(`Two sources give other counts of ${choice} in ${question}.`);
    counts.set(choice, count);
  }
  return counts;
}

/** The one number of a figure. */
export function publishedNumber(code: string): number {
  const { value } = publishedFigure(code);
  if (value === null) throw new Error(`${code} has no single value.`);
  return value;
}

/** Both ends of a figure that is a range. */
export function publishedRange(code: string): { low: number; high: number } {
  const { low, high } = publishedFigure(code);
  if (low === null || high === null) throw new Error(`${code} is no range.`);
  return { low, high };
}

/** The most frequent number of full-time equivalents, and how many responses give it. */
export function publishedMode(): { value: number; count: number } {
  const { code, text, numerator } = publishedFigure("2024.fte_mode.annexe-3");
  const value = Number(/à (\d+(?:\.\d+)?) ETC/.exec(text ?? "")?.[1]);
  if (!value || numerator === null) throw new Error(`${code} states no mode.`);
  return { value, count: numerator };
}
