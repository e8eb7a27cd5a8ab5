import { parse } from "csv-parse/sync";
import { campaignFrame } from "../../seeds/demo/campaign-frame.js";
import type { TestHub } from "../harness/hub.js";

export const campaign = "2025-2026";

/** A row of a public table. */
export interface PublicFigure {
  readonly indicator: string;
  readonly category: string;
  readonly level: string;
  readonly area: string;
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export type PublicRow = Readonly<Record<string, string>>;

/** Every public row of the campaign, as anybody downloads them. */
export async function publicRows(hub: TestHub): Promise<PublicRow[]> {
  const text = await (await fetch(`${hub.address}/data/indicators.csv`)).text();
  return (parse(text, { bom: true, columns: true }) as PublicRow[]).filter(
    (row) => row.campaign === campaign,
  );
}

const numberIn = (text: string | undefined): number | null => (text ? Number(text) : null);

/** Those that have a value. */
export const figuresIn = (rows: readonly PublicRow[]): PublicFigure[] =>
  rows
    .filter(({ value }) => value !== "")
    .map((row) => ({
      indicator: row.indicator!,
      category: row.category!,
      level: row.level!,
      area: row.area!,
      value: Number(row.value),
      numerator: numberIn(row.numerator),
      denominator: numberIn(row.denominator),
    }));

/** What an office answered of the partners whom it knows: in its bank, active. */
export interface OfficeAnswer {
  readonly office: string;
  readonly establishment: string;
  readonly bank: number;
  readonly active: number;
  /** Full-time equivalents of the office. */
  readonly staff: number;
  /** Codes of the choices made, by question. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
}

interface Sent {
  readonly office: string;
  readonly establishment: string;
  readonly responses: readonly (readonly {
    readonly question: string;
    readonly number?: number;
    readonly choices?: readonly string[];
  }[])[];
}

/** What the offices sent: the raw data behind the public tables. */
export async function answersOf(hub: TestHub): Promise<OfficeAnswer[]> {
  const sent = await hub.database.query<Sent>(
    `SELECT office, establishment, responses FROM quality_indicators.submission
     JOIN quality_indicators.submission_revision ON submission = id AND revision = approved_revision
     WHERE campaign = $1 ORDER BY office`,
    [campaign],
  );
  return sent.map(({ office, establishment, responses }) => {
    const answers = responses.flat();
    const numberOf = (code: string) => answers.find(({ question }) => question === code)?.number ?? 0;
    return {
      office,
      establishment,
      bank: numberOf("B6"),
      active: numberOf("B7"),
      staff: numberOf("B5b"),
      choices: new Map(answers.flatMap(({ question, choices }) => (choices ? [[question, choices]] : []))),
    };
  });
}

/** The areas of each office, as the public register tells them. */
export function areasOfOffices(): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    campaignFrame(campaign).map(({ office, establishment, peerGroup, regionGroup, region }) => [
      office,
      new Set([
        "PROVINCE QC",
        `PEER_GROUP ${peerGroup}`,
        `REGION_GROUP ${regionGroup}`,
        `HEALTH_REGION ${region}`,
        `ESTABLISHMENT ${establishment}`,
      ]),
    ]),
  );
}

/** The tables that nobody protected but for hiding small counts, as careless publishers print them. */
export function careless(
  answers: readonly OfficeAnswer[],
  areas: ReturnType<typeof areasOfOffices>,
): PublicFigure[] {
  const places = [...new Set(answers.flatMap(({ office }) => [...areas.get(office)!]))];
  return places.flatMap((place) => {
    const [level, area] = place.split(" ") as [string, string];
    const inside = answers.filter(({ office }) => areas.get(office)!.has(place));
    const sum = (what: "bank" | "active"): number =>
      inside.reduce((total, answer) => total + answer[what], 0);
    const figure = (indicator: string, value: number): PublicFigure[] =>
      value >= 5 ? [{ indicator, category: "", level, area, value, numerator: null, denominator: null }] : [];
    return [...figure("IQP-05", sum("bank")), ...figure("IQP-06", sum("active"))];
  });
}
