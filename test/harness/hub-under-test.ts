import pg from "pg";
import { dayInToronto } from "../../subgraphs/shared/clock.js";
import { askAt, keptTokens } from "./ask-at.js";
import { suiteRoleSecret } from "./database.js";
import type { TestHub } from "./test-hub.js";

/** A hub that runs elsewhere, as HUB_UNDER_TEST tells of it in JSON. */
export interface HubElsewhere {
  /** http://host:port */
  readonly address: string;
  /** Where its database is made anew, its subgraphs are stopped and tokens are given. */
  readonly control: string;
  /** Its primary, for the administrator. */
  readonly databaseUrl: string;
}

/** The hub that the suite is to be asked of, when it is not to start its own. */
export function hubElsewhere(environment: NodeJS.ProcessEnv = process.env): HubElsewhere | null {
  const told = environment.HUB_UNDER_TEST;
  return told ? (JSON.parse(told) as HubElsewhere) : null;
}

/** Has the hub elsewhere begin anew with the demonstration data, on the clock of now, and asks it as `aHub` does. */
export async function hubUnderTest(hub: HubElsewhere, more: Record<string, string>): Promise<TestHub> {
  if (Object.keys(more).length > 0)
    throw new Error(
      `the hub at ${hub.address} has its own settings: ${Object.keys(more).join(", ")} not given`,
    );
  await control(hub, "/fresh");
  const tokenFor = keptTokens((account) => control(hub, `/token?account=${encodeURIComponent(account)}`));
  const query = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: hub.databaseUrl });
    await client.connect();
    try {
      return (await client.query(sql, values)).rows as Row[];
    } finally {
      await client.end();
    }
  };
  const notHere = (what: string): never => {
    throw new Error(`${what}: only of a hub that the suite starts itself`);
  };
  return {
    address: hub.address,
    today: dayInToronto(new Date()),
    database: {
      address: { url: hub.databaseUrl, roleSecret: suiteRoleSecret },
      of: () => notHere("pools"),
      query,
      drop: async () => undefined,
    },
    get dataDir() {
      return notHere("dataDir");
    },
    get statements() {
      return notHere("statements");
    },
    get plans() {
      return notHere("plans");
    },
    tokenFor,
    ask: askAt(hub.address, tokenFor),
    stopSubgraph: async (name) => void (await control(hub, `/stop?name=${name}`)),
    close: async () => undefined,
  };
}

async function control({ control: address }: HubElsewhere, path: string): Promise<string> {
  const response = await fetch(`${address}${path}`, { method: "POST" });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${text}`);
  return text;
}
