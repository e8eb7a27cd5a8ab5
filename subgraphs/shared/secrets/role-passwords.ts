import type { DatabaseAddress } from "../database-address.js";
import { DatabaseClient } from "../database-client.js";
import { inOneTransaction, passwordStatements } from "../database-roles.js";
import { RotatedAddress } from "./rotated-address.js";

const looksEveryMs = 1_000;

/** A watch that runs until it is stopped. */
export interface RunningWatch {
  stop(): Promise<void>;
}

/**
 * Gives the roles new passwords when their secret changes, by the address that may create roles, then has new
 * connections use them; those that are open stay. A failure is told and tried again. Several processes may watch one
 * file: each sets the same passwords.
 */
export function watchRoleSecrets(
  addresses: readonly DatabaseAddress[],
  onFailure: (error: unknown) => void,
): RunningWatch {
  const rotated = addresses.filter((address) => address instanceof RotatedAddress);
  let underWay: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    underWay ??= Promise.all(rotated.map((address) => renew(address).catch(onFailure))).finally(
      () => (underWay = null),
    );
  }, looksEveryMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}

async function renew(address: RotatedAddress): Promise<void> {
  const secret = address.announced();
  if (secret === null) return;
  await setPasswords(address.url, secret);
  address.adopt(secret);
}

async function setPasswords(url: string, roleSecret: string): Promise<void> {
  const client = new DatabaseClient({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await inOneTransaction(client, passwordStatements({ url, roleSecret }).join(";\n"));
  } finally {
    await client.end();
  }
}
