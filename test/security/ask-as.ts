import type { TestHub } from "../harness/hub.js";
import { ask, type Knocked } from "./knock.js";

/** The door that wants a token. */
export const authenticatedDoor = "/graphql/authenticated";

/** One demonstration account of each kind. */
export const accounts = [
  "establishment:chum",
  "researcher",
  "steward:collect",
  "steward:publish",
  "steward:privacy",
];

/** The header that shows an account's good token. */
export const bearing = async (
  hub: TestHub,
  account: string,
): Promise<{ readonly authorization: string }> => ({
  authorization: `Bearer ${await hub.tokenFor(account)}`,
});

/** Asks a question behind a good token, over HTTP. */
export const askAs = async (
  hub: TestHub,
  account: string,
  query: string,
  variables?: unknown,
): Promise<Knocked> =>
  ask(hub.address, query, variables, { door: authenticatedDoor, headers: await bearing(hub, account) });

export const codesOf = ({ errors }: Knocked): string[] => errors.map(({ extensions }) => extensions.code);

/** What no answer may hold: where the hub runs, what it asks its database, how it is made, names that were not asked. */
export const leaks =
  /127\.0\.0\.1|localhost|SELECT|constraint|relation|_published|\bat .*\.[jt]s|node_modules|serviceName|stacktrace|Did you mean|ECONN/i;
