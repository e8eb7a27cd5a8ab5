/** Runs SQL as the administrator. */
type Query = (sql: string, values?: unknown[]) => Promise<unknown>;

export interface LargeRelease {
  readonly code: string;
  readonly records: number;
  readonly agreements: readonly string[];
}

// Some of the codes of each column; one may be missing.
const codes: Readonly<Record<string, readonly string[]>> = {
  region_group: ["MONTREAL", "COURONNE", "EST", "CENTRE_OUEST", "NORD_ET_ILES"],
  age_band: ["UNDER_35", "A35_49", "A50_64", "A65_PLUS"],
  gender: ["WOMAN", "MAN", "NON_BINARY"],
  first_language: ["FR", "EN", "OTHER"],
  engagement_count: ["0", "1", "2-3", "4+"],
  standing: ["PATIENT", "RELATIVE", "CITIZEN"],
  experience_domain: ["HOSPITAL_AND_SPECIALISED", "MENTAL_HEALTH", "ORGANISATION", "NULL"],
  highest_degree: ["INFORMATION", "CONSULTATION", "COLLABORATION", "PARTNERSHIP"],
};

/** Values that a file could break on; no dictionary has them. */
export const awkwardValues = [
  "virgule, et « guillemets »",
  'dit "oui", puis\nchange de ligne\r\n',
  "tabulation\tet barre \\ oblique",
  "\\N",
  "été 🦜",
  '"',
  "\n",
] as const;

/** Where the awkward values stand: on both sides of the end of the first block, and elsewhere. */
export const awkwardPositions = [1, 7, 19_999, 20_000, 20_001, 20_002, 20_500] as const;

/**
 * Puts an approved release of many records beside that of the demonstration, with its dictionary; each agreement has its
 * own row ids and its own order.
 */
export async function aLargeRelease(
  query: Query,
  { code, records, agreements }: LargeRelease,
): Promise<void> {
  await query(
    `INSERT INTO partners_release.release
     SELECT (jsonb_populate_record(demo, jsonb_build_object('code', $1::text, 'version', 1 + (
       SELECT max(version) FROM partners_release.release), 'title', $1::text))).*
     FROM partners_release.release AS demo WHERE code = 'partenaires-demo-1'`,
    [code],
  );
  await query(
    "INSERT INTO partners_release.release_agreement (release, agreement) SELECT $1, unnest($2::text[])",
    [code, agreements],
  );
  const columns = Object.keys(codes);
  const picked = Object.values(codes).map(
    (some) => `('{${some}}'::text[])[1 + floor(random() * ${some.length})::integer]`,
  );
  await query(
    `INSERT INTO partners_release.record (row_id, release, agreement, position, ${columns.join(", ")})
     SELECT gen_random_uuid(), $1, agreement, position, ${picked.join(", ")}
     FROM unnest($2::text[]) AS agreement, generate_series(1, $3::integer) AS position`,
    [code, agreements, records],
  );
  await query("ANALYZE partners_release.record");
}

/** Puts the awkward values in a release. */
export async function withAwkwardValues(query: Query, code: string): Promise<void> {
  await query(
    `UPDATE partners_release.record SET standing = awkward.value
     FROM unnest($2::integer[], $3::text[]) AS awkward (at, value)
     WHERE release = $1 AND position = awkward.at`,
    [code, awkwardPositions, awkwardValues],
  );
}
