import pg from "pg";

/** An office that a campaign made for a test expects. */
export interface TestOffice {
  readonly establishment: string;
  readonly office: string;
}

/** What a push to such a campaign needs: its form is that of the demonstration's campaign. */
export interface TestCampaign {
  readonly code: string;
  readonly noticeVersion: string;
  readonly offices: readonly TestOffice[];
}

// Before every campaign of the demonstration: no office has earlier figures to be compared with.
const firstCode = "2001-2002";
const model = "2025-2026";

/** Opens a campaign for made-up offices, as a copy of the demonstration's: whatever columns it has. */
export async function openTestCampaign(
  databaseUrl: string,
  offices: number,
  code: string = firstCode,
): Promise<TestCampaign> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    for (const [table, key] of [
      ["quality_indicators_published.instrument", "code"],
      ["quality_indicators_published.campaign", "code"],
      ["quality_indicators.campaign_window", "campaign"],
    ] as const)
      await client.query(
        `INSERT INTO ${table} SELECT (jsonb_populate_record(model, $1)).* FROM ${table} AS model WHERE ${key} = $2`,
        [JSON.stringify({ [key]: code, instrument: code, planted: false }), model],
      );
    await client.query(
      `UPDATE quality_indicators.campaign_window
       SET opens_at = now() - interval '1 day', closes_at = now() + interval '1 year', lock_at = now() + interval '2 years'
       WHERE campaign = $1`,
      [code],
    );
    const { rows } = await client.query<TestOffice>(
      `WITH model AS (SELECT frame AS whole FROM quality_indicators.frame WHERE campaign = $2 ORDER BY office LIMIT 1)
       INSERT INTO quality_indicators.frame
       SELECT (jsonb_populate_record(whole, jsonb_build_object('campaign', $1::text,
         'office', 'bureau-essai-' || n, 'establishment', 'essai-' || n))).*
       FROM model, generate_series(1, $3::integer) AS n
       RETURNING office, establishment`,
      [code, model, offices],
    );
    const form = await client.query<{ version: string }>(
      "SELECT notice ->> 'version' AS version FROM quality_indicators_published.instrument WHERE code = $1",
      [code],
    );
    await client.query("COMMIT");
    return { code, noticeVersion: form.rows[0]?.version ?? "", offices: rows };
  } finally {
    await client.end();
  }
}
