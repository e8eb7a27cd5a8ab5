import { beforeAnEarlyEnd } from "../faults/early-end.js";
import { aFolder } from "../harness/folder.js";
import { openControl } from "./control.js";
import { beginAnew, makeModelDatabase } from "./fresh-database.js";
import { anotherRouter } from "./hive.js";
import { killEachPart } from "./kills.js";
import { replicaLaws } from "./replica-laws.js";
import { askSuite, notAskedElsewhere } from "./suite.js";
import { finish, note, say } from "./tap.js";
import { layOut, type Topology } from "./topology.js";

/** The federation suite, as it is, through the proxy. */
async function suiteThroughProxy(folder: string, topology: Topology): Promise<void> {
  const control = await openControl(topology);
  try {
    const asked = await askSuite(folder, {
      address: topology.address,
      control: control.address,
      databaseUrl: topology.primary.url,
    });
    const failed = asked.filter(({ isPassed }) => !isPassed);
    say(
      `the federation suite passes through the proxy, two gateways and five subgraphs: ${asked.length - failed.length} of ${asked.length} tests`,
      asked.length === 0 ? ["no test was asked"] : failed.map(({ name, message }) => `${name}: ${message}`),
    );
    for (const [what, why] of Object.entries(notAskedElsewhere)) note(`not asked: ${what} (${why})`);
  } finally {
    await control.close();
  }
}

const phases = {
  suite: suiteThroughProxy,
  replica: (_: string, topology: Topology) => replicaLaws(topology),
  kills: (_: string, topology: Topology) => killEachPart(topology),
  hive: anotherRouter,
};
const usual = ["suite", "replica", "kills"];

/** npm run test:scale [-- suite | replica | kills]; npm run test:hive is the phase that has packages of its own to fetch. */
async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const chosen = asked.length > 0 ? asked : usual;
  const folder = await aFolder();
  let topology: Topology | null = null;
  const putAway = async (): Promise<void> => {
    await topology?.stop();
    await folder.remove();
  };
  const forget = beforeAnEarlyEnd(putAway);
  const startedAt = Date.now();
  try {
    topology = await layOut(folder.path);
    await topology.start();
    await makeModelDatabase(topology);
    for (const [name, phase] of Object.entries(phases)) {
      if (!chosen.includes(name)) continue;
      await beginAnew(topology);
      await phase(folder.path, topology);
    }
    note(`${Math.round((Date.now() - startedAt) / 1_000)} s`);
  } catch (error) {
    say("the run comes to its end", [
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    ]);
    for (const part of topology?.ours.values() ?? []) note(`${part.name}: ${part.printed.slice(-600)}`);
  } finally {
    await putAway();
    forget();
  }
  if (!finish()) process.exitCode = 1;
}

await main();
