import pg from "pg";
import {
  type DatabaseAddress,
  type Principal,
  prepareDatabase,
  runSubgraph,
  type RunningSubgraph,
  startEmbeddedDatabase,
  SubgraphDatabase,
  subgraphs,
} from "../../subgraphs/index.js";
import { suiteRoleSecret } from "../harness/database.js";
import { aFolder } from "../harness/folder.js";
import { memoryOf } from "./measure.js";
import { type Benchmark, type BenchResult, figure, paired } from "./result.js";

const records = 1_000_000;
const rounds = 3;
const keys = ["regionGroup", "ageBand", "gender", "firstLanguage", "joinedPeriod", "profile"];
const variables = [...keys, "standing", "experienceDomain"];

const builder: Principal = {
  audience: "steward",
  subject: "steward:privacy",
  client: null,
  scopes: ["steward:privacy"],
  establishment: null,
  agreement: null,
  isDevelopment: true,
};

// 50,000 combinations of the six keys as rosters tell them, the first ones rarer than the last ones.
const rosters = `
  INSERT INTO partners.partner (establishment, local_id, status, profiles, age_band, gender, first_language, region,
    experience_domains, standing, joined_year, trained, coached, synthetic)
  SELECT 'place-' || person % 35, 'P-' || person, 'ACTIVE',
    ARRAY[(ARRAY['RESOURCE', 'TRAINER'])[1 + c / 25920 % 2]],
    (ARRAY['UNDER_18', 'A18_34', 'A35_49', 'A50_64', 'A65_PLUS', 'UNDISCLOSED'])[1 + c / 18 % 6],
    (ARRAY['WOMAN', 'MAN', 'NON_BINARY', 'UNDISCLOSED'])[1 + c / 108 % 4],
    (ARRAY['FR', 'EN', 'INDIGENOUS', 'OTHER', 'UNDISCLOSED'])[1 + c / 432 % 5],
    'RSS-' || lpad((1 + c % 18)::text, 2, '0'),
    ARRAY[(ARRAY['ONCOLOGY', 'ID_ASD', 'MENTAL_HEALTH_ADDICTION', 'YOUTH', 'FINANCE', 'OTHER'])[1 + person * 7 % 6]],
    (ARRAY['PATIENT', 'RELATIVE', 'CITIZEN'])[1 + person * 5 % 3], 2010 + c / 2160 % 12, true, false, true
  FROM (SELECT person, CASE WHEN person < 50000 THEN person ELSE floor(50000 * sqrt(random()))::integer END AS c
    FROM generate_series(0, ${records - 1}) AS person) AS drawn;
  INSERT INTO partners.access_agreement (code, purpose, variables, record_level, k_threshold, valid_from, valid_to, status,
    synthetic)
  VALUES ('bench', '{"fr": "Banc", "en": null, "status": "PROPOSED"}', ARRAY[${variables.map((name) => `'${name}'`).join(", ")}],
    'ANONYMISED', 11, '2020-01-01', '2099-12-31', 'ACTIVE', true);
  ANALYZE;`;

const raw = "region, age_band, gender, first_language, joined_year, profiles";
const grouped = `SELECT ${raw}, count(*) FROM partners.partner GROUP BY ${raw}`;
const copied = `CREATE TABLE copied AS SELECT establishment, local_id, ${raw}, standing, experience_domains FROM partners.partner`;
const forgotten = `TRUNCATE partners_release.release, partners_release.release_agreement, partners_release.record,
  partners.release_combination, partners.release_member, partners.release_register CASCADE`;

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** What a piece of work takes, and the most memory that this process holds meanwhile. */
async function watched(work: () => Promise<unknown>): Promise<{ ms: number; megabytes: number }> {
  let megabytes = memoryOf(process.pid);
  const watch = setInterval(() => (megabytes = Math.max(megabytes, memoryOf(process.pid))), 20);
  try {
    return { ms: await msOf(work), megabytes };
  } finally {
    clearInterval(watch);
  }
}

async function build(hub: RunningSubgraph): Promise<Record<string, number>> {
  const { data, errors } = await hub.execute({
    query: `mutation ($input: BuildReleaseInput!) {
      buildRelease(input: $input) { report { k classes recordsIn recordsKept informationLoss } } }`,
    variables: { input: { agreements: ["bench"], title: "Bench", variables } },
    principal: builder,
    requestId: "bench",
  });
  if (errors) throw new Error(`building: ${JSON.stringify(errors)}`);
  return (data as { buildRelease: { report: Record<string, number> } }).buildRelease.report;
}

async function run(): Promise<BenchResult[]> {
  const folder = await aFolder();
  const database = await startEmbeddedDatabase({ dataDir: folder.path });
  const address: DatabaseAddress = { url: database.url, roleSecret: suiteRoleSecret };
  const subgraph = subgraphs.find(({ name }) => name === "partners");
  if (!subgraph) throw new Error("expected the subgraph partners");
  const client = new pg.Client({ connectionString: database.url });
  try {
    await prepareDatabase(address, subgraph);
    await client.connect();
    await client.query(rosters);
    const {
      rows: [distinct],
    } = await client.query<{ count: number }>(`SELECT count(*)::integer AS count FROM (${grouped}) AS found`);
    const hub = runSubgraph(subgraph.build(), new SubgraphDatabase(address, subgraph.entities), (error) =>
      console.error(error),
    );
    const [ours, yardstick, memory]: number[][] = [[], [], []];
    let report: Record<string, number> = {};
    for (let round = 0; round < rounds; round += 1) {
      await client.query("CHECKPOINT");
      yardstick!.push(
        await msOf(async () => {
          await client.query(grouped);
          await client.query(copied);
        }),
      );
      await client.query("DROP TABLE copied; CHECKPOINT");
      const { ms, megabytes } = await watched(async () => (report = await build(hub)));
      ours!.push(ms);
      memory!.push(megabytes);
      if (round < rounds - 1) await client.query(forgotten);
    }
    const next = await watched(() => build(hub));
    await hub.close();
    return [
      paired(
        "release-build",
        "ms against one GROUP BY and one CREATE TABLE AS (bar: ratio ≤ 10)",
        ours!,
        yardstick!,
        {
          combinationsOfKeys: distinct!.count,
          ...report,
        },
      ),
      figure("release-memory", "MB of the hub at most while it builds (bar: 512)", memory!),
      figure("release-next-version", "ms, compared with the release before", [next.ms], {
        megabytes: Math.round(next.megabytes),
      }),
    ];
  } finally {
    await client.end();
    await database.stop();
    await folder.remove();
  }
}

export const releaseBenchmark: Benchmark = {
  name: "release",
  about: "building an anonymised release of 1,000,000 joined records of six keys",
  run,
};
