import { answersWithin, type CampaignAnswers } from "../../computation/campaign-answers.js";
import { compute } from "../../computation/compute.js";
import { keyOfRow } from "../candidate-row.js";
import { type PublishedLevel, publishedLevels } from "../observation-to-publish.js";
import { groupsOf } from "../places-of.js";
import type { EarlierVintage, PublicationInput, ShownFigure } from "../publication-input.js";
import { placeOfRow } from "./figure-place.js";
import type { PersonsLine } from "./persons-table.js";
import { type ToldRow, ToldRows } from "./told-row.js";

/** A figure that readers saw, and what it told. */
export interface SeenFigure {
  readonly key: string;
  readonly row: ShownFigure & { readonly indicator: string };
  readonly told: ToldRow;
}

/** What readers saw in an earlier vintage, and what they were kept from. */
export interface ToldEarlier {
  readonly rows: ToldRows;
  readonly shown: readonly SeenFigure[];
  /** What was withheld so that something else could not be computed. */
  readonly withheld: readonly string[];
}

/** Tells what an earlier vintage showed, from the answers and by the definitions of then. */
export function toldEarlier(
  { indicators, submissions }: EarlierVintage,
  input: PublicationInput,
  answers: CampaignAnswers,
): ToldEarlier {
  const then = answersWithin(answers, input.frame, submissions);
  const rows = new ToldRows(input, then);
  const areas = officesByArea(input, submissions);
  const officesOf = ({ level, area }: ShownFigure): ReadonlySet<string> | null =>
    level === "PROVINCE" ? null : (areas.get(`${level} ${area}`) ?? new Set());
  const shown = indicators.flatMap(({ indicator, measures, figures }) =>
    measures.flatMap((measure) =>
      compute(measure, then).flatMap(({ category, basis }) =>
        figures
          .filter((figure) => figure.isShown && figure.category === category)
          .filter((figure) => basis === null || figure.basis === basis)
          .map((figure) => ({
            key: keyOfRow({ indicator, ...figure }),
            row: { ...figure, indicator },
            told: rows.rowOf(measure, category, officesOf(figure)),
          })),
      ),
    ),
  );
  const withheld = indicators.flatMap(({ indicator, figures }) =>
    figures.filter(({ isShown }) => !isShown).map((figure) => keyOfRow({ indicator, ...figure })),
  );
  return { rows, shown, withheld };
}

/** What is told first: what was shown before, then the widest areas. */
export const rankOfTelling = (level: PublishedLevel, wasShown: boolean): number =>
  publishedLevels.indexOf(level) + (wasShown ? 0 : publishedLevels.length);

/** The numbers of persons that readers saw. */
export const personsTold = ({ rows, shown }: ToldEarlier): PersonsLine[] =>
  shown.flatMap(({ row, told }) =>
    told.ofPersons.map((line): PersonsLine => ({ line, rows, cost: null, place: placeOfRow(row) })),
  );

function officesByArea(
  input: PublicationInput,
  submissions: EarlierVintage["submissions"],
): ReadonlyMap<string, ReadonlySet<string>> {
  const areas = new Map<string, Set<string>>();
  for (const { level, area, submissions: sent } of groupsOf({ ...input, submissions }))
    areas.set(`${level} ${area}`, new Set(sent.map(({ office }) => office)));
  const answered = new Set(submissions.map(({ office }) => office));
  for (const { office, establishment } of input.frame) {
    if (!answered.has(office)) continue;
    const key = `ESTABLISHMENT ${establishment}`;
    areas.set(key, (areas.get(key) ?? new Set()).add(office));
  }
  return areas;
}
