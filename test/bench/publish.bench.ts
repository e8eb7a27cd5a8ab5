import pg from "pg";
import {
  type Principal,
  runSubgraph,
  type RunningSubgraph,
  SubgraphDatabase,
  startEmbeddedDatabase,
  subgraphs,
} from "../../subgraphs/index.js";
import { fillDatabase, suiteRoleSecret } from "../harness/database.js";
import { aFolder } from "../harness/folder.js";
import { median } from "./measure.js";
import { type Benchmark, type BenchResult, figure, paired } from "./result.js";

const sizes = [35, 350, 3_500] as const;
const rounds = 5;

const publisher: Principal = {
  audience: "steward",
  subject: "steward:publish",
  client: null,
  scopes: ["steward:publish"],
  establishment: null,
  agreement: null,
  isDevelopment: true,
};

// The demonstration's frame and answers, over and over; real ones, so that every comparison with what is told takes place.
const campaignOf = (code: string, size: number): string => `
  INSERT INTO quality_indicators_published.campaign (code, title, period, basis, base, note)
    SELECT '${code}', title, period, basis, base, note FROM quality_indicators_published.campaign WHERE code = '2025-2026';
  INSERT INTO quality_indicators_published.instrument
    SELECT (jsonb_populate_record(form, '{"code": "${code}"}')).* FROM quality_indicators_published.instrument form
    WHERE code = '2025-2026';
  UPDATE quality_indicators_published.indicator SET asked_in = asked_in || '${code}'::text
    WHERE '2025-2026' = ANY (asked_in);
  INSERT INTO quality_indicators.campaign_window (campaign, opens_at, closes_at)
    VALUES ('${code}', now() - interval '1 year', now() + interval '1 year');
  INSERT INTO quality_indicators.frame
    SELECT (jsonb_populate_record(place, jsonb_build_object('campaign', '${code}', 'office', 'office-' || n,
      'establishment', 'establishment-' || n))).*
    FROM generate_series(1, ${size}) n
    JOIN (SELECT *, row_number() OVER (ORDER BY office) AS rank FROM quality_indicators.frame
      WHERE campaign = '2025-2026') ranked ON rank = 1 + n % 35
    JOIN quality_indicators.frame place ON place.campaign = ranked.campaign AND place.office = ranked.office;
  INSERT INTO quality_indicators.submission (campaign, office, establishment, state, current_revision, approved_revision,
      approved_by, approved_at)
    SELECT campaign, office, establishment, 'APPROVED', 1, 1, 'steward:collect', now()
    FROM quality_indicators.frame WHERE campaign = '${code}';
  INSERT INTO quality_indicators.submission_revision (submission, revision, responses, submitted_by, submitted_at, mode,
      synthetic, payload_hash, content_hash)
    SELECT placed.id, 1, model.responses, 'user:bench', now(), 'SUBMIT', false, '', ''
    FROM quality_indicators.submission placed
    JOIN (SELECT responses, row_number() OVER (ORDER BY office) AS rank FROM quality_indicators.submission sent
      JOIN quality_indicators.submission_revision ON submission = sent.id WHERE campaign = '2025-2026') model
      ON rank = 1 + substr(placed.office, 8)::integer % 20
    WHERE placed.campaign = '${code}';
  ANALYZE`;

// One approved correction: the next vintage is compared with the one before it.
const correctionOf = (code: string): string =>
  `UPDATE quality_indicators.submission SET published_revision = NULL, state = 'APPROVED'
   WHERE campaign = '${code}' AND office = 'office-1'`;

async function publishMs(hub: RunningSubgraph, campaign: string): Promise<number> {
  const startedAt = performance.now();
  const { errors } = await hub.execute({
    query:
      'mutation ($campaign: String!) { publishCampaign(campaign: $campaign, reason: "Bench") { vintage } }',
    variables: { campaign },
    principal: publisher,
    requestId: "bench",
  });
  if (errors) throw new Error(`publishing ${campaign}: ${JSON.stringify(errors)}`);
  return performance.now() - startedAt;
}

async function run(): Promise<BenchResult[]> {
  const folder = await aFolder();
  const database = await startEmbeddedDatabase({ dataDir: folder.path });
  const subgraph = subgraphs.find(({ name }) => name === "quality-indicators");
  if (!subgraph) throw new Error("expected the subgraph quality-indicators");
  const address = { url: database.url, roleSecret: suiteRoleSecret };
  const client = new pg.Client({ connectionString: database.url });
  try {
    await fillDatabase(address, "demo", new Date());
    await client.connect();
    const pools = new SubgraphDatabase(address, subgraph.entities);
    const hub = runSubgraph(subgraph.build(), pools, (error) => console.error(error));
    const first = new Map<number, number[]>(sizes.map((size) => [size, []]));
    const second = new Map<number, number[]>(sizes.map((size) => [size, []]));
    for (let round = -1; round < rounds; round += 1) {
      for (const size of sizes) {
        const campaign = `bench-${size}-${round + 1}`;
        await client.query(campaignOf(campaign, size));
        const firstMs = await publishMs(hub, campaign);
        await client.query(correctionOf(campaign));
        const secondMs = await publishMs(hub, campaign);
        // The first round warms up.
        if (round < 0) continue;
        first.get(size)?.push(firstMs);
        second.get(size)?.push(secondMs);
      }
    }
    await hub.close();
    return [...resultsOf("publish-first-vintage", first), ...resultsOf("publish-next-vintage", second)];
  } finally {
    await client.end();
    await database.stop();
    await folder.remove();
  }
}

/** Three points, and how the time of one establishment grows from the middle one to the last. */
function resultsOf(name: string, ms: ReadonlyMap<number, readonly number[]>): BenchResult[] {
  const perEstablishment = (size: number): number[] => (ms.get(size) ?? []).map((value) => value / size);
  const points = sizes.map((size) =>
    figure(`${name}-${size}`, "ms", ms.get(size) ?? [], {
      msAnEstablishment: Number(median(perEstablishment(size)).toPrecision(4)),
    }),
  );
  return [
    ...points,
    paired(
      `${name}-growth`,
      "ms an establishment, 3,500 against 350 (bar: ratio ≤ 1)",
      perEstablishment(3_500),
      perEstablishment(350),
    ),
  ];
}

export const publishBenchmark: Benchmark = {
  name: "publish",
  about: "publishing a campaign of 35, 350 and 3,500 establishments, a first vintage and the next one",
  run,
};
