import { setTimeout as pause } from "node:timers/promises";
import { until } from "../faults/arena.js";
import { askAt } from "../harness/ask-at.js";
import type { StandingPostgres } from "./standing-postgres.js";
import { say } from "./tap.js";
import { gatewayNames, type Topology } from "./topology.js";

// Statistics of a connection that rests are told after ten seconds (PostgreSQL's pgstat.c).
const statisticsLateMs = 15_000;
const reads = 60;

/** How often published tables were read on a server since it started. */
async function readsOn(server: StandingPostgres): Promise<number> {
  const [row] = await server.query<{ reads: string }>(
    "SELECT COALESCE(sum(seq_scan + COALESCE(idx_scan, 0)), 0) AS reads FROM pg_stat_user_tables WHERE schemaname LIKE '%\\_published'",
  );
  return Number(row?.reads ?? 0);
}

const dayAfter = (n: number): string => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10);

/** Shows who serves what is published, and that nobody is shown less than they know to be there. */
export async function replicaLaws(topology: Topology): Promise<void> {
  const { primary, replica } = topology;
  const asks = [topology.address, ...gatewayNames.map((name) => addressOf(topology, name))].map((address) =>
    askAt(address, async (account) => topology.tokenOf(account)),
  );
  const [ask] = asks as [(typeof asks)[0]];
  await pause(statisticsLateMs);
  const before = await Promise.all([readsOn(primary), readsOn(replica)]);
  // Each asks as of another day, so that nothing that is kept can answer.
  for (let n = 0; n < reads; n += 1)
    await ask(
      "query ($day: Date!) { establishments(asOf: $day) { code region { code } } campaigns(asOf: $day) { code } }",
      {
        variables: { day: dayAfter(n) },
      },
    );
  await until(async () => (await readsOn(replica)) - before[1] >= reads, statisticsLateMs);
  const [onPrimary, onReplica] = [(await readsOn(primary)) - before[0], (await readsOn(replica)) - before[1]];
  say(`public reads are served by the replica: it read ${onReplica} times, the primary ${onPrimary}`, [
    ...(onReplica < reads ? [`the replica read ${onReplica} times for ${reads} questions`] : []),
    // A replica that has just begun is asked as soon as it has caught up; a question reads several tables.
    ...(onPrimary > (onPrimary + onReplica) / 4 ? [`the primary read ${onPrimary} times`] : []),
  ]);

  await replica.query("SELECT pg_wal_replay_pause()");
  try {
    await paused(topology, asks);
  } finally {
    await replica.query("SELECT pg_wal_replay_resume()");
  }
  const resumedAt = await readsOn(replica);
  const isBack = await until(async () => {
    await ask("query ($day: Date!) { campaigns(asOf: $day) { code } }", {
      variables: { day: dayAfter(1_000 + Math.floor(Math.random() * 100_000)) },
    });
    return (await readsOn(replica)) > resumedAt + 5;
  }, 2 * statisticsLateMs);
  say("a replica that has caught up serves again", isBack ? [] : ["it was not read"]);
}

const addressOf = ({ environmentOf }: Topology, name: string): string => {
  const { HOST, PORT } = environmentOf(name);
  return `http://${HOST}:${PORT}`;
};

type Asks = readonly ReturnType<typeof askAt>[];

/** While the replica stands still at what was: a resource and a vintage are published, and asked for at every door. */
async function paused({ primary, replica }: Topology, asks: Asks): Promise<void> {
  const [ask] = asks as [Asks[0]];
  const listed = '{ sharedResources(search: "atelier") { code reuseCount } }';
  const observed = `{ qualityIndicator(code: "IQP-06") { observations(campaign: "2025-2026", level: PROVINCE) { status vintage } } }`;
  // What both gateways may keep from now on must not outlast what follows.
  for (const each of asks) for (const question of [listed, observed]) await each(question);

  const added = await ask<{ addSharedResource: { resource: { code: string } } }>(
    "mutation ($input: AddSharedResourceInput!) { addSharedResource(input: $input) { resource { code } } }",
    { account: "establishment:chum", variables: { input: aResource } },
  );
  const code = added.data?.addSharedResource.resource.code;
  const reviewed = await ask(
    "mutation ($code: String!) { reviewSharedResource(code: $code, decision: PUBLISH) { state } }",
    {
      account: "steward:collect",
      variables: { code },
    },
  );
  const stale: string[] = [added, reviewed].flatMap(({ errors }) => (errors ? [JSON.stringify(errors)] : []));
  const everyDoor = async (
    question: string,
    shows: (text: string) => boolean,
    what: string,
  ): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1)
      for (const [door, each] of asks.entries()) {
        const text = JSON.stringify(await each(question));
        if (!shows(text)) stale.push(`${what}, door ${door}, turn ${turn}: ${text.slice(0, 200)}`);
      }
  };
  await everyDoor(listed, (text) => text.includes(`"${code}"`), "the resource");
  await ask("mutation ($code: String!) { reuseSharedResource(code: $code) { code } }", {
    account: "establishment:ciusss-estrie-chus",
    variables: { code },
  });
  await everyDoor(listed, (text) => text.includes('"reuseCount":1'), "its reuse");
  const published = await ask<{ publishCampaign: { vintage: string } }>(
    'mutation { publishCampaign(campaign: "2025-2026", reason: "Première publication") { vintage } }',
    { account: "steward:publish" },
  );
  if (published.errors) stale.push(JSON.stringify(published.errors));
  const vintage = published.data?.publishCampaign.vintage ?? "none";
  await everyDoor(observed, (text) => text.includes(`"vintage":"${vintage}"`), "the vintage");
  say(
    "while the replica stands still, what was just published shows at once, at the proxy and at both gateways",
    stale,
  );

  const rows = "SELECT code FROM quality_indicators_published.vintage WHERE campaign = '2025-2026'";
  const [there, notThere] = [await primary.query(rows), await replica.query(rows)];
  say("which the replica had not replayed meanwhile", [
    ...(there.length === 1 ? [] : ["the primary has no vintage"]),
    ...(notThere.length === 0 ? [] : ["the replica has the vintage"]),
  ]);
}

const aResource = {
  kind: "TOOL",
  type: "TRAINING",
  title: { fr: "Atelier sur le récit d'expérience", en: "Workshop on telling one's story" },
  description: { fr: "Deux heures, en groupe de huit." },
  language: "fr",
  url: "https://exemple.ca/atelier",
};
