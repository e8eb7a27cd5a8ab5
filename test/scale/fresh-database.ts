import pg from "pg";
import { gatewayNames, type Topology } from "./topology.js";
import { answersAt } from "./part.js";
import { fillDatabase, suiteRoleSecret } from "../harness/database.js";
import { until } from "../faults/arena.js";

const model = "carrefour_model";

async function asAdministrator(url: string, database: string, statements: readonly string[]): Promise<void> {
  const address = new URL(url);
  address.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: address.toString() });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Fills a database that others are copies of with the demonstration, as of now. */
export async function makeModelDatabase({ primary }: Topology): Promise<void> {
  await asAdministrator(primary.url, "postgres", [`CREATE DATABASE ${model}`]);
  const url = new URL(primary.url);
  url.pathname = `/${model}`;
  await fillDatabase({ url: url.toString(), roleSecret: suiteRoleSecret }, "demo", new Date());
}

/** Puts a copy of the model in the place of the database, under whoever uses it; done when all serve it. */
export async function beginAnew(topology: Topology): Promise<void> {
  const database = new URL(topology.primary.url).pathname.slice(1);
  await asAdministrator(topology.primary.url, "postgres", [
    `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`,
    `CREATE DATABASE ${database} TEMPLATE ${model}`,
  ]);
  const parts = [...topology.ours.values(), topology.proxy].filter((part) => !part.isAlive());
  await Promise.all(parts.map((part) => part.start()));
  await untilAllServe(topology);
}

/** Waits until both gateways say that every part answers. */
export async function untilAllServe(topology: Topology): Promise<void> {
  const urls = gatewayNames.map((name) => {
    const { HOST, PORT } = topology.environmentOf(name);
    return `http://${HOST}:${PORT}/health/ready`;
  });
  const allServe = async (): Promise<boolean> =>
    (await Promise.all([...urls, `${topology.address}/health/ready`].map(answersAt))).every(Boolean);
  if (!(await until(allServe, 240_000))) throw new Error("not every part answers");
}
