import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { freePort } from "../harness/free-port.js";
import { openControl } from "./control.js";
import { answersAt, Part } from "./part.js";
import { askSuite, notAskedElsewhere } from "./suite.js";
import { note, say } from "./tap.js";
import type { Topology } from "./topology.js";

const packages = resolve("test/hive");

// What belongs to our gateway rather than to the supergraph.
const notAskedOfHive = {
  ...notAskedElsewhere,
  "bad-input.test.ts": "judges the guard before our doors: sizes, forms, batches, words of refusals",
  "graphql-over-http.test.ts": "audits our doors, not another router's",
};

/** Where another router answers otherwise, and why; each must show, or it is to be struck off. */
const differences: Readonly<Record<string, string>> = Object.fromEntries([
  ...["in process", "over HTTP"].flatMap((form) => [
    [
      `the three main jobs, subgraphs ${form} says of an answer to a push that it was given before`,
      "it does not hand on what a subgraph says beside its data (`extensions`)",
    ],
    [
      `the registers that people fill, subgraphs ${form} cannot be written at the public door, which does not know how`,
      "it lets fields be asked that the public supergraph says are @inaccessible; the subgraphs refuse them",
    ],
  ]),
  [
    "one subgraph down costs only its own fields: the rest answers, with an error that names the path and leaks no address",
    "of a subgraph that is away it says INTERNAL_SERVER_ERROR, at the entity rather than at the field",
  ],
]);

/** Another federation router from npm serves the committed supergraph, unchanged, before the same subgraphs. */
export async function anotherRouter(folder: string, topology: Topology): Promise<void> {
  if (!existsSync(join(packages, "node_modules"))) {
    note("npm ci --ignore-scripts --prefix test/hive");
    execFileSync("npm", ["ci", "--ignore-scripts", "--prefix", packages], {
      stdio: ["ignore", "ignore", "pipe"],
    });
  }
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const hive = new Part({
    name: "Hive Gateway",
    program: process.execPath,
    values: [join(packages, "start-hive.mjs"), String(port)],
    cwd: process.cwd(),
    environment: { ...topology.environmentOf("gateway-1"), NODE_ENV: "production" },
    isReady: () => answersAt(`${address}/readiness`),
  });
  const control = await openControl(topology);
  try {
    await hive.start();
    const hub = { address, control: control.address, databaseUrl: topology.primary.url };
    const asked = await askSuite(folder, hub, notAskedOfHive);
    const failed = asked.filter(({ isPassed }) => !isPassed);
    say(
      `the federation suite passes through Hive Gateway on the committed supergraph: ${asked.length - failed.length} of ${asked.length} tests`,
      asked.length === 0
        ? ["no test was asked"]
        : failed
            .filter(({ name }) => !(name in differences))
            .map(({ name, message }) => `${name}: ${message}`),
    );
    for (const [name, why] of Object.entries(differences))
      say(
        `Hive Gateway differs: ${why}`,
        failed.some((test) => test.name === name) ? [] : [`${name}: does not, or was not asked`],
      );
    for (const [what, why] of Object.entries(notAskedOfHive)) note(`not asked: ${what} (${why})`);
  } finally {
    await hive.end();
    await control.close();
  }
}
