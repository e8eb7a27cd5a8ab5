import type pg from "pg";
import type { EntityManager } from "typeorm";
import type { SubgraphContext } from "./context.js";
import { HubError } from "./errors.js";
import { whileWaited } from "./wait.js";

/**
 * The only door to protected rows: one transaction on the caller's own pool, with the settings that the row-level
 * policies read and the instant that the history of published rows is dated by. They are local to the transaction, so
 * nothing of one caller stays for the next. Nothing read in `work` may be read on after it returns.
 */
export async function asCaller<Result>(
  context: Pick<SubgraphContext, "principal" | "database" | "clock" | "wait">,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  const { principal, database, clock, wait } = context;
  if (principal.audience === "public") throw new HubError("NOT_ALLOWED");
  const pool = await database.poolOfAudience(principal.audience);
  return pool.transaction(async (manager) => {
    // Carried out before whatever `work` sends, and not waited for: a failure of it fails all that follows.
    const told = manager.query(
      `SELECT set_config('hub.subject', $1, true), set_config('hub.establishment', $2, true),
              set_config('hub.agreement', $3, true), set_config('hub.scopes', $4, true),
              set_config('hub.now', $5, true), set_config('hub.client', $6, true)`,
      [
        principal.subject ?? "",
        principal.establishment ?? "",
        principal.agreement ?? "",
        principal.scopes.join(" "),
        clock().toISOString(),
        principal.client ?? "",
      ],
    );
    told.catch(() => undefined);
    const carryOut = async (): Promise<Result> => {
      const result = await work(manager);
      await told;
      return result;
    };
    return wait ? whileWaited(await connectionOf(manager), wait, carryOut) : carryOut();
  });
}

async function connectionOf({ queryRunner }: EntityManager): Promise<pg.ClientBase> {
  return (await queryRunner?.connect()) as pg.ClientBase;
}
