import { askApart } from "../asking/ask-apart.js";
import type { AskPublic } from "../asking/ask-public.js";
import { portalEstablishmentFigures } from "../establishment/establishment-figures.operation.js";
import { type Catalogue, measureOf, type PlaceFigure } from "../establishment/read-figures.js";
import type { Language } from "../language.js";
import type { StoredText } from "../parts/text.js";
import type { Place } from "./chosen.js";

/** One measure, told for each of the compared establishments. */
export interface ComparedRow {
  /** One of the figures below: it names the measure, its peers and its facts. */
  readonly like: PlaceFigure;
  /** In the order of the establishments; null where it has no row. */
  readonly figures: readonly (PlaceFigure | null)[];
}

/** What a campaign lets the public compare. */
export interface ComparedCampaign {
  readonly code: string;
  readonly title: StoredText;
  /** Null when the figures of some establishment could not be read. */
  readonly rows: readonly ComparedRow[] | null;
}

/** Reads the published figures of some establishments, the latest campaign first; a campaign without vintage is left out. */
export async function readSideBySide(
  ask: AskPublic,
  places: readonly Place[],
  language: Language,
  { campaigns }: Catalogue,
): Promise<{ readonly campaigns: readonly ComparedCampaign[]; readonly isLost: boolean }> {
  const published = campaigns.filter(({ vintages }) => vintages.length > 0).reverse();
  const compared = await Promise.all(
    published.map(async ({ code, title }) => {
      const asked = { campaign: code, language: language === "fr" ? "FR" : "EN" } as const;
      const answers = await Promise.all(
        places.map((place) => askApart(ask, portalEstablishmentFigures, { code: place.code, ...asked })),
      );
      const told = answers.map(({ data }) => data?.establishment?.observations ?? null);
      return { code, title, rows: told.every((figures) => figures !== null) ? rowsOf(told) : null };
    }),
  );
  return { campaigns: compared, isLost: compared.some(({ rows }) => rows === null) };
}

function rowsOf(told: readonly (readonly PlaceFigure[])[]): ComparedRow[] {
  const measures = new Map(told.flat().map((figure) => [measureOf(figure), figure] as const));
  return [...measures]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([measure, like]) => ({
      like,
      figures: told.map((figures) => figures.find((figure) => measureOf(figure) === measure) ?? null),
    }));
}
