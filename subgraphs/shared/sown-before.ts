import type { DatabaseAddress } from "./database-address.js";
import { asOwner } from "./owner-connection.js";
import type { Subgraph } from "./subgraph.js";

/** What a subgraph's database holds, for a process that is not to plant. */
export async function sownBefore(
  { schemas }: Subgraph,
  address: DatabaseAddress,
): Promise<{ readonly isDemonstration: boolean }> {
  const found = await asOwner(address, (owner) =>
    owner.query(`SELECT FROM ${schemas.own}.seed WHERE name = 'demo'`),
  );
  return { isDemonstration: found.length > 0 };
}
