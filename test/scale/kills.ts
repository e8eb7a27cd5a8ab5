import { setTimeout as pause } from "node:timers/promises";
import { subgraphNames } from "../../subgraphs/index.js";
import { until } from "../faults/arena.js";
import { Ledger } from "../faults/ledger.js";
import { PushDoor } from "../faults/push-door.js";
import { verifyReplays } from "../faults/replay.js";
import { verifyTables } from "../faults/verify.js";
import { officeCount, Writers } from "../faults/writers.js";
import { openTestCampaign } from "../harness/test-campaign.js";
import { untilAllServe } from "./fresh-database.js";
import { answersOfOthers, Readers } from "./readers.js";
import { note, say } from "./tap.js";
import { gatewayNames, type Topology } from "./topology.js";

interface Kill {
  readonly name: string;
  readonly strike: () => Promise<void>;
  readonly mend: () => Promise<void>;
  /** What must hold while it is away. */
  readonly meanwhile?: () => Promise<string[]>;
}

const awayMs = 2_500;
const longestRecoveryMs = 90_000;
const enoughAfterwards = 16;
const longestFarewellMs = 30_000;

/** Lets sixteen programs push and four read through the proxy while each part is killed in turn, then compares. */
export async function killEachPart(topology: Topology): Promise<void> {
  const campaign = await openTestCampaign(topology.primary.url, officeCount);
  await untilAllServe(topology);
  const ledger = new Ledger();
  const door = new PushDoor(() => topology.address, campaign);
  const writers = new Writers(campaign, door, topology.issuer, ledger);
  const readers = new Readers(topology.address);
  const pushes = async (more: number): Promise<boolean> => {
    const before = ledger.acknowledged.length;
    return until(() => ledger.acknowledged.length >= before + more, longestRecoveryMs);
  };
  try {
    await pushes(enoughAfterwards);
    for (const kill of killsOf(topology, readers)) {
      const before = ledger.acknowledged.length;
      await kill.strike();
      await pause(awayMs);
      const breaches = (await kill.meanwhile?.()) ?? [];
      const during = ledger.acknowledged.length - before;
      await kill.mend();
      if (!(await pushes(enoughAfterwards))) breaches.push("no push is acknowledged any more");
      if (!(await until(() => readers.readsWellSince(Date.now() - 500), longestRecoveryMs)))
        breaches.push("nobody reads any more");
      for (const part of topology.ours.values()) breaches.push(...part.unwantedEnds());
      say(
        `${kill.name}; ${during} pushes acknowledged while it was away, and more once it was back`,
        breaches,
      );
    }
  } finally {
    await writers.stop(longestFarewellMs);
    await readers.stop();
  }
  const { acknowledged, refused, uncertain, replayed } = ledger;
  note(
    `${acknowledged.length} pushes acknowledged, ${refused.length} refused; ${uncertain} attempts without an answer, each repeated with its key; ${replayed} answered from the result kept`,
  );
  note(`${readers.answered} reads answered, ${readers.unanswered} not`);
  for (const { law, breaches } of await verifyTables(topology.primary, campaign.code, ledger))
    say(law, breaches);
  const replays = await verifyReplays({ door, ledger });
  say(replays.law, replays.breaches);
  say("answers that were read are whole, or say what is missing", readers.oddities);
  say("the replica holds in the end what the primary holds", await differences(topology));
}

function killsOf(topology: Topology, readers: Readers): Kill[] {
  const { ours, primary, replica, redis, proxy } = topology;
  const part = (name: string): Pick<Kill, "strike" | "mend"> => ({
    strike: async () => ours.get(name)?.end(),
    mend: async () => ours.get(name)?.start(),
  });
  const goesOn = async (): Promise<string[]> =>
    (await until(() => readers.readsWellSince(Date.now() - 500), 5_000)) ? [] : ["nobody reads meanwhile"];
  return [
    ...gatewayNames.map((name) => ({
      name: `${name} killed: the other serves`,
      ...part(name),
      meanwhile: goesOn,
    })),
    ...subgraphNames.map((name) => ({
      name: `${name} killed: the fields of the others are answered`,
      ...part(name),
      meanwhile: () => answersOfOthers(topology.address, name),
    })),
    {
      name: "Redis killed: each gateway goes on by itself",
      strike: () => redis.stop(),
      mend: () => redis.start(),
      meanwhile: goesOn,
    },
    {
      name: "the replica killed: the primary serves its reads",
      strike: async () => replica.kill(),
      mend: () => replica.startAgain(),
      meanwhile: goesOn,
    },
    {
      name: "the primary killed, and started again",
      strike: async () => primary.kill(),
      mend: () => primary.startAgain(),
    },
    { name: "the proxy killed, and started again", strike: () => proxy.end(), mend: () => proxy.start() },
  ];
}

async function differences({ primary, replica }: Topology): Promise<string[]> {
  const whole = `SELECT md5(string_agg(revision::text, '|' ORDER BY revision.submission, revision.revision)) AS hash
    FROM quality_indicators.submission_revision AS revision`;
  const hashOn = async (server: typeof primary): Promise<string> => {
    const [row] = await server.query<{ hash: string }>(whole);
    return row?.hash ?? "";
  };
  const expected = await hashOn(primary);
  const isSame = await until(async () => (await hashOn(replica)) === expected, 20_000);
  return isSame ? [] : [`the primary's revisions are ${expected}, the replica's ${await hashOn(replica)}`];
}
