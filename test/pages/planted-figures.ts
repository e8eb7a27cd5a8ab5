/** Runs SQL as the administrator. */
export type Query = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>;

const table = "quality_indicators_published.observation";
const vintage = "2024.1";

/** Where figures are planted, with the wider areas that each is set beside. */
const places = [
  { level: "HEALTH_REGION", area: "RSS-05", name: "Estrie", wider: ["REGION_GROUP EST"] },
  { level: "HEALTH_REGION", area: "RSS-06", name: "Montréal", wider: ["REGION_GROUP MONTREAL"] },
  {
    level: "ESTABLISHMENT",
    area: "ciusss-estrie-chus",
    name: "CIUSSS de l'Estrie – CHUS",
    wider: ["PEER_GROUP CIUSSS", "HEALTH_REGION RSS-05"],
  },
  {
    level: "ESTABLISHMENT",
    area: "chum",
    name: "CHUM",
    wider: ["PEER_GROUP CHU_INSTITUT", "HEALTH_REGION RSS-06"],
  },
  { level: "REGION_GROUP", area: "EST", name: "Groupe de l'Est", wider: [] },
  { level: "REGION_GROUP", area: "MONTREAL", name: "Groupe de Montréal", wider: [] },
  { level: "PEER_GROUP", area: "CIUSSS", name: "Pairs CIUSSS", wider: [] },
  { level: "PEER_GROUP", area: "CHU_INSTITUT", name: "Pairs CHU", wider: [] },
] as const;

/** A row of the table, as JSON. */
interface Row {
  readonly id: number;
  readonly unit: string;
  readonly category: string | null;
}

/**
 * Plants a value of its own in each of a few regions, groups and establishments, for every measure that the demonstration
 * has of the province: there it holds none of them, and a page that showed a neighbour's would not be seen to.
 */
export async function plantFigures(query: Query): Promise<void> {
  const models = await query<{ row: Row }>(
    `SELECT to_jsonb(observation) AS row FROM ${table}
     WHERE vintage = $1 AND level = 'PROVINCE' AND status = 'OBSERVED' AND value IS NOT NULL ORDER BY id`,
    [vintage],
  );
  const planted = models.flatMap(({ row }, rank) =>
    places.map((place, at) => ({ ...row, ...figureOf(row, rank * places.length + at), ...placed(place) })),
  );
  await query(`DELETE FROM ${table} WHERE vintage = $1 AND area = ANY ($2)`, [
    vintage,
    places.map(({ area }) => area),
  ]);
  await query(
    `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(planted)],
  );
}

/** A value that no other row has, with its own numerator and denominator. */
function figureOf({ unit }: Row, number: number): object {
  const isShare = unit === "PERCENT";
  return {
    id: 1_000_000 + number,
    value: isShare ? Math.round(((number * 37) % 999) + 1) / 10 : 1_000 + number * 7,
    low: null,
    high: null,
    text: null,
    numerator: isShare ? 100 + number : null,
    denominator: isShare ? 3_000 + number : null,
    origin: "COMPUTED",
    bases: isShare ? [] : [{ basis: "RESPONDENTS", count: 7 + number }],
  };
}

const placed = ({ level, area, name, wider }: (typeof places)[number]): object => ({
  level,
  area,
  area_name: { fr: name, en: name, status: "SOURCE" },
  compared_with: [
    { level: "PROVINCE", area: "QC" },
    ...wider.map((word) => ({ level: word.split(" ")[0], area: word.split(" ")[1] })),
  ],
});
