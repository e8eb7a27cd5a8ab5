import pg from "pg";
import { type DatabaseAddress, type LoginRole, passwordOf } from "../database-address.js";
import { PreparingClient } from "../prepared-statements.js";

// PostgreSQL's word for a wrong password (Appendix A: invalid_password).
const wrongPassword = "28P01";
// One more than the secrets that a rotation has at a time.
const mostTries = 3;

const isWrongPassword = (error: unknown): boolean =>
  (error as { code?: unknown } | null | undefined)?.code === wrongPassword;

/** Connects; when the password is refused, because the roles' secret just changed, once more with the secret of now. */
export async function withPasswordInUse<Connected>(
  address: DatabaseAddress,
  connect: () => Promise<Connected>,
  tries = 1,
): Promise<Connected> {
  const secret = address.roleSecret;
  try {
    return await connect();
  } catch (error) {
    if (!isWrongPassword(error) || tries === mostTries || !address.turnFrom?.(secret)) throw error;
    return withPasswordInUse(address, connect, tries + 1);
  }
}

/** The connections of a pool, each made with the password of the moment rather than that of the pool's opening. */
export function clientWithPasswordOf(address: DatabaseAddress, role: LoginRole): typeof PreparingClient {
  return class extends PreparingClient {
    constructor(options: pg.ClientConfig) {
      super(options);
      // What the address of the pool says would count before the option `password` does.
      (this as { password?: unknown }).password = () => passwordOf(address, role);
    }
  };
}

type Connect = (callback: (error?: Error, client?: pg.PoolClient, release?: () => void) => void) => void;

/** The driver whose pools try again after a password was refused, as `withPasswordInUse` does. */
export function driverTurningFrom(address: DatabaseAddress): typeof pg {
  if (!address.turnFrom) return pg;
  class RenewingPool extends pg.Pool {}
  const connect = pg.Pool.prototype.connect as unknown as Connect;
  const once = (pool: pg.Pool): Promise<readonly [pg.PoolClient | undefined, (() => void) | undefined]> =>
    new Promise((resolve, reject) => {
      connect.call(pool, (error, client, release) => (error ? reject(error) : resolve([client, release])));
    });
  RenewingPool.prototype.connect = function (this: pg.Pool, callback?: Parameters<Connect>[0]) {
    const connected = withPasswordInUse(address, () => once(this));
    if (callback === undefined) return connected.then(([client]) => client);
    connected.then(
      ([client, release]) => callback(undefined, client, release),
      (error: Error) => callback(error),
    );
  } as never;
  return Object.create(pg, { Pool: { value: RenewingPool } }) as typeof pg;
}
